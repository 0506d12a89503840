import { check, eachRecord } from '../../engine/check.ts';
const copied = new Set(['NS', 'A', 'AAAA']);

/** What a zone asks its parent to copy: RFC 7477 §2. */
export default check({
  on: eachRecord(['CSYNC']),
  reports: ['csync/flags', 'csync/type-list', 'csync/not-apex'],
  *run(record, context) {
    const { zone } = context;
    if (record.broken || !zone.apexKnown || !zone.inZone(record.owner)) return;
    if (record.owner !== zone.apex)
      yield {
        code: 'csync/not-apex',
        message: 'below',
        at: record.ownerSpan ?? record.typeSpan,
        args: { apex: context.show(zone.apex), name: context.show(record.owner) },
      };
    const flags = record.number('flags');
    if ((flags & ~3) !== 0)
      yield { code: 'csync/flags', message: 'unknown', at: record.span('flags'), args: { flags } };
    const types = record
      .print('type-bit-map')
      .split(/\s+/)
      .filter((type) => type !== '' && !copied.has(type));
    if (types.length > 0)
      yield {
        code: 'csync/type-list',
        message: 'other',
        at: record.span('type-bit-map'),
        args: { types: types.join(', ') },
      };
  },
});

import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'csync/flags', severity: 'warning', source: 'RFC 7477 §2.1.1.2', summary: 'Undefined CSYNC flags',
    messages: { unknown: 'The flags {flags} include undefined bits, so parents must ignore this record.' },
  },
  {
    code: 'csync/type-list', severity: 'warning', source: 'RFC 7477 §2.1.1.2.1', summary: 'Unsupported type in a CSYNC record',
    messages: { other: 'Parents copy only NS, A and AAAA records, and may ignore a CSYNC with {types}.' },
  },
  {
    code: 'csync/not-apex', severity: 'warning', source: 'RFC 7477 §2', summary: 'CSYNC below the apex',
    messages: { below: 'Parents look for CSYNC only at {apex}, so they never see {name}.' },
  },
];

const copied = new Set(['NS', 'A', 'AAAA']);

/** What a zone asks its parent to copy: RFC 7477 §2. */
export default defineFamily(metas, eachRecord(['CSYNC']), function* (record, context) {
  const { zone } = context;
  if (record.broken || !zone.apexKnown || !zone.inZone(record.owner)) return;
  if (record.owner !== zone.apex) yield { code: 'csync/not-apex', message: 'below', at: record.ownerSpan ?? record.typeSpan, args: { apex: context.show(zone.apex), name: context.show(record.owner) } };
  const flags = record.number('flags');
  if ((flags & ~3) !== 0) yield { code: 'csync/flags', message: 'unknown', at: record.span('flags'), args: { flags } };
  const types = record.print('type-bit-map').split(/\s+/).filter(type => type !== '' && !copied.has(type));
  if (types.length > 0) yield { code: 'csync/type-list', message: 'other', at: record.span('type-bit-map'), args: { types: types.join(', ') } };
});

import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'csync/flags', severity: 'warning', source: 'RFC 7477 §2.1.1.2', summary: 'Flags of a CSYNC record that mean nothing.',
    messages: { unknown: 'Flags of {flags} have bits that mean nothing: the parent must then ignore this record. Use 1 (at once), 2 (respect the serial) or 3 (both).' },
  },
  {
    code: 'csync/type-list', severity: 'warning', source: 'RFC 7477 §2.1.1.2.1', summary: 'A CSYNC record asks the parent to copy a type that it cannot copy.',
    messages: { other: 'The parent can copy NS, A and AAAA records; with {types} in the list it may ignore the whole record. For DS, use CDS or CDNSKEY.' },
  },
  {
    code: 'csync/not-apex', severity: 'warning', source: 'RFC 7477 §2', summary: 'A CSYNC record below the apex of the zone.',
    messages: { below: 'Parents look for CSYNC at {apex} only, not at {name}: nobody sees this record. Move it there.' },
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

import { ROOT } from '../../../names/name-tree.ts';
import { RecordView } from '../../../model/record-view.ts';
import { textOrder } from '../../../model/text-order.ts';
import type { Zone } from '../../../model/zone.ts';
import { keyTag } from '../../dnssec.ts';
import { defineRule, eachRrset } from '../../rule.ts';

const DS = 43;

export default defineRule({
  meta: {
    code: 'ds/key-mismatch',
    severity: 'warning',
    source: 'RFC 4035 §5.2',
    summary: 'The DS records in the parent zone fit none of the keys.',
    messages: { none: 'The zone {parent} has DS records for {name}, but none of them fits a key here: validators find no chain of trust, and {name} does not resolve for them. Give the parent a DS of the key signing key.' },
  },
  on: eachRrset(['DNSKEY'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex && name !== ROOT }),
  *check({ owner, records }, context) {
    const parent = context.zoneOf(context.absolute(context.zone.names.parent(owner)));
    if (parent === undefined || parent === context.zone || records.some(record => record.broken)) return;
    const ds = dsIn(parent, context.absolute(owner)), [first] = ds;
    if (first === undefined || ds.some(record => record.broken)) return;
    const keys = new Set(records.map(record => `${keyTag(record.octets)}/${record.number('algorithm')}`));
    if (ds.some(record => keys.has(`${record.number('key-tag')}/${record.number('algorithm')}`))) return;
    yield {
      message: 'none', at: records[0]!.typeSpan, args: { parent: parent.names.text(parent.apex).replace(/(.)\.$/, '$1'), name: context.show(owner) },
      related: [{ at: first.typeSpan, zone: parent, message: 'The DS record in the parent zone.' }],
    };
  },
});

function dsIn(zone: Zone, name: string): readonly RecordView[] {
  const id = zone.names.find(name), found: RecordView[] = [];
  if (id < 0) return found;
  for (let record = zone.records.first(id); record >= 0; record = zone.records.next[record]!) if (zone.records.type[record] === DS) found.push(new RecordView(zone, record));
  return found.sort((a, b) => textOrder(zone, a.id, b.id));
}

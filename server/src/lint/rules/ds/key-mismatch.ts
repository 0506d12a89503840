import { ROOT } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { textOrder } from '../../../zone/model/text-order.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { keyDigest, keysByNumber, namedKey } from '../../../zone/format/dnssec.ts';
import { compareOctets } from '../../../zone/format/canonical-order.ts';
import { hexText } from '../../../zone/rrtypes/kinds/digits.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { DS } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRrset(['DNSKEY'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex && name !== ROOT }),
  reports: 'ds/key-mismatch',
  *run({ owner, records }, context) {
    const parent = context.zoneOf(context.absolute(context.zone.names.parent(owner)));
    if (parent === undefined || parent === context.zone || records.some((record) => record.broken)) return;
    const ds = dsIn(parent, context.absolute(owner)),
      [first] = ds;
    if (first === undefined || ds.some((record) => record.broken)) return;
    const keys = keysByNumber(records);
    const fitting = ds.flatMap((record) => (keys.get(namedKey(record)) ?? []).map((key) => ({ record, key })));
    if (fitting.some(({ record, key }) => isDigestOf(record, key))) return;
    const parentName = parent.names.text(parent.apex).replace(/(.)\.$/, '$1'),
      [wrong] = fitting,
      digest = wrong === undefined ? undefined : keyDigest(wrong.key, wrong.record.number('digest-type'));
    if (wrong !== undefined && digest !== undefined) {
      const right = hexText(digest);
      yield {
        message: 'digest',
        at: wrong.key.typeSpan,
        args: {
          parent: parentName,
          tag: wrong.record.number('key-tag'),
          name: context.show(owner),
          digest: right.slice(0, 8),
        },
        related: [{ at: wrong.record.span('digest'), zone: parent, message: 'The digest in the parent zone' }],
        fixes: [
          replacement(
            parent,
            wrong.record.span('digest'),
            right,
            `Write the digest of this key into ${parentName}`,
            false,
          ),
        ],
      };
      return;
    }
    yield {
      message: 'none',
      at: records[0]!.typeSpan,
      args: { parent: parentName, name: context.show(owner) },
      related: [{ at: first.typeSpan, zone: parent, message: 'The DS record in the parent zone' }],
    };
  },
});

/** Whether a DS record has the digest of a key, as far as that can be told: not of digest types that nobody computes here. */
function isDigestOf(ds: RecordView, key: RecordView): boolean {
  const digest = keyDigest(key, ds.number('digest-type')),
    written = ds.field('digest')?.octets;
  return digest === undefined || written === undefined || compareOctets(digest, written) === 0;
}

function dsIn(zone: Zone, name: string): readonly RecordView[] {
  const id = zone.names.find(name),
    found: RecordView[] = [];
  if (id < 0) return found;
  for (let record = zone.records.first(id); record >= 0; record = zone.records.next[record]!)
    if (zone.records.type[record] === DS) found.push(new RecordView(zone, record));
  return found.sort((a, b) => textOrder(zone, a.id, b.id));
}

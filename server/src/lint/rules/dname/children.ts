import type { NameId } from '../../../names/name-tree.ts';
import { HAS_DNAME } from '../../../zone/records/record-table.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { textOrder } from '../../../zone/model/text-order.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { DNAME } from '../../../zone/rrtypes/codes.ts';

/** RRSIG, NSEC and NSEC3. */
const signer = new Set([46, 47, 50]);
/** More names below one DNAME need not be shown. */
const ENOUGH = 100;

export default check({
  on: wholeZone(),
  reports: 'dname/children',
  *run(zone, context) {
    for (const dname of context.allOfType(DNAME)) {
      if (dname.broken || recordAt(zone, dname.owner, DNAME) !== dname.id) continue;
      const ids = [...recordsBelow(zone, dname.owner)].sort((a, b) => textOrder(zone, a, b)).slice(0, ENOUGH);
      for (const id of ids) {
        const record = new RecordView(zone, id);
        yield {
          message: 'below',
          at: record.ownerSpan ?? record.typeSpan,
          args: {
            name: context.show(record.owner),
            above: context.show(dname.owner),
            target: context.show(dname.target),
          },
          related: [{ at: dname.typeSpan, message: 'The DNAME record' }],
        };
      }
    }
  },
});

/** The first record of each name below one, DNSSEC's aside. */
function* recordsBelow(zone: Zone, name: NameId): Iterable<RecordId> {
  const { names, records } = zone;
  for (let child = names.firstChild(name); child !== 0; child = names.nextSibling(child)) {
    let first = -1;
    for (let id = records.first(child); id >= 0; id = records.next[id]!)
      if (!signer.has(records.type[id]!) && (first < 0 || textOrder(zone, id, first) < 0)) first = id;
    if (first >= 0) yield first;
    if ((records.kinds(child) & HAS_DNAME) === 0) yield* recordsBelow(zone, child);
  }
}

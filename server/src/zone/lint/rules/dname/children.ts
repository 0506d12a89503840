import type { NameId } from '../../../names/name-tree.ts';
import { HAS_DNAME } from '../../../records/record-table.ts';
import { recordAt } from '../../../model/lookup.ts';
import { RecordView } from '../../../model/record-view.ts';
import type { Zone } from '../../../model/zone.ts';
import { defineRule, wholeZone } from '../../rule.ts';

const DNAME = 39;
/** More names below one DNAME need not be shown. */
const ENOUGH = 100;

export default defineRule({
  meta: {
    code: 'dname/children',
    severity: 'error',
    source: 'RFC 6672 §2.4',
    summary: 'A name below a DNAME has records.',
    messages: { below: '{name} lies below the DNAME at {above}, which redirects everything there to {target}: this record is never answered, and NSD and Knot refuse the zone. Move it to {target}, or remove the DNAME.' },
  },
  on: wholeZone(),
  *check(zone, context) {
    for (const dname of context.allOfType(DNAME)) {
      if (dname.broken || recordAt(zone, dname.owner, DNAME) !== dname.id) continue;
      let seen = 0;
      for (const record of recordsBelow(zone, dname.owner)) {
        if (++seen > ENOUGH) break;
        yield {
          message: 'below', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(record.owner), above: context.show(dname.owner), target: context.show(dname.target) },
          related: [{ at: dname.typeSpan, message: 'The DNAME record.' }],
        };
      }
    }
  },
});

/** The first record of each name below one, DNSSEC's aside. */
function* recordsBelow(zone: Zone, name: NameId): Iterable<RecordView> {
  for (let child = zone.names.firstChild(name); child !== 0; child = zone.names.nextSibling(child)) {
    for (let id = zone.records.first(child); id >= 0; id = zone.records.next[id]!) {
      const type = zone.records.type[id]!;
      if (type === 46 || type === 47 || type === 50) continue;
      yield new RecordView(zone, id);
      break;
    }
    if ((zone.records.kinds(child) & HAS_DNAME) === 0) yield* recordsBelow(zone, child);
  }
}

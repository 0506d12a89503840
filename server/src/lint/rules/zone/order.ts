import { LABEL_UNDERSCORE, ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { walkMaster } from '../../../zone/format/master-walk.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { isReverseZone } from '../../kit/special-zone.ts';
import { check, wholeZone } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'zone/empty-nonterminal' | 'zone/case-duplicate-owner'>;

/** In larger zones nobody looks for them, and this runs after every edit. */
const MOST_RECORDS = 100_000;
/** Empty names that are listed: one owner name may have more than a hundred above it. */
const MOST_EMPTY = 1000;

/** What the order of the text tells about the names of a zone. */
export default check({
  on: wholeZone(),
  reports: ['zone/empty-nonterminal', 'zone/case-duplicate-owner'],
  *run(zone, context) {
    if (!zone.apexKnown || zone.records.count > MOST_RECORDS) return;
    const last = new Map<NameId, RecordId>(),
      told = new Set<NameId>(),
      found: Said[] = [];
    let previous: NameId = -1,
      firstLeftOut: RecordId = -1;
    walkMaster(zone, {
      record(id, _block, generated) {
        const owner = zone.records.owner[id]!;
        if (generated || owner < 0 || !zone.inZone(owner)) return;
        const before = last.get(owner);
        if (before !== undefined && owner !== previous)
          found.push({
            code: 'zone/case-duplicate-owner',
            message: 'again',
            at: nameSpan(zone, id),
            args: { name: context.show(owner) },
            related: [{ at: nameSpan(zone, before), message: 'The records before' }],
          });
        last.set(owner, id);
        previous = owner;
        for (const empty of emptyAbove(zone, owner)) {
          if (told.has(empty)) continue;
          told.add(empty);
          if (told.size > MOST_EMPTY) {
            if (firstLeftOut < 0) firstLeftOut = id;
            continue;
          }
          found.push({
            code: 'zone/empty-nonterminal',
            message: 'empty',
            at: nameSpan(zone, id),
            args: { name: context.show(empty), below: context.show(owner) },
          });
        }
      },
      directive: () => undefined,
      included: () => undefined,
      block: () => undefined,
    });
    if (firstLeftOut >= 0)
      found.push({
        code: 'zone/empty-nonterminal',
        message: 'more',
        at: nameSpan(zone, firstLeftOut),
        args: { count: told.size - MOST_EMPTY },
      });
    yield* found;
  },
});

function nameSpan(zone: Zone, id: RecordId): Span {
  const { ownerSpan, typeSpan } = new RecordView(zone, id);
  return ownerSpan ?? typeSpan;
}

/** Names between a name and the apex without records; those of services, whose labels begin with an underscore, and of reverse zones are so by nature. */
function* emptyAbove(zone: Zone, name: NameId): Iterable<NameId> {
  if (name === zone.apex || isReverseZone(zone)) return;
  for (let above = zone.names.parent(name); above !== zone.apex && above !== ROOT; above = zone.names.parent(above)) {
    if (zone.records.first(above) >= 0) return;
    if ((zone.names.labelFlags(above) & LABEL_UNDERSCORE) === 0) yield above;
  }
}

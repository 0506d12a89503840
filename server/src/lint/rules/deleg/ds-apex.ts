import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { removeRecord } from '../../kit/edits.ts';
import { check, eachRecord, wholeZone } from '../../engine/check.ts';
import { DS, NS } from '../../../zone/rrtypes/codes.ts';

const atApex = check({
  on: eachRecord(['DS'], { when: (zone, _record, name) => name === zone.apex }),
  reports: 'deleg/ds-apex',
  *run(ds, context) {
    if (!context.zone.apexKnown) return;
    yield {
      message: 'apex',
      at: ds.typeSpan,
      args: { name: context.show(ds.owner) },
      fixes: [{ title: 'Remove the DS record', safe: false, edits: () => removeRecord(ds) }],
    };
  },
});

/** The order of the text decides. */
const takenForGlue = check({
  on: wholeZone(),
  reports: 'deleg/ds-apex',
  *run(zone, context) {
    if (!zone.apexKnown) return;
    const servers = new Set(
      context
        .records(zone.apex, NS)
        .map((ns) => ns.target)
        .filter((target) => target !== zone.apex && zone.inZone(target)),
    );
    for (const server of servers)
      for (const ds of context.records(server, DS)) {
        if (isTakenForGlue(zone, ds))
          yield {
            message: 'glue',
            at: ds.typeSpan,
            args: { name: context.show(server), apex: context.show(zone.apex) },
          };
      }
  },
});

export default [atApex, takenForGlue];

/** BIND's loader goes on with the apex while the names that follow are servers of the apex, as its NS records so far say. */
function isTakenForGlue(zone: Zone, { id, owner, block }: RecordView): boolean {
  const { records } = zone,
    ids = block.records,
    servers = new Set<NameId>(),
    between = new Set<NameId>([owner]);
  for (let k = ids.indexOf(id) - 1; k >= 0; k--) {
    const before = ids[k]!,
      name = records.owner[before]!;
    if (name !== zone.apex) {
      if (servers.size > 0) break;
      between.add(name);
    } else if (records.type[before] === NS) servers.add(records.target[before]!);
  }
  return [...between].every((name) => servers.has(name));
}

import type { NameId } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRecord, wholeZone } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const NS = 2, DS = 43;

const meta: RuleMeta = {
  code: 'deleg/ds-apex',
  severity: 'error',
  source: 'RFC 4035 §2.4',
  summary: `DS record at the zone's apex, actual or as BIND reads it`,
  messages: {
    apex: `The DS record of {name} belongs in the parent zone: servers refuse it at the zone's own apex.`,
    glue: `BIND reads {name}, right after {apex}, as glue: this DS then counts as the apex's, and BIND refuses the zone.`,
  },
  fix: 'unsafe',
  bind: 'error',
};

const atApex = defineRule({
  meta,
  on: eachRecord(['DS'], { when: (zone, _record, name) => name === zone.apex }),
  *check(ds, context) {
    if (!context.zone.apexKnown) return;
    yield { message: 'apex', at: ds.typeSpan, args: { name: context.show(ds.owner) }, ...(ds.generated ? {} : { fixes: [{ title: 'Remove the DS record', safe: false, edits: () => removeRecord(ds) }] }) };
  },
});

/** The order of the text decides. */
const takenForGlue = defineRule({
  meta,
  on: wholeZone(),
  *check(zone, context) {
    if (!zone.apexKnown) return;
    const servers = new Set(context.records(zone.apex, NS).map(ns => ns.target).filter(target => target !== zone.apex && zone.inZone(target)));
    for (const server of servers) for (const ds of context.records(server, DS)) {
      if (isTakenForGlue(zone, ds)) yield { message: 'glue', at: ds.typeSpan, args: { name: context.show(server), apex: context.show(zone.apex) } };
    }
  },
});

export default [atApex, takenForGlue];

/** BIND's loader goes on with the apex while the names that follow are servers of the apex, as its NS records so far say. */
function isTakenForGlue(zone: Zone, { id, owner, block }: RecordView): boolean {
  const { records } = zone, ids = block.records, servers = new Set<NameId>(), between = new Set<NameId>([owner]);
  for (let k = ids.indexOf(id) - 1; k >= 0; k--) {
    const before = ids[k]!, name = records.owner[before]!;
    if (name !== zone.apex) { if (servers.size > 0) break; between.add(name); } else if (records.type[before] === NS) servers.add(records.target[before]!);
  }
  return [...between].every(name => servers.has(name));
}

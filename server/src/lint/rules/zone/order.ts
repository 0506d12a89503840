import { LABEL_UNDERSCORE, ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { walkMaster } from '../../../zone/format/master-walk.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { isReverseZone } from '../../kit/special-zone.ts';
import { defineFamily, wholeZone } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

/** In larger zones nobody looks for them, and this runs after every edit. */
const MOST_RECORDS = 100_000;

const metas: readonly RuleMeta[] = [
  {
    code: 'zone/empty-nonterminal', severity: 'information', profile: 'all', source: 'RFC 4592 §2.2.2', summary: 'Empty non-terminal',
    messages: { empty: `{name} exists only because of {below}: queries get an empty answer, and wildcards don't cover it.` },
  },
  {
    code: 'zone/case-duplicate-owner', severity: 'hint', profile: 'all', source: 'practice', summary: 'Records of one name in separate places',
    messages: { again: 'Other records of {name} are further up, so an edit may miss one of the two places.' },
  },
];

/** What the order of the text tells about the names of a zone. */
export default defineFamily(metas, wholeZone(), function* (zone, context) {
  if (!zone.apexKnown || zone.records.count > MOST_RECORDS) return;
  const last = new Map<NameId, RecordId>(), told = new Set<NameId>(), found: Draft[] = [];
  let previous: NameId = -1;
  walkMaster(zone, {
    record(id, _block, generated) {
      const owner = zone.records.owner[id]!;
      if (generated || owner < 0 || !zone.inZone(owner)) return;
      const before = last.get(owner);
      if (before !== undefined && owner !== previous) found.push({ code: 'zone/case-duplicate-owner', message: 'again', at: nameSpan(zone, id), args: { name: context.show(owner) }, related: [{ at: nameSpan(zone, before), message: 'The records before' }] });
      last.set(owner, id);
      previous = owner;
      for (const empty of emptyAbove(zone, owner)) {
        if (told.has(empty)) continue;
        told.add(empty);
        found.push({ code: 'zone/empty-nonterminal', message: 'empty', at: nameSpan(zone, id), args: { name: context.show(empty), below: context.show(owner) } });
      }
    },
    directive: () => undefined,
    included: () => undefined,
    block: () => undefined,
  });
  yield* found;
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

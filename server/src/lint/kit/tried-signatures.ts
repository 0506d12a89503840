import type { RecordId } from '../../zone/records/record-table.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { RuleContext } from '../engine/context.ts';
import { MOST_SIGNATURES } from '../../zone/format/dnssec.ts';
import { RRSIG } from '../../zone/rrtypes/codes.ts';

/** Whether a name has more signatures than are tried over one RRset, whatever they cover. Asked for every signature. */
export function hasManySignatures({ records }: Zone, name: NameId): boolean {
  let count = 0;
  for (let id = records.first(name); id >= 0; id = records.next[id]!)
    if (records.type[id] === RRSIG && ++count > MOST_SIGNATURES) return true;
  return false;
}

/** Whether a signature is among the first ones over its RRset, which are the ones that are verified. */
export function isTried(rrsig: RecordView, context: RuleContext): boolean {
  if (!hasManySignatures(context.zone, rrsig.owner)) return true;
  return context
    .fact(`signatures tried at ${rrsig.owner}`, () => tried(context.records(rrsig.owner, RRSIG)))
    .has(rrsig.id);
}

function tried(signatures: readonly RecordView[]): ReadonlySet<RecordId> {
  const found = new Set<RecordId>(),
    counts = new Map<number, number>();
  for (const signature of signatures) {
    if (signature.broken) continue;
    const type = signature.number('type-covered'),
      count = counts.get(type) ?? 0;
    counts.set(type, count + 1);
    if (count < MOST_SIGNATURES) found.add(signature.id);
  }
  return found;
}

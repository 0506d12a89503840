import { BROKEN } from '../../../records/record-table.ts';
import type { RecordId } from '../../../records/record-table.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { recordAt } from '../../../model/lookup.ts';
import { RecordView } from '../../../model/record-view.ts';
import { textOrder } from '../../../model/text-order.ts';
import type { Zone } from '../../../model/zone.ts';
import { canonicalOrder, standingOf } from '../../signed-names.ts';
import { defineFamily, wholeZone } from '../../rule.ts';
import type { RuleContext } from '../../context.ts';
import type { Draft, RuleMeta } from '../../rule.ts';

const RRSIG = 46, NSEC = 47;
/** In larger zones the chain is left to the signer: this runs after every edit. */
const MOST_RECORDS = 100_000;
/** More findings of one kind are not shown. */
const ENOUGH = 20;

const metas: readonly RuleMeta[] = [
  {
    code: 'nsec/chain', severity: 'warning', source: 'RFC 4034 §4.1.1', summary: 'An NSEC record does not lead to the next name of the zone.',
    messages: {
      nowhere: 'The chain breaks here: {next} has no NSEC record, so nothing proves what is and is not behind {name}. The zone was changed after it was signed; sign it anew.',
      skips: '{other} lies between {name} and {next}, so this record denies a name that exists: validators take {other} for missing. Sign the zone anew.',
      backwards: '{next} comes before {name}: only the last record of the chain leads back, and it leads to {apex}. Sign the zone anew.',
    },
  },
  {
    code: 'nsec/missing', severity: 'warning', source: 'RFC 4035 §2.3', summary: 'A name of a signed zone has no NSEC record.',
    messages: { none: '{name} has no NSEC record, as the other names of this signed zone have: validators are told that it does not exist. It was added after the zone was signed; sign it anew.' },
  },
];

interface Break { readonly record: RecordId; readonly message: 'nowhere' | 'skips' | 'backwards'; readonly other?: NameId }

/**
 * The chain of NSEC records (RFC 4034 §4.1.1). When every record leads to a name that has one, no two lead to the same, and all but those to the apex lead forwards, it is whole.
 */
export default defineFamily(metas, wholeZone(), function* (zone, context) {
  const { records } = zone;
  if (!zone.apexKnown || records.count > MOST_RECORDS || recordAt(zone, zone.apex, NSEC) < 0) return;
  // Remembered until a record changes: most edits are of comments and of what is being typed.
  const { broken, without } = context.fact('nsec-chain', () => ({
    broken: breaks(zone).sort((a, b) => textOrder(zone, a.record, b.record)).slice(0, ENOUGH), without: namesWithout(zone).sort((a, b) => textOrder(zone, a, b)).slice(0, ENOUGH),
  }));
  for (const { record, message, other } of broken) yield breakDraft(new RecordView(zone, record), message, other, context);
  for (const record of without) {
    const view = new RecordView(zone, record);
    yield { code: 'nsec/missing', message: 'none', at: view.ownerSpan ?? view.typeSpan, args: { name: context.show(view.owner) } };
  }
});

function breakDraft(nsec: RecordView, message: Break['message'], other: NameId | undefined, context: RuleContext): Draft {
  const args = { name: context.show(nsec.owner), next: context.show(nsec.target), apex: context.show(context.zone.apex), other: other === undefined ? '' : context.show(other) };
  return { code: 'nsec/chain', message, at: nsec.span('next-domain-name'), args };
}

function breaks(zone: Zone): Break[] {
  const { records } = zone, nearest = new Map<NameId, RecordId>(), sound: RecordId[] = [], found: Break[] = [];
  for (let id = 0; id < records.limit; id++) {
    if (records.type[id] !== NSEC || records.owner[id]! < 0 || (records.flags[id]! & BROKEN) !== 0) continue;
    const owner = records.owner[id]!, next = records.target[id]!, standing = standingOf(zone, owner);
    if (standing === 'outside' || standing === 'below' || next < 0 || recordAt(zone, owner, NSEC) !== id) continue;
    if (recordAt(zone, next, NSEC) < 0) { found.push({ record: id, message: 'nowhere' }); continue; }
    if (next !== zone.apex && canonicalOrder(zone, owner, next) >= 0) { found.push({ record: id, message: 'backwards' }); continue; }
    const rival = nearest.get(next);
    if (rival === undefined || canonicalOrder(zone, records.owner[rival]!, owner) < 0) nearest.set(next, id);
    sound.push(id);
  }
  for (const record of sound) {
    const rival = nearest.get(records.target[record]!)!;
    if (rival !== record) found.push({ record, message: 'skips', other: records.owner[rival]! });
  }
  return found;
}

/** The first record of each name that should be in the chain and is not. */
function namesWithout(zone: Zone): RecordId[] {
  const { records, names } = zone, found: RecordId[] = [];
  for (let name = 0; name < names.size; name++) {
    if (records.first(name) < 0) continue;
    let first = -1, own = false, has = false;
    for (let id = records.first(name); id >= 0; id = records.next[id]!) {
      if (records.type[id] === NSEC) has = true;
      else if (records.type[id] !== RRSIG) { own = true; if (first < 0 || textOrder(zone, id, first) < 0) first = id; }
    }
    if (has || !own) continue;
    const standing = standingOf(zone, name);
    if (standing === 'own' || standing === 'cut') found.push(first);
  }
  return found;
}

import type { NameId } from '../../names/name-tree.ts';
import { HAS_ADDRESS, HAS_MX } from '../../zone/records/record-table.ts';
import { addressText } from '../../text/address.ts';
import type { RuleContext } from '../engine/context.ts';

const MX = 15;

/** Common names of mail hosts below an apex, in the order in which people use them. */
const usual = ['mail', 'smtp', 'mx', 'mx1', 'mail1'];

/** A host of the zone that has an address, looked for at the usual names of mail hosts; -1 when none has it. */
export function hostWithAddress(context: RuleContext, octets: Uint8Array): NameId {
  const { zone } = context, wanted = addressText(octets), type = octets.length === 4 ? 1 : 28;
  const candidates = [...usual.map(label => context.child(zone.apex, label)), zone.apex].filter(name => name >= 0);
  candidates.sort((a, b) => (context.referrerKinds(b) & HAS_MX) - (context.referrerKinds(a) & HAS_MX));
  for (const name of candidates) for (const record of context.records(name, type)) if (!record.broken && addressText(record.octets) === wanted) return name;
  return -1;
}

/** A host with an address to which mail for a name may go: one that takes the apex's mail, or else has a usual name of mail hosts; -1 when none does, or mail for the name goes there already. */
export function otherMailHost(context: RuleContext, owner: NameId): NameId {
  const { zone } = context, targetsOf = (name: NameId): readonly NameId[] => [...context.records(name, MX)].filter(record => !record.broken).map(({ target }) => target);
  const taken = new Set(targetsOf(owner));
  const candidates = [...(owner === zone.apex ? [] : targetsOf(zone.apex)), ...usual.map(label => context.child(zone.apex, label))];
  return candidates.find(name => name > 0 && !taken.has(name) && (context.kinds(name) & HAS_ADDRESS) !== 0) ?? -1;
}

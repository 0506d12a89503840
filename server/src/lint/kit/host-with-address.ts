import type { NameId } from '../../names/name-tree.ts';
import { HAS_ADDRESS, HAS_MX } from '../../zone/records/record-table.ts';
import { addressText } from '../../text/address.ts';
import type { RuleContext } from '../engine/context.ts';
import { A, AAAA, MX } from '../../zone/rrtypes/codes.ts';

/** Common names of mail hosts below an apex, in the order in which people use them. */
const usual = ['mail', 'smtp', 'mx', 'mx1', 'mail1'];

/** A host of the zone that has an address, looked for at the usual names of mail hosts; -1 when none has it. */
export function hostWithAddress(context: RuleContext, octets: Uint8Array): NameId {
  return context.fact('addresses of usual mail hosts', () => usualHosts(context)).get(addressText(octets)) ?? -1;
}

/** The first of the usual names that has an address, by the address. Those that MX records point at come first. */
function usualHosts(context: RuleContext): ReadonlyMap<string, NameId> {
  const { zone } = context,
    found = new Map<string, NameId>();
  const candidates = [...usual.map((label) => context.child(zone.apex, label)), zone.apex].filter((name) => name >= 0);
  candidates.sort((a, b) => (context.referrerKinds(b) & HAS_MX) - (context.referrerKinds(a) & HAS_MX));
  for (const name of candidates)
    for (const type of [A, AAAA])
      for (const record of context.records(name, type)) {
        const octets = record.broken ? undefined : addressText(record.octets);
        if (octets !== undefined && !found.has(octets)) found.set(octets, name);
      }
  return found;
}

/** A host with an address to which mail for a name may go: one that takes the apex's mail, or else has a usual name of mail hosts; -1 when none does, or mail for the name goes there already. */
export function otherMailHost(context: RuleContext, owner: NameId): NameId {
  const { zone } = context;
  const taken = context.fact(`MX hosts of ${owner}`, () => new Set(mailHosts(context, owner)));
  const candidates = context.fact('mail hosts with an address', () => {
    const withAddress = (names: readonly NameId[]): readonly NameId[] =>
      names.filter((name) => name > 0 && (context.kinds(name) & HAS_ADDRESS) !== 0);
    return {
      ofApex: withAddress(mailHosts(context, zone.apex)),
      usual: withAddress(usual.map((label) => context.child(zone.apex, label))),
    };
  });
  const free = (name: NameId): boolean => !taken.has(name);
  return (owner === zone.apex ? undefined : candidates.ofApex.find(free)) ?? candidates.usual.find(free) ?? -1;
}

const mailHosts = (context: RuleContext, name: NameId): readonly NameId[] =>
  context
    .records(name, MX)
    .filter((record) => !record.broken)
    .map(({ target }) => target);

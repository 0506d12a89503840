import type { NameId } from '../names/name-tree.ts';
import { isMailHost } from './mail-hosts.ts';
import { addressText } from '../text/address.ts';
import type { RuleContext } from './context.ts';

/** Common names of mail hosts below an apex, in the order in which people use them. */
const usual = ['mail', 'smtp', 'mx', 'mx1', 'mail1'];

/** A host of the zone that has an address, looked for at the usual names of mail hosts; -1 when none has it. */
export function hostWithAddress(context: RuleContext, octets: Uint8Array): NameId {
  const { zone } = context, wanted = addressText(octets), type = octets.length === 4 ? 1 : 28;
  const candidates = [...usual.map(label => context.child(zone.apex, label)), zone.apex].filter(name => name >= 0);
  candidates.sort((a, b) => Number(isMailHost(zone, b)) - Number(isMailHost(zone, a)));
  for (const name of candidates) for (const record of context.records(name, type)) if (!record.broken && addressText(record.octets) === wanted) return name;
  return -1;
}

import type { NameId } from '../../../names/name-tree.ts';
import { HAS_ADDRESS, PRIVATE_ADDRESS, SPECIAL_ADDRESS } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Fix } from '../../../findings/fix.ts';
import { isInternalZone } from '../mail-hosts.ts';
import { A, MX, NS } from '../../../zone/rrtypes/codes.ts';

/** Whether a zone is answered inside a private network only: it says so, or those of its name servers that are in it have private IPv4 addresses (RFC 1918) and no others. */
export function isServedInside(context: RuleContext): boolean {
  return context.fact(
    'served-inside',
    () => isInternalZone(context.zone, context.settings.internal) || targetsAddresses(context, NS) === PRIVATE,
  );
}

/** Whether mail of a name is that of a private network: its own address, or else the zone's mail hosts and servers, are private ones and no others. */
export function sendsInside(context: RuleContext, name: NameId): boolean {
  const own = addressesOf(context, name);
  if (own === PRIVATE || isServedInside(context)) return true;
  return (
    own === 0 &&
    context.fact(
      'mail-inside',
      () => (targetsAddresses(context, MX) | addressesOf(context, context.zone.apex)) === PRIVATE,
    )
  );
}

/** What addresses the hosts have that the apex's records of a type point at. */
function targetsAddresses(context: RuleContext, type: number): number {
  const { zone } = context,
    { records } = zone;
  let found = 0;
  for (let id = records.first(zone.apex); id >= 0; id = records.next[id]!)
    if (records.type[id] === type) found |= addressesOf(context, records.target[id]!);
  return found;
}

const PRIVATE = 1,
  OTHER = 2;

function addressesOf(context: RuleContext, name: NameId): number {
  const { zone } = context;
  if (name <= 0 || (context.kinds(name) & HAS_ADDRESS) === 0) return 0;
  let found = 0;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] === A) found |= (zone.records.flags[id]! & PRIVATE_ADDRESS) !== 0 ? PRIVATE : OTHER;
  return found;
}

/** Whether one of a name's addresses may be one that the Internet cannot reach. Asked for every mail host. */
export function mayBeUnreachable({ records }: Zone, name: NameId): boolean {
  for (let id = records.first(name); id >= 0; id = records.next[id]!)
    if ((records.flags[id]! & SPECIAL_ADDRESS) !== 0) return true;
  return false;
}

/** The comment that says that a zone is the internal side of a split DNS, at the top, where it is looked for. */
export function markInternal({ root: { uri } }: Zone): Fix {
  const top = { line: 0, character: 0 };
  return {
    title: 'Mark this zone as internal with "; zonewright: internal"',
    safe: false,
    edits: () => [{ uri, range: { start: top, end: top }, text: '; zonewright: internal\n' }],
  };
}

import type { NameId } from '../../names/name-tree.ts';
import { HAS_ADDRESS } from '../../records/record-table.ts';
import type { RecordId } from '../../records/record-table.ts';
import type { Zone } from '../../model/zone.ts';
import type { RuleContext } from '../context.ts';
import { isInternalZone } from '../mail-hosts.ts';

const A = 1, NS = 2, MX = 15, AAAA = 28;

/** Whether a zone is answered inside a private network only: it says so, or those of its name servers that are in it have private IPv4 addresses (RFC 1918) and no others. */
export function isServedInside(context: RuleContext): boolean {
  const { zone } = context;
  return isInternalZone(zone, context.settings.internal) || targetsAddresses(context, NS) === PRIVATE;
}

/** Whether mail of a name is that of a private network: its own address, or else the zone's mail hosts and servers, are private ones and no others. */
export function sendsInside(context: RuleContext, name: NameId): boolean {
  const own = addressesOf(context, name);
  if (own === PRIVATE || isServedInside(context)) return true;
  return own === 0 && (targetsAddresses(context, MX) | addressesOf(context, context.zone.apex)) === PRIVATE;
}

/** What addresses the hosts have that the apex's records of a type point at. */
function targetsAddresses(context: RuleContext, type: number): number {
  const { zone } = context, { records } = zone;
  let found = 0;
  for (let id = records.first(zone.apex); id >= 0; id = records.next[id]!) if (records.type[id] === type) found |= addressesOf(context, records.target[id]!);
  return found;
}

const PRIVATE = 1, OTHER = 2;

function addressesOf(context: RuleContext, name: NameId): number {
  const { zone } = context;
  if (name <= 0 || (context.kinds(name) & HAS_ADDRESS) === 0) return 0;
  let found = 0;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) if (zone.records.type[id] === A) found |= useOf(zone, id) === 'private' ? PRIVATE : OTHER;
  return found;
}

/** Whether one of a name's addresses may be one that the Internet cannot reach. Asked for every mail host: reads the bytes, makes nothing. */
export function mayBeUnreachable(zone: Zone, name: NameId): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    const type = zone.records.type[id];
    if ((type === A || type === AAAA) && useOf(zone, id) !== 'other') return true;
  }
  return false;
}

/** What an address record's line shows of its address: the first token that begins like one. `special`: anything but a private one (RFC 1918) or an ordinary one. */
function useOf(zone: Zone, record: RecordId): 'private' | 'special' | 'other' {
  const { bytes } = zone.blockOf(record).chunk;
  let i = zone.records.offset[record]!;
  while (i < bytes.length && bytes[i] !== 32 && bytes[i] !== 9 && bytes[i] !== 10) i++;
  for (; i < bytes.length; i++) {
    const c = bytes[i]!, before = bytes[i - 1]!;
    if (c === 59 || c === 10) return 'special';
    if (before !== 32 && before !== 9) continue;
    if (c === 58) return 'special';
    if (c < 48 || c > 57) continue;
    let end = i;
    while ((bytes[end]! >= 48 && bytes[end]! <= 57) || (bytes[end]! >= 97 && bytes[end]! <= 102) || (bytes[end]! >= 65 && bytes[end]! <= 70)) end++;
    // Global unicast addresses begin with 2 or 3 (RFC 4291 §2.4).
    if (bytes[end] === 58) return end - i === 4 && (c === 50 || c === 51) ? 'other' : 'special';
    if (bytes[end] === 46) return useOfIp4(bytes, i, end + 1);
  }
  return 'special';
}

function useOfIp4(bytes: Uint8Array, start: number, at: number): 'private' | 'special' | 'other' {
  let first = 0, second = 0, i = start;
  for (; bytes[i]! >= 48 && bytes[i]! <= 57; i++) first = first * 10 + bytes[i]! - 48;
  for (i = at; bytes[i]! >= 48 && bytes[i]! <= 57; i++) second = second * 10 + bytes[i]! - 48;
  if (first === 10 || (first === 172 && second >> 4 === 1) || (first === 192 && second === 168)) return 'private';
  const ordinary = first > 0 && first < 224 && first !== 127 && !(first === 100 && second >= 64 && second < 128) && !(first === 169 && second === 254) && !(first === 192 && second === 0) && !(first === 198 && second >> 1 === 9);
  return ordinary ? 'other' : 'special';
}

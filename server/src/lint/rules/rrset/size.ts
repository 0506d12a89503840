import type { NameId } from '../../../names/name-tree.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

/** The largest DNS message (RFC 1035 §4.2.2) and what passes without fragments (RFC 9715 §3). Octets. */
const MESSAGE = 65535,
  PACKET = 1232;
/** Among so many records of other types those of one type are not looked for, but taken from the RRset. */
const MANY = 256;
/** Types whose records are long, so that a few are many octets: TXT, DNSKEY, RRSIG. */
const long = new Set([16, 48, 46]);

export default check({
  on: eachRrset([], { when: (zone, record, name) => mayBeLarge(zone, name, zone.records.type[record]!) }),
  reports: ['rrset/too-large', 'rrset/large'],
  *run({ owner, type, records }, context) {
    if (type === 46) return;
    let size = 12 + context.zone.names.wireLength(owner) + 4;
    for (const record of records) size += 12 + record.octets.length;
    const at = records.at(-1)!.typeSpan,
      args = { type: records[0]!.mnemonic, name: context.show(owner), size };
    if (size > MESSAGE) yield { code: 'rrset/too-large', message: 'message', at, args };
    else if (size > PACKET) yield { code: 'rrset/large', message: 'packet', at, args };
  },
});

/** Asked for every RRset: whether the number of its records, or the length of texts, makes it worth a look. */
function mayBeLarge(zone: Zone, name: NameId, type: number): boolean {
  const enough = long.has(type) ? 4 : 30,
    first = zone.records.first(name);
  if (zone.records.next[first]! < 0 && type !== TXT) return false;
  let count = 0,
    octets = 0,
    others = 0;
  for (let id = first; id >= 0; id = zone.records.next[id]!) {
    if (zone.records.type[id] !== type) {
      if (++others > MANY) return true;
    } else if (++count >= enough || (type === TXT && (octets += lengthUpTo(zone, id, PACKET)) >= PACKET - 100))
      return true;
  }
  return false;
}

/** How many bytes an entry has, up to a limit: those of its line, or of all its lines in parentheses. */
function lengthUpTo(zone: Zone, id: RecordId, limit: number): number {
  const { bytes } = zone.blockOf(id).chunk,
    start = zone.records.offset[id]!,
    stop = Math.min(bytes.length, start + limit);
  let depth = 0;
  for (let i = start; i < stop; i++) {
    const c = bytes[i]!;
    if (c === 40) depth++;
    else if (c === 41) depth--;
    else if (c === 10 && depth <= 0) return i - start;
  }
  return stop - start;
}

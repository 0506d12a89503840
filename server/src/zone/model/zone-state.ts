import { recordAt } from './lookup.ts';
import { RecordView } from './record-view.ts';
import type { Zone } from './zone.ts';
import { SOA } from '../rrtypes/codes.ts';

/** RRSIG, NSEC and NSEC3 are made by a signer, which raises the serial itself. */
const made = new Set([SOA, 46, 47, 50]);

/** What a zone said at one time, as far as secondaries must hear of it. */
export interface ZoneState {
  readonly serial: number;
  /** The same for the same records in whatever order, the SOA and what a signer makes aside; only to be compared with others of the same `Zone`. */
  readonly records: number;
}

/** The zone's state now; undefined when it has no serial that can be read. */
export function stateOf(zone: Zone): ZoneState | undefined {
  const id = recordAt(zone, zone.apex, SOA),
    soa = id < 0 ? undefined : new RecordView(zone, id);
  if (soa === undefined || soa.broken) return undefined;
  const { records } = zone;
  let sum = 0;
  for (let record = 0; record < records.limit; record++) {
    if (records.owner[record]! < 0 || made.has(records.type[record]!)) continue;
    let mixed = Math.imul(records.owner[record]! + 1, 0x9e3779b1) ^ records.hash[record]!;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + records.ttl[record]!;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0x01000193) + records.type[record]!;
    sum = (sum + (mixed ^ (mixed >>> 16))) | 0;
  }
  return { serial: soa.number('serial'), records: sum };
}

import type { Edit, TextChange } from '../../findings/fix.ts';
import { raiseSerial } from '../../lint/kit/raise-serial.ts';
import type { Trial } from '../../workspace/trials/trial.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import { recordAt } from '../../zone/model/lookup.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { SOA } from '../../zone/rrtypes/codes.ts';

/** A zone whose serial was raised. */
export interface Raised {
  /** Of the zone's own file. */
  readonly uri: string;
  readonly from: number;
  readonly to: number;
}

/** The same for a zone that serves the same records, its serial aside; only to be compared with others of the same zone. A record that is written twice is served once. */
export function servedRecords(zone: Zone): string {
  const { records } = zone,
    seen = new Set<number>();
  let sum = 0;
  for (let record = 0; record < records.limit; record++) {
    if (records.owner[record]! < 0 || records.type[record] === SOA) continue;
    let mixed = Math.imul(records.owner[record]! + 1, 0x9e3779b1) ^ records.hash[record]!;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + records.ttl[record]!;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0x01000193) + records.type[record]!;
    if (seen.has(mixed)) continue;
    seen.add(mixed);
    sum = (sum + (mixed ^ (mixed >>> 16))) | 0;
  }
  const id = recordAt(zone, zone.apex, SOA),
    fields = id < 0 ? [] : new RecordView(zone, id).fields;
  return `${seen.size} ${sum} ${fields
    .filter(({ field }) => field.name !== 'serial')
    .map(({ octets }) => octets.join(','))
    .join(' ')}`;
}

/** Raises the serials of zones, once for each file, where their files may be changed. */
export function raiseSerials(
  trial: Trial,
  zones: readonly LintedZone[],
  allows: (uri: string) => boolean,
  now: Date,
): readonly Raised[] {
  const raised: Raised[] = [],
    everything = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };
  for (const { zone } of zones) {
    if (raised.some(({ uri }) => uri === zone.root.uri)) continue;
    const id = recordAt(zone, zone.apex, SOA),
      found = id < 0 ? undefined : raiseSerial(zone, zone.blockOf(id).file.text, everything, now);
    if (found === undefined || !isChange(found.edit) || !allows(found.edit.uri)) continue;
    trial.keep([found.edit]);
    raised.push({ uri: zone.root.uri, from: found.from, to: found.to });
  }
  return raised;
}

const isChange = (edit: Edit): edit is TextChange => !('createFile' in edit);

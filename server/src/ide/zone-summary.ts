import { recordAt } from '../zone/model/lookup.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { SOA } from '../zone/rrtypes/codes.ts';

export interface ZoneSummary {
  /** Absolute; undefined where nothing tells it. */
  readonly apex: string | undefined;
  /** Undefined without a SOA record whose serial can be read. */
  readonly serial: number | undefined;
  /** In this file, without those that `$GENERATE` makes. */
  readonly records: number;
}

export function zoneSummary(zone: Zone, text: SourceText): ZoneSummary {
  const soa = recordAt(zone, zone.apex, SOA),
    serial = soa < 0 ? NaN : new RecordView(zone, soa).number('serial');
  let records = 0;
  for (const block of zone.blocks)
    if (block !== undefined && block.anchor === undefined && block.file.text === text) records += block.records.length;
  return {
    apex: zone.apexKnown ? zone.names.text(zone.apex) : undefined,
    serial: Number.isNaN(serial) ? undefined : serial,
    records,
  };
}

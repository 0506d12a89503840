import type { TextChange } from '../findings/fix.ts';
import { replaceSpan } from '../lint/kit/edits.ts';
import { serialAfter } from '../lint/kit/raise-serial.ts';
import { recordAt } from '../zone/model/lookup.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import { stateOf } from '../zone/model/zone-state.ts';
import { SOA } from '../zone/rrtypes/codes.ts';

export interface BumpedSerial {
  readonly from: number;
  readonly to: number;
  readonly edit: TextChange;
}

/** The edit that raises a zone's serial, in whatever file its SOA record is; undefined where there is none that can be read. */
export function bumpedSerial(zone: Zone, now: Date): BumpedSerial | undefined {
  const id = zone.apexKnown ? recordAt(zone, zone.apex, SOA) : -1,
    soa = id < 0 ? undefined : new RecordView(zone, id);
  if (soa === undefined || soa.broken || soa.generated) return undefined;
  const from = soa.number('serial'),
    to = serialAfter(from, now);
  return { from, to, edit: replaceSpan(zone, soa.span('serial'), String(to)) };
}

/** Whether a zone's records aren't those that its secondaries have by its serial, which wasn't raised since. */
export function needsBump(zone: Zone): boolean {
  const { published } = zone,
    now = published === undefined ? undefined : stateOf(zone);
  return (
    published !== undefined &&
    now !== undefined &&
    now.records !== published.records &&
    ((now.serial - published.serial) | 0) <= 0
  );
}

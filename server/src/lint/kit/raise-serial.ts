import { recordAt } from '../../zone/model/lookup.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { replaceSpan } from './edits.ts';
import type { Edit } from '../../findings/fix.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import type { TextRange } from '../../text/positions.ts';
import { SOA } from '../../zone/rrtypes/codes.ts';

const MODULUS = 0x100000000;

export interface RaisedSerial {
  readonly from: number;
  readonly to: number;
  readonly edit: Edit;
}

/**
 * The serial that follows one, in the form that it has: a date and a count (RFC 1912 §2.2) goes on with today's date, seconds since 1970 with the time now, and a counter with the next number. It always counts as greater (RFC 1982); 0 is left out.
 */
export function serialAfter(serial: number, now: Date): number {
  const next = (serial + 1) % MODULUS || 1;
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d\d$/.test(String(serial))) {
    const today = (now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate()) * 100 + 1;
    return Math.max(today, next);
  }
  const seconds = Math.floor(now.getTime() / 1000);
  return serial > 1_000_000_000 && serial <= seconds ? Math.max(seconds, next) : next;
}

/** The edit that raises a zone's serial, when its SOA record is in a text and touches a range there. */
export function raiseSerial(zone: Zone, text: SourceText, range: TextRange, now: Date): RaisedSerial | undefined {
  const id = recordAt(zone, zone.apex, SOA);
  if (id < 0) return undefined;
  const soa = new RecordView(zone, id),
    place = placeOf(zone, soa.entrySpan);
  if (
    soa.broken ||
    soa.generated ||
    soa.block.file.text !== text ||
    place.range.start.line > range.end.line ||
    place.range.end.line < range.start.line
  )
    return undefined;
  const from = soa.number('serial'),
    to = serialAfter(from, now);
  return { from, to, edit: replaceSpan(zone, soa.span('serial'), String(to)) };
}

import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { isDigit } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';

const UNIT_SECONDS = new Uint32Array(128);
for (const [unit, seconds] of [
  ['w', 604800],
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const) {
  UNIT_SECONDS[unit.charCodeAt(0)] = UNIT_SECONDS[unit.toUpperCase().charCodeAt(0)] = seconds;
}

const NOT_A_DURATION = -1;
const DURATION_TOO_LONG = -2;

/**
 * Seconds, or BIND's numbers with units such as `1h30m`. A number without a unit may only follow units that add up to nothing, as in BIND.
 * Gives `NOT_A_DURATION` or `DURATION_TOO_LONG` (over 2³²-1 seconds).
 */
export function duration(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 63) return NOT_A_DURATION;
  let total = 0,
    i = start;
  do {
    let value = 0;
    const from = i;
    for (; i < end && isDigit(bytes[i]!); i++) value = value * 10 + bytes[i]! - 48;
    if (i === from || value > 0xffffffff) return NOT_A_DURATION;
    if (i === end) {
      if (total !== 0) return NOT_A_DURATION;
      return value;
    }
    const unit = bytes[i]! < 128 ? UNIT_SECONDS[bytes[i]!]! : 0;
    if (unit === 0) return NOT_A_DURATION;
    total += value * unit;
    i++;
  } while (i < end);
  return total > 0xffffffff ? DURATION_TOO_LONG : total;
}

/** 3661 as `1 hour 1 minute 1 second`. */
export function durationInWords(seconds: number): string {
  const words: string[] = [];
  let left = seconds;
  for (const [unit, size] of [
    ['week', 604800],
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
  }
  return words.length === 0 ? '0 seconds' : words.join(' ');
}

/** A timer of the SOA record (RFC 1035 §3.3.13), in seconds on the wire. */
export const seconds: FieldKind = {
  id: 'seconds',
  label: 'a number of seconds, or a time such as 1h30m',
  parse(cursor, out, field) {
    const value = cursor.quoted ? NOT_A_DURATION : duration(cursor.bytes, cursor.start, cursor.end);
    if (value < 0) return refuseDuration(cursor, out, field, value);
    out.u32(value);
    cursor.next();
    return true;
  },
  print: (reader) => String(reader.u32()),
  describe: (reader) => durationInWords(reader.u32()),
};

function refuseDuration(cursor: TokenCursor, out: RdataWriter, field: Field, value: number): false {
  out.u32(0);
  if (cursor.quoted) return refuseQuoted(cursor, out, field);
  if (value === DURATION_TOO_LONG || /^[0-9]+$/.test(cursor.text()))
    return refuse(cursor, out, field, 'syn/rdata-out-of-range', 'range', { min: 0, max: 0xffffffff });
  return refuse(cursor, out, field, 'syn/ttl-bad', 'timer');
}

import type { FieldKind } from '../fields/record-type.ts';
import { decimal, isDigit } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';

const NOT_A_TIME = -1,
  TIME_RANGE = -2;
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days from 1970-01-01 to the first of January of a year, in the proleptic Gregorian calendar. */
function daysToYear(year: number): number {
  const before = year - 1;
  return 365 * year + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719527;
}

/** `YYYYMMDDHHmmSS` in UTC as seconds since 1970, modulo 2³² (RFC 4034 §3.1.5); a leap second is taken. */
function dateTime(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 14) return NOT_A_TIME;
  for (let i = start; i < end; i++) if (!isDigit(bytes[i]!)) return NOT_A_TIME;
  const year = decimal(bytes, start, start + 4),
    month = decimal(bytes, start + 4, start + 6),
    day = decimal(bytes, start + 6, start + 8);
  const hour = decimal(bytes, start + 8, start + 10),
    minute = decimal(bytes, start + 10, start + 12),
    second = decimal(bytes, start + 12, start + 14);
  if (
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > DAYS_IN[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0) ||
    hour > 23 ||
    minute > 59 ||
    second > 60
  )
    return TIME_RANGE;
  const days = daysToYear(year) + DAYS_BEFORE[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
  return ((days * 86400 + hour * 3600 + minute * 60 + second) % 0x100000000) >>> 0;
}

/** The seconds that a token stands for, modulo 2³²: a date of 14 digits, or else a number of up to 10 digits; negative for anything else. */
export function timeAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 10) return dateTime(bytes, start, end);
  const value = decimal(bytes, start, end);
  return value > 0xffffffff ? TIME_RANGE : value;
}

/** Where times are counted from that 32 bits leave open (RFC 4034 §3.1.5 compares them as serials): 2026-01-01, in seconds. */
const REFERENCE = 1767225600;

/** Seconds since 1970 as `YYYYMMDDHHmmSS`: of all times with these 32 bits the one nearest to now. */
function timeText(time: number): string {
  const date = new Date((REFERENCE + ((time - REFERENCE) | 0)) * 1000);
  return date.toISOString().replace(/[-:T]|\.\d+Z/g, '');
}

/** A time of RRSIG (RFC 4034 §3.2): a date of 14 digits, or seconds in up to 10 digits. `datesOnly`: SIG, for which BIND takes no seconds. */
export function time(datesOnly: boolean): FieldKind {
  return {
    id: 'time',
    label: datesOnly ? 'a time as YYYYMMDDHHmmSS' : 'a time as YYYYMMDDHHmmSS or in seconds',
    parse(cursor, out, field) {
      const { bytes, start, end } = cursor;
      const value = cursor.quoted ? NOT_A_TIME : datesOnly ? dateTime(bytes, start, end) : timeAt(bytes, start, end);
      if (value >= 0) {
        out.u32(value);
        cursor.next();
        return true;
      }
      out.u32(0);
      if (cursor.quoted) return refuseQuoted(cursor, out, field);
      return refuse(cursor, out, field, 'rrsig/time', value === TIME_RANGE ? 'range' : 'notTime');
    },
    print: (reader) => timeText(reader.u32()),
    describe(reader) {
      const digits = timeText(reader.u32());
      return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)} ${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12)} UTC`;
    },
  };
}

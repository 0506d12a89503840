import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { decimal } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';
import type { Code } from '../../../findings/codes/index.ts';

const EQUATOR = 0x80000000,
  LOWEST_ALTITUDE = 10000000;
const NOT_A_NUMBER = -1;

/**
 * A whole LOC record (RFC 1876 §3): `d1 [m1 [s1]] N|S d2 [m2 [s2]] E|W alt["m"] [siz["m"] [hp["m"] [vp["m"]]]]`.
 * One field, because the wire has its parts in another order, and sizes first.
 */
export const location: FieldKind = {
  id: 'location',
  label: 'latitude, longitude and altitude, with optional size and precision',
  rest: true,
  needsOne: true,
  parse(cursor, out, field) {
    const latitude = coordinate(cursor, out, field, 90, 'N', 'S');
    if (latitude < 0) return skip(cursor);
    const longitude = coordinate(cursor, out, field, 180, 'E', 'W');
    if (longitude < 0) return skip(cursor);
    const altitude = metres(cursor, out, field);
    if (altitude < 0) return skip(cursor);
    const sizes = [0x12, 0x16, 0x13];
    for (let k = 0; k < 3 && !cursor.done; k++) {
      const size = precision(cursor, out, field);
      if (size < 0) return skip(cursor);
      sizes[k] = size;
    }
    out.u8(0);
    for (const size of sizes) out.u8(size);
    out.u32(latitude);
    out.u32(longitude);
    out.u32(altitude);
    return true;
  },
  print: printLocation,
  wire(reader, out) {
    const octets = reader.rest();
    out.copy(octets, 0, octets.length);
    if (octets.length < 1 || octets[0] !== 0) return octets.length > 0;
    const inside = (at: number, degrees: number): boolean =>
      Math.abs(
        (((octets[at]! << 24) | (octets[at + 1]! << 16) | (octets[at + 2]! << 8) | octets[at + 3]!) >>> 0) - EQUATOR,
      ) <=
      degrees * 3600000;
    const isSize = (c: number): boolean => c === 0 || ((c & 15) <= 9 && c >> 4 >= 1 && c >> 4 <= 9);
    return (
      octets.length === 16 &&
      isSize(octets[1]!) &&
      isSize(octets[2]!) &&
      isSize(octets[3]!) &&
      inside(4, 90) &&
      inside(8, 180)
    );
  },
  describe(reader) {
    const [degrees, minutes, seconds, north, degreesEast, minutesEast, secondsEast, east, altitude] =
      printLocation(reader).split(' ');
    return reader.short
      ? undefined
      : `${degrees}°${minutes}′${seconds}″ ${north}, ${degreesEast}°${minutesEast}′${secondsEast}″ ${east}, ${altitude} high`;
  },
};

function skip(cursor: TokenCursor): false {
  while (!cursor.done) cursor.next();
  return false;
}

function missing(cursor: TokenCursor, out: RdataWriter, field: Field, label: string): number {
  out.problem('syn/missing-rdata', 'field', cursor.start, cursor.end, { type: 'LOC', field: field.name, label });
  return NOT_A_NUMBER;
}

function wrong(
  cursor: TokenCursor,
  out: RdataWriter,
  field: Field,
  code: Code,
  message: string,
  args: Record<string, string | number> = {},
): number {
  if (cursor.quoted) refuseQuoted(cursor, out, field);
  else refuse(cursor, out, field, code, message, args);
  return NOT_A_NUMBER;
}

/** Thousandths of arc seconds from the south pole or from 180° west, plus what 2³¹ leaves; -1 when something was reported. */
function coordinate(
  cursor: TokenCursor,
  out: RdataWriter,
  field: Field,
  most: number,
  plus: string,
  minus: string,
): number {
  let total = 0;
  for (let k = 0; ; k++) {
    if (cursor.done) return missing(cursor, out, field, k === 0 ? `degrees from 0 to ${most}` : `${plus} or ${minus}`);
    const letter = cursor.quoted
      ? ''
      : cursor.end - cursor.start === 1
        ? String.fromCharCode(cursor.bytes[cursor.start]!)
        : '';
    if (k > 0 && (letter === plus || letter === minus)) {
      cursor.next();
      return letter === plus ? EQUATOR + total : EQUATOR - total;
    }
    if (k === 3) return wrong(cursor, out, field, 'loc/syntax', 'direction', { plus, minus });
    const value = cursor.quoted
      ? NOT_A_NUMBER
      : k === 2
        ? fixedPoint(cursor.text(), 3, false)
        : decimal(cursor.bytes, cursor.start, cursor.end);
    const unit = k === 0 ? 'degrees' : k === 1 ? 'minutes' : 'seconds',
      max = k === 0 ? most : 59;
    if (value < 0)
      return wrong(cursor, out, field, 'loc/syntax', k === 0 ? 'number' : 'numberOrDirection', { unit, plus, minus });
    if (value >= (k === 2 ? 60000 : max + 1))
      return wrong(cursor, out, field, 'loc/range', 'range', { unit, max: k === 2 ? '59.999' : max });
    total += k === 0 ? value * 3600000 : k === 1 ? value * 60000 : value;
    if (total > most * 3600000) return wrong(cursor, out, field, 'loc/range', 'beyond', { most });
    cursor.next();
  }
}

/** A number with up to `places` decimals as an integer of the smallest part, perhaps with the unit `m`; -1 for anything else. BIND takes a plus sign. */
function fixedPoint(text: string, places: number, unit: boolean): number {
  const found = (unit ? /^\+?([0-9]*)(?:\.([0-9]*))?m?$/ : /^\+?([0-9]*)(?:\.([0-9]*))?$/).exec(text);
  if (found === null || (found[1] === '' && (found[2] ?? '') === '') || (found[2] ?? '').length > places)
    return NOT_A_NUMBER;
  return Number(found[1]) * 10 ** places + Number((found[2] ?? '').padEnd(places, '0'));
}

/** Centimetres above 100,000 m below the WGS 84 spheroid; -1 when something was reported. */
function metres(cursor: TokenCursor, out: RdataWriter, field: Field): number {
  if (cursor.done) return missing(cursor, out, field, 'an altitude in metres');
  const text = cursor.text(),
    below = text.startsWith('-');
  const value = cursor.quoted ? NOT_A_NUMBER : fixedPoint(below ? text.slice(1) : text, 2, true);
  if (value < 0) return wrong(cursor, out, field, 'loc/syntax', 'metres');
  if (below ? value > LOWEST_ALTITUDE : value > 4284967295) return wrong(cursor, out, field, 'loc/range', 'altitude');
  cursor.next();
  return below ? LOWEST_ALTITUDE - value : LOWEST_ALTITUDE + value;
}

/** A size or precision as one digit and a power of ten, in centimetres (RFC 1876 §2). */
function precision(cursor: TokenCursor, out: RdataWriter, field: Field): number {
  const value = cursor.quoted ? NOT_A_NUMBER : fixedPoint(cursor.text(), 2, true);
  if (value < 0) return wrong(cursor, out, field, 'loc/syntax', 'metres');
  if (value >= 9000000100) return wrong(cursor, out, field, 'loc/range', 'precision');
  cursor.next();
  let exponent = 0,
    digit = value;
  while (digit >= 10) {
    digit = Math.floor(digit / 10);
    exponent++;
  }
  return (digit << 4) | exponent;
}

function printLocation(reader: RdataReader): string {
  if (reader.u8() !== 0) reader.short = true;
  const size = sizeText(reader.u8()),
    horizontal = sizeText(reader.u8()),
    vertical = sizeText(reader.u8());
  return `${coordinateText(reader, 'N', 'S')} ${coordinateText(reader, 'E', 'W')} ${altitudeText(reader)} ${size} ${horizontal} ${vertical}`;
}

function sizeText(octet: number): string {
  const digit = octet >> 4,
    exponent = octet & 15;
  return exponent > 1 ? `${digit * 10 ** (exponent - 2)}m` : `0.${String(digit * 10 ** exponent).padStart(2, '0')}m`;
}

function coordinateText(reader: RdataReader, plus: string, minus: string): string {
  const value = reader.u32(),
    distance = Math.abs(value - EQUATOR);
  const thousandths = distance % 1000,
    seconds = Math.floor(distance / 1000);
  return `${Math.floor(seconds / 3600)} ${Math.floor(seconds / 60) % 60} ${seconds % 60}.${String(thousandths).padStart(3, '0')} ${value >= EQUATOR ? plus : minus}`;
}

function altitudeText(reader: RdataReader): string {
  const value = reader.u32() - LOWEST_ALTITUDE,
    centimetres = Math.abs(value);
  return `${value < 0 ? '-' : ''}${Math.floor(centimetres / 100)}.${String(centimetres % 100).padStart(2, '0')}m`;
}

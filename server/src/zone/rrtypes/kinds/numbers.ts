import type { Code } from '../../../findings/codes/index.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { TokenCursor } from '../fields/cursor.ts';
import type { Field, FieldCompletion, FieldKind } from '../fields/record-type.ts';
import { decimal } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';

/**
 * A decimal number of one, two or four octets. `field.min` and `field.max` narrow its range.
 * Anything else is reported with `code`, else with `syn/rdata-out-of-range` or `syn/bad-number`.
 */
export function unsigned(octets: 1 | 2 | 4, code?: Code): FieldKind {
  const limit = 2 ** (8 * octets) - 1;
  return {
    id: `uint${8 * octets}`,
    label: `a number from 0 to ${limit}`,
    parse(cursor, out, field) {
      const value = cursor.quoted ? -1 : decimal(cursor.bytes, cursor.start, cursor.end);
      const max = field.max === undefined ? limit : field.max;
      if (value < 0 || value > max || (field.min !== undefined && value < field.min)) {
        for (let k = 0; k < octets; k++) out.u8(0);
        return refuseNumber(cursor, out, field, max, code);
      }
      writeUnsigned(out, octets, value);
      cursor.next();
      return true;
    },
    quick(bytes, start, end, quoted, out, field) {
      const value = quoted ? -1 : decimal(bytes, start, end);
      if (value < (field.min ?? 0) || value > (field.max ?? limit)) return false;
      writeUnsigned(out, octets, value);
      return true;
    },
    print: (reader) => String(readUnsigned(reader, octets)),
    describe: (reader, field) => field.values?.[readUnsigned(reader, octets)]?.meaning,
    complete: numberCompletions,
  };
}

function writeUnsigned(out: RdataWriter, octets: 1 | 2 | 4, value: number): void {
  if (octets === 1) out.u8(value);
  else if (octets === 2) out.u16(value);
  else out.u32(value);
}

/** Reports a token that is no number, or one out of range, with `code` or the general ones; and moves on. */
export function refuseNumber(cursor: TokenCursor, out: RdataWriter, field: Field, max: number, code?: Code): false {
  if (cursor.quoted) return refuseQuoted(cursor, out, field);
  const isNumber = decimal(cursor.bytes, cursor.start, cursor.end) >= 0,
    range = { min: field.min ?? 0, max };
  return isNumber
    ? refuse(cursor, out, field, code ?? 'syn/rdata-out-of-range', 'range', range)
    : refuse(cursor, out, field, code ?? 'syn/bad-number', 'notNumber', range);
}

export function readUnsigned(reader: RdataReader, octets: 1 | 2 | 4): number {
  return octets === 1 ? reader.u8() : octets === 2 ? reader.u16() : reader.u32();
}

function numberCompletions(field: Field): readonly FieldCompletion[] {
  return Object.entries(field.values ?? {}).map(([value, { mnemonic, meaning }]) => ({
    text: value,
    detail: mnemonic === undefined ? meaning : `${mnemonic}: ${meaning}`,
  }));
}

export const uint8 = unsigned(1);
export const uint16 = unsigned(2);
export const uint32 = unsigned(4);

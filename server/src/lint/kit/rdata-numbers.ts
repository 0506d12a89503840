import type { RecordId } from '../../zone/records/record-table.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** What `rdataNumbers` found; valid until its next call. */
export const numbers = new Int32Array(4);

const isBlank = (c: number): boolean => c === 32 || c === 9;

/**
 * Reads the decimal numbers at the start of a record's rdata into `numbers`, straight from the text and without making anything: for rules that are asked about every record of a common type.
 * `type` is the mnemonic in lower case ASCII. False when the text has something else there, such as parentheses or mnemonics: then only a view can tell.
 */
export function rdataNumbers(zone: Zone, record: RecordId, type: Uint8Array, count: number): boolean {
  const { bytes } = zone.blockOf(record).chunk;
  let at = typeEnd(bytes, zone.records.offset[record]!, type);
  if (at < 0) return false;
  for (let k = 0; k < count; k++) {
    while (isBlank(bytes[at]!)) at++;
    let value = 0;
    const start = at;
    for (; bytes[at]! >= 48 && bytes[at]! <= 57 && at - start < 9; at++) value = value * 10 + bytes[at]! - 48;
    if (at === start || !isBlank(bytes[at]!)) return false;
    numbers[k] = value;
  }
  return true;
}

/** Behind the type's token on the entry's first line, or -1. `type` is the mnemonic in lower case ASCII. */
export function typeEnd(bytes: Uint8Array, offset: number, type: Uint8Array): number {
  let at = offset;
  if (!isBlank(bytes[at]!)) while (at < bytes.length && bytes[at]! > 32) at++;
  while (at < bytes.length) {
    while (isBlank(bytes[at]!)) at++;
    const start = at;
    while (at < bytes.length && bytes[at]! > 32 && bytes[at] !== 40 && bytes[at] !== 59) at++;
    if (at === start) return -1;
    if (at - start === type.length && matches(bytes, start, type)) return at;
  }
  return -1;
}

function matches(bytes: Uint8Array, start: number, type: Uint8Array): boolean {
  for (let k = 0; k < type.length; k++) if ((bytes[start + k]! | 32) !== type[k]) return false;
  return true;
}

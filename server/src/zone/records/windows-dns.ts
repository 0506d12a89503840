import type { EntryReader } from './entry-reader.ts';
import { typeName } from '../rrtypes/kinds/type-mnemonics.ts';
import { BACKSLASH, HASH } from '../../text/octets.ts';

/** Types that only Windows DNS knows: WINS and WINSR ([MS-DNSP] §2.2.2.1.1). */
export const WINDOWS_TYPES: readonly number[] = [65281, 65282];

/** Whether a token is the time stamp that Windows DNS writes between owner name and TTL, `[AGE:3620155]`: hours since 1601. Older versions and dnscmd's exports write `[Aging:3620155]`. */
export function isAge(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 7 || bytes[start] !== 91 || bytes[end - 1] !== 93) return false;
  return marks.some((mark) => isStamp(bytes, start + 1, end - 1, mark));
}

const marks: readonly (readonly number[])[] = ['AGE:', 'AGING:'].map((text) => [...text].map((c) => c.charCodeAt(0)));

/** The mark without regard to case, then digits up to `end`. */
function isStamp(bytes: Uint8Array, start: number, end: number, mark: readonly number[]): boolean {
  const digits = start + mark.length;
  if (end <= digits) return false;
  for (const [k, c] of mark.entries()) {
    const found = bytes[start + k]!;
    if (found !== c && (found & 0xdf) !== c) return false;
  }
  for (let i = digits; i < end; i++) if (bytes[i]! < 48 || bytes[i]! > 57) return false;
  return true;
}

export function reportAge(reader: EntryReader, start: number, end: number): void {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(reader.bytes[i]!);
  reader.report('syn/windows-age', reader.windows ? 'windows' : 'refused', start, end, { text });
}

/** Whether a record stands there as every server reads it, `TYPE65281 \# …` (RFC 3597 §5). `type` and `rdata`: where they begin, -1 for no rdata. */
export function isGeneric(bytes: Uint8Array, type: number, rdata: number): boolean {
  return (bytes[type]! | 32) === LETTER_T && rdata >= 0 && bytes[rdata] === BACKSLASH && bytes[rdata + 1] === HASH;
}

const LETTER_T = 116;

export function reportOwnType(reader: EntryReader, type: number, start: number, end: number): void {
  reader.report('syn/windows-type', reader.windows ? 'windows' : 'refused', start, end, { type: typeName(type) });
}

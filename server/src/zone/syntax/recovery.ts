import { classAt, typeAt } from '../rrtypes/kinds/type-mnemonics.ts';

const isSpace = (c: number | undefined): boolean => c === 32 || c === 9;
const endsWord = (c: number | undefined): boolean =>
  c === undefined || isSpace(c) || c === 10 || c === 13 || c === 59 || c === 40 || c === 41 || c === 34;

/**
 * Whether the line at `start`, inside parentheses, can only be the next entry: a directive, or an owner name in the first column with class or TTL and a known type behind it, or with a type whose rdata looks right.
 * Then the parenthesis was never closed. A type bitmap or base64 that continues in the first column never looks so.
 */
export function looksLikeEntry(bytes: Uint8Array, start: number, limit: number): boolean {
  const c = bytes[start]!;
  if (c === 36) return isDirective(bytes, start, limit);
  if (endsWord(c)) return false;
  let i = wordEnd(bytes, start, limit);
  if (typeAt(bytes, start, i) >= 0) return false;
  let header = false;
  for (let words = 0; words < 3; words++) {
    if (!isSpace(bytes[i])) return false;
    while (i < limit && isSpace(bytes[i])) i++;
    const from = i;
    i = wordEnd(bytes, i, limit);
    if (i === from) return false;
    if (classAt(bytes, from, i) >= 0 || isNumber(bytes, from, i)) {
      header = true;
      continue;
    }
    if (typeAt(bytes, from, i) < 0) return false;
    while (i < limit && isSpace(bytes[i])) i++;
    return header ? !endsLine(bytes[i]) : rdataLooksRight(bytes, from, i, limit);
  }
  return false;
}

const endsLine = (c: number | undefined): boolean => c === undefined || c === 10 || c === 13 || c === 59;

function wordEnd(bytes: Uint8Array, start: number, limit: number): number {
  let i = start;
  while (i < limit && !endsWord(bytes[i])) i += bytes[i] === 92 ? 2 : 1;
  return Math.min(i, limit);
}

function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! < 48 || bytes[i]! > 57) return false;
  return true;
}

function isDirective(bytes: Uint8Array, start: number, limit: number): boolean {
  const end = wordEnd(bytes, start, limit);
  let word = '';
  for (let i = start; i < Math.min(end, start + 10); i++) word += String.fromCharCode(bytes[i]!);
  return /^\$(?:ttl|origin|include|generate)$/i.test(word);
}

/** Without class or TTL only addresses and one-name types tell an entry from a sentence in an unquoted TXT. */
function rdataLooksRight(bytes: Uint8Array, typeStart: number, dataStart: number, limit: number): boolean {
  let type = '',
    data = '',
    i = typeStart;
  for (; i < limit && !endsWord(bytes[i]); i++) type += String.fromCharCode(bytes[i]!).toUpperCase();
  for (i = dataStart; i < limit && !endsLine(bytes[i]) && data.length < 300; i++)
    data += String.fromCharCode(bytes[i]!);
  data = data.trim();
  if (type === 'A') return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(data);
  if (type === 'AAAA') return /^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(data);
  if (type === 'TXT') return /^"[^"]*"$/.test(data);
  if (type === 'MX') return /^\d{1,5}\s+\S+$/.test(data);
  return (type === 'CNAME' || type === 'NS' || type === 'PTR') && /^\S+\.\S*$/.test(data);
}

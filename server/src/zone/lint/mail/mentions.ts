import type { RecordId } from '../../records/record-table.ts';
import type { Zone } from '../../model/zone.ts';

/** Whether a record's text in the file has one of these words, in any case: asked for every TXT record, so nothing is made. `words` are lower case ASCII. */
export function mentions(zone: Zone, record: RecordId, words: readonly Uint8Array[]): boolean {
  const { bytes } = zone.blockOf(record).chunk;
  let quoted = false, depth = 0;
  for (let i = zone.records.offset[record]!; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === 34) quoted = !quoted;
    else if (c === 92) { i++; continue; }
    else if (!quoted && c === 40) depth++;
    else if (!quoted && c === 41) depth--;
    else if (c === 10) { if (depth <= 0) return false; quoted = false; }
    else {
      const lower = c >= 65 && c <= 90 ? c | 32 : c;
      for (const word of words) if (word[0] === lower && matches(bytes, i, word)) return true;
    }
  }
  return false;
}

function matches(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let k = 1; k < word.length; k++) {
    const c = bytes[at + k]!;
    if ((c >= 65 && c <= 90 ? c | 32 : c) !== word[k]) return false;
  }
  return true;
}

/** Words for `mentions`. */
export const word = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0));

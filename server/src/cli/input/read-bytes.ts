import { readFileSync } from 'node:fs';
import { reasonOf } from '../process/failure.ts';

/** A file's octets, or why it is no text that could be a zone, as the second half of a sentence that begins with its name. */
export type ReadBytes = { readonly bytes: Uint8Array } | { readonly refused: 'unreadable' | 'binary'; readonly why: string };

/** The core works on plain arrays of octets: a Buffer's `subarray` is slower. Nothing is copied. */
export function plainBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

export function readBytes(path: string): ReadBytes {
  let bytes: Uint8Array;
  try {
    bytes = plainBytes(readFileSync(path));
  } catch (error) {
    return { refused: 'unreadable', why: `can't be read: ${reasonOf(error)}` };
  }
  const why = whyBinary(bytes);
  return why === undefined ? { bytes } : { refused: 'binary', why };
}

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0, 0, 0, 2], "is in BIND's raw format, not text; turn it into text with: named-compilezone -f raw -F text"],
  [[0, 0, 0, 3], "is in BIND's map format, not text; turn it into text with: named-compilezone -f map -F text"],
  [[0x1f, 0x8b], 'is compressed; unpack it with gunzip first'],
  [[0xff, 0xfe], 'is UTF-16 text, which no name server reads; save it as UTF-8'],
  [[0xfe, 0xff], 'is UTF-16 text, which no name server reads; save it as UTF-8'],
];

/** How much of a file is looked at, in octets. */
const SAMPLE = 8192;

/** What a file is when it is no text; undefined for text. A few control characters in a text are for the rules to find. */
export function whyBinary(bytes: Uint8Array): string | undefined {
  for (const [octets, why] of signatures) if (octets.every((octet, i) => bytes[i] === octet)) return why;
  const length = Math.min(bytes.length, SAMPLE);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const c = bytes[i]!;
    if (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13) control++;
  }
  return control * 10 > length ? 'is a binary file, not a zone' : undefined;
}

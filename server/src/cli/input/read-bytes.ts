import { reasonOf } from '../process/failure.ts';
import { answerNow } from '../../hosts/node/asking.ts';
import { fileBytes } from '../../hosts/node/bounded-files.ts';
import type { Refused } from '../../hosts/node/bounded-files.ts';
import type { Bounds } from '../../hosts/node/bounds.ts';

/** Octets that are read of one file at most. */
export const LARGEST_ZONE = 1 << 30,
  LARGEST_INCLUDED = 1 << 28,
  LARGEST_CONFIG = 1 << 24,
  LARGEST_SETTINGS = 1 << 20;

/** Why a file isn't taken, as the second half of a sentence that begins with its name. */
export interface NotRead {
  readonly refused: Refused['refused'] | 'binary';
  readonly why: string;
}

/** A file's octets, or why it is no text that could be a zone. `linked`: a symbolic link led to it. */
export type ReadBytes = { readonly bytes: Uint8Array; readonly linked: boolean } | NotRead;

/** The core works on plain arrays of octets: a Buffer's `subarray` is slower. Nothing is copied. */
export function plainBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** A file that is a zone or a part of one. */
export function readBytes(path: string, bounds: Bounds, limit = LARGEST_ZONE): ReadBytes {
  const read = answerNow(fileBytes(path, { bounds, limit }));
  if ('refused' in read) return { refused: read.refused, why: whyRefused(read, limit) };
  const why = whyBinary(read.bytes);
  return why === undefined ? read : { refused: 'binary', why };
}

/** The text of a file that is no zone, such as a configuration. */
export function readText(
  path: string,
  bounds: Bounds,
  limit: number,
): { readonly text: string; readonly linked: boolean } | NotRead {
  const read = answerNow(fileBytes(path, { bounds, limit }));
  return 'refused' in read
    ? { refused: read.refused, why: whyRefused(read, limit) }
    : {
        text: Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength).toString('utf8'),
        linked: read.linked,
      };
}

/** @param limit octets */
export function whyRefused({ refused, error }: Refused, limit: number): string {
  switch (refused) {
    case 'outside':
      return "is outside the folders to check, so it isn't read; name its folder as well";
    case 'special':
      return "isn't a regular file, so it isn't read; pass text from a program with --stdin";
    case 'too-large':
      return `is larger than ${limit >= 1 << 30 ? `${limit >> 30} GiB` : `${limit >> 20} MiB`}, so it isn't read`;
    case 'directory':
      return "can't be read: it's a folder";
    case 'missing':
    case 'unreadable':
      return `can't be read: ${reasonOf(error)}`;
  }
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
function whyBinary(bytes: Uint8Array): string | undefined {
  for (const [octets, why] of signatures) if (octets.every((octet, i) => bytes[i] === octet)) return why;
  const length = Math.min(bytes.length, SAMPLE);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const c = bytes[i]!;
    if (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13) control++;
  }
  return control * 10 > length ? 'is a binary file, not a zone' : undefined;
}

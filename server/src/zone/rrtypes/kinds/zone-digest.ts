import type { FieldKind } from '../fields/record-type.ts';
import { printHexRest, readHex } from './binary.ts';
import { copyRest } from './text.ts';

const OCTETS: Readonly<Record<number, number>> = { 1: 48, 2: 64 };
/** RFC 8976 §2.2.4: a digest of any algorithm has at least twelve octets. */
const SHORTEST = 12;

function fits(hashAlgorithm: number, length: number): boolean {
  const expected = OCTETS[hashAlgorithm];
  return expected === undefined ? length >= SHORTEST : length === expected;
}

/** The digest of ZONEMD (RFC 8976 §2.2.4); its hash algorithm is the octet before it. */
export const zoneDigest: FieldKind = {
  id: 'digest',
  label: 'a digest in hexadecimal',
  rest: true,
  needsOne: true,
  parse(cursor, out, field) {
    const from = out.length,
      start = cursor.start,
      spoilt = out.problems.length > 0;
    if (!readHex(cursor, out, field, 'syn/bad-hex', true)) return false;
    const hashAlgorithm = out.octets[from - 1]!,
      actual = out.length - from;
    if (spoilt || fits(hashAlgorithm, actual)) return true;
    const expected = OCTETS[hashAlgorithm];
    return expected === undefined
      ? out.problem('zonemd/len', 'short', start, cursor.end, { shortest: SHORTEST, actual })
      : out.problem('zonemd/len', 'length', start, cursor.end, { expected, actual });
  },
  print: printHexRest,
  wire: (reader, out) => fits(reader.octets[reader.at - 1]!, reader.left) && copyRest(reader, out),
};

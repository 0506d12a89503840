import type { FieldKind } from '../fields/record-type.ts';
import { readBase64, readHex } from './binary.ts';
import { base64Text, decimal, hexText } from './digits.ts';
import { copyName } from './names.ts';
import { refuseNumber } from './numbers.ts';
import { refuseQuoted } from './refusals.ts';

/** HIP on the wire (RFC 8005 §5): length of the tag, algorithm, length of the key in two octets, tag, key, names. Written, the algorithm comes first and the lengths are left out. */
const TAG_LENGTH = 0,
  KEY_LENGTH = 2,
  TAG = 4;

export const hipAlgorithm: FieldKind = {
  id: 'uint8',
  label: 'a number from 0 to 255',
  parse(cursor, out, field) {
    const value = cursor.quoted ? -1 : decimal(cursor.bytes, cursor.start, cursor.end);
    out.u8(0);
    out.u8(value < 0 ? 0 : value & 255);
    out.u16(0);
    if (value >= 0 && value <= 255) {
      cursor.next();
      return true;
    }
    return refuseNumber(cursor, out, field, 255);
  },
  print: (reader) => String(reader.take(TAG)[1] ?? 0),
  wire(reader, out) {
    const { at, octets } = reader;
    reader.take(TAG);
    if (reader.short) return false;
    out.copy(octets, at, reader.at);
    return octets[at + TAG_LENGTH]! > 0 && (octets[at + KEY_LENGTH]! | octets[at + KEY_LENGTH + 1]!) > 0;
  },
};

export const hostIdentityTag: FieldKind = {
  id: 'hex-word',
  label: 'a host identity tag in hexadecimal',
  parse(cursor, out, field) {
    const from = out.length,
      { start, end } = cursor;
    if (!readHex(cursor, out, field, 'syn/bad-hex', false)) return false;
    if (out.length - from > 255)
      return out.problem('hip/format', 'tagTooLong', start, end, { length: out.length - from });
    out.octets[out.start + TAG_LENGTH] = out.length - from;
    return true;
  },
  print: (reader) => hexText(reader.take(reader.octets[TAG_LENGTH]!)),
};

export const hostKey: FieldKind = {
  id: 'base64-word',
  label: 'a public key in base64, in one piece',
  parse(cursor, out, field) {
    const from = out.length,
      { start, end } = cursor;
    if (!readBase64(cursor, out, field, 'syn/bad-base64', false)) return false;
    const length = out.length - from;
    if (length > 65535) return out.problem('hip/format', 'keyTooLong', start, end, { length });
    out.octets[out.start + KEY_LENGTH] = length >> 8;
    out.octets[out.start + KEY_LENGTH + 1] = length & 255;
    return true;
  },
  print: (reader) => base64Text(reader.take((reader.octets[KEY_LENGTH]! << 8) | reader.octets[KEY_LENGTH + 1]!)),
};

export const rendezvousServers: FieldKind = {
  id: 'domain-names',
  label: 'names of rendezvous servers',
  rest: true,
  parse(cursor, out, field) {
    let good = true;
    while (!cursor.done) if (cursor.quoted ? !refuseQuoted(cursor, out, field) : !out.name(cursor, false)) good = false;
    return good;
  },
  print(reader) {
    const names: string[] = [];
    while (reader.left > 0 && !reader.short) names.push(reader.name());
    return names.join(' ');
  },
  wire(reader, out) {
    while (reader.left > 0) if (!copyName(reader, out, false)) return false;
    return true;
  },
  holdsNames: () => true,
};

import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { FieldKind } from '../fields/record-type.ts';
import { readBase64 } from './binary.ts';
import { base64Text, inWords } from './digits.ts';
import { copyRest } from './text.ts';
import type { Code } from '../../../findings/codes/index.ts';

const PRIVATE_DNS = 253;

/** Behind flags (2 octets), protocol and algorithm. A key with the private algorithm 253 begins with a domain name (RFC 4034 §A.1.1). */
function keyWire(reader: RdataReader, out: RdataWriter): boolean {
  if (reader.octets[reader.at - 1] === PRIVATE_DNS) {
    const from = reader.at;
    reader.name();
    if (reader.short) return false;
    reader.at = from;
  }
  return copyRest(reader, out);
}

/** The public key of DNSKEY, CDNSKEY and RKEY. */
export function publicKey(code: Code): FieldKind {
  return {
    id: 'base64',
    label: 'a public key in base64',
    rest: true,
    needsOne: true,
    parse: (cursor, out, field) => readBase64(cursor, out, field, code, true),
    print: (reader) => inWords(base64Text(reader.rest())),
    wire: keyWire,
  };
}

/** The key of KEY: nothing when the flags say "no key" (RFC 2535 §3.1.2). */
export const optionalPublicKey: FieldKind = {
  id: 'base64-or-nothing',
  label: 'a public key in base64',
  rest: true,
  parse(cursor, out, field) {
    if (out.problems.length > 0) {
      while (!cursor.done) cursor.next();
      return true;
    }
    if ((out.octets[out.length - 4]! & 0xc0) === 0xc0) return true;
    if (cursor.done)
      return out.problem('syn/missing-rdata', 'field', cursor.start, cursor.end, {
        type: 'KEY',
        field: field.name,
        label: 'a public key in base64',
      });
    return readBase64(cursor, out, field, 'syn/bad-base64', true);
  },
  print: (reader) => inWords(base64Text(reader.rest())),
  wire(reader, out) {
    if ((reader.octets[reader.at - 4]! & 0xc0) === 0xc0) return true;
    return reader.left > 0 && keyWire(reader, out);
  },
};

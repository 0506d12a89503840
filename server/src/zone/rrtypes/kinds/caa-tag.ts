import type { FieldKind } from '../fields/record-type.ts';
import { refuse, refuseQuoted } from './refusals.ts';

const isTagOctet = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 97 && c <= 122) || (c >= 65 && c <= 90);

/** Property tags of the IANA registry "Certification Authority Restriction Properties". */
export const CAA_TAGS: Readonly<Record<string, string>> = {
  issue: 'which certificate authority may issue (RFC 8659 §4.2)',
  issuewild: 'which certificate authority may issue wildcard certificates (RFC 8659 §4.3)',
  iodef: 'where refused requests are reported (RFC 8659 §4.4)',
  contactemail: 'email address for validating control of the domain (CA/Browser Forum BR B.1.1)',
  contactphone: 'phone number for validating control of the domain (CA/Browser Forum BR B.1.2)',
  issuemail: 'which certificate authority may issue S/MIME certificates (RFC 9495 §3)',
  issuevmc: 'which certificate authority may issue verified mark certificates (BIMI)',
};

/** A property tag of CAA: letters and digits (RFC 8659 §4.1). */
export const caaTag: FieldKind = {
  id: 'caa-tag',
  label: 'a property tag of letters and digits, such as issue',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    const { bytes, start, end } = cursor;
    for (let i = start; i < end; i++) {
      if (isTagOctet(bytes[i]!)) continue;
      out.problem('caa/tag-syntax', 'character', i, i + 1, {
        value: cursor.text(),
        character: String.fromCharCode(bytes[i]!),
      });
      cursor.next();
      return false;
    }
    if (end - start > 255) return refuse(cursor, out, field, 'caa/tag-syntax', 'tooLong', { length: end - start });
    out.u8(end - start);
    out.copy(bytes, start, end);
    cursor.next();
    return true;
  },
  print(reader) {
    const tag = reader.take(reader.u8());
    if (tag.length === 0 || !tag.every(isTagOctet)) reader.short = true;
    return String.fromCharCode(...tag);
  },
  wire(reader, out) {
    const from = reader.at,
      tag = reader.take(reader.u8());
    if (reader.short || tag.length === 0 || !tag.every(isTagOctet)) return false;
    out.copy(reader.octets, from, reader.at);
    return true;
  },
  describe: (reader) => CAA_TAGS[String.fromCharCode(...reader.take(reader.u8())).toLowerCase()],
  complete: () => Object.entries(CAA_TAGS).map(([tag, detail]) => ({ text: tag, detail })),
};

import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { FieldKind } from '../fields/record-type.ts';
import { refuseQuoted } from './refusals.ts';

function nameKind(id: string, label: string, quotable: boolean): FieldKind {
  return {
    id,
    label,
    parse(cursor, out, field) {
      if (cursor.quoted && !quotable) return refuseQuoted(cursor, out, field);
      return out.name(cursor, field.target === true);
    },
    quick: (bytes, start, end, quoted, out, field) =>
      !quoted && out.plainName(bytes, start, end, field.target === true),
    print: (reader) => reader.name(),
    wire: (reader, out, field) => copyName(reader, out, field.target === true),
    holdsNames: () => true,
  };
}

/** Any domain name. */
export const domainName = nameKind('domain-name', 'a domain name', false);
/** A domain name that should be that of a host (RFC 1123 §2.1); rules judge its characters. */
export const hostName = nameKind('host-name', 'a host name', false);
/** A mailbox written as a name: its first label is the local part (RFC 1035 §3.3.13). */
export const mailboxName = nameKind(
  'mailbox-name',
  'a mailbox as a name, with the first dot in place of the "@"',
  false,
);
/** A domain name that BIND also takes in quotation marks: the target of SVCB. */
export const quotableName = nameKind('quotable-name', 'a domain name', true);

/** Takes a name in wire form from `reader` and writes it as `out` writes names. False for one that is cut off, compressed or longer than 255 octets. */
export function copyName(reader: RdataReader, out: RdataWriter, isTarget: boolean): boolean {
  const from = reader.at,
    labels: number[] = [];
  for (;;) {
    const length = reader.u8();
    if (reader.short || length > 63) return false;
    if (length === 0) break;
    labels.push(reader.at);
    reader.take(length);
  }
  if (reader.at - from > 255) return false;
  out.wireName(reader.octets, from, reader.at, labels, isTarget);
  return true;
}

import type { FieldKind } from '../fields/record-type.ts';
import { decimal } from './digits.ts';
import { mnemonic } from './mnemonics.ts';
import { refuse, refuseQuoted } from './refusals.ts';
import { PROTOCOLS, servicePort } from './services.ts';

/** The protocol of WKS (RFC 1035 §3.4.2). */
export const ipProtocol = mnemonic(
  'ip-protocol',
  'the number or name of an IP protocol',
  1,
  PROTOCOLS.map(([name, value]) => ({ value, mnemonics: [name.toUpperCase()], meaning: name.toUpperCase() })),
);

const bits = new Uint8Array(8192);

/** One bit a port; the protocol stands in the octet before. */
export const services: FieldKind = {
  id: 'services',
  label: 'names or ports of services',
  rest: true,
  parse(cursor, out, field) {
    const protocol = out.octets[out.length - 1]!,
      spoilt = out.problems.length > 0;
    let highest = -1,
      good = true;
    while (!cursor.done) {
      if (cursor.quoted) {
        refuseQuoted(cursor, out, field);
        good = false;
        continue;
      }
      const number = decimal(cursor.bytes, cursor.start, cursor.end),
        port = number >= 0 ? number : servicePort(cursor.text(), spoilt ? -1 : protocol);
      if (port === undefined) {
        refuse(cursor, out, field, 'wks/service', 'unknown');
        good = false;
        continue;
      }
      if (port > 65535) {
        refuse(cursor, out, field, 'syn/rdata-out-of-range', 'range', { min: 0, max: 65535 });
        good = false;
        continue;
      }
      bits[port >> 3]! |= 0x80 >> (port & 7);
      if (port > highest) highest = port;
      cursor.next();
    }
    if (highest >= 0) out.copy(bits, 0, (highest >> 3) + 1);
    bits.fill(0, 0, (highest >> 3) + 1);
    return good;
  },
  print(reader) {
    const octets = reader.rest(),
      ports: number[] = [];
    for (let port = 0; port < octets.length * 8; port++)
      if (octets[port >> 3]! & (0x80 >> (port & 7))) ports.push(port);
    return ports.join(' ');
  },
  wire(reader, out) {
    const octets = reader.rest();
    if (octets.length > 8192 || (octets.length > 0 && octets[octets.length - 1] === 0)) return false;
    out.copy(octets, 0, octets.length);
    return true;
  },
};

import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { ipv4, ipv6, printIpv4, printIpv6 } from './addresses.ts';
import { decimal } from './digits.ts';
import { copyName } from './names.ts';
import { refuseNumber } from './numbers.ts';
import { refuse, refuseQuoted } from './refusals.ts';
import type { Code } from '../../../findings/codes/index.ts';
import { DOT } from '../../../text/octets.ts';

const UNKNOWN = -1,
  NONE = 0,
  IPV4 = 1,
  IPV6 = 2,
  NAME = 3;

/**
 * A gateway or relay: "." , an IPv4 address, an IPv6 address or a name, as its type says, which stands `typeBefore` octets before it
 * (RFC 4025 §2.5, RFC 8777 §4.2.3). A type that is not one of the four is printed and taken as octets only where `opaque`.
 */
function gatewayKind(
  id: string,
  label: string,
  typeBefore: number,
  mask: number,
  code: Code,
  opaque: boolean,
): FieldKind {
  const typeAt = (octets: Uint8Array, at: number): number =>
    at < typeBefore ? UNKNOWN : octets[at - typeBefore]! & mask;
  return {
    id,
    label,
    parse(cursor, out, field) {
      if (out.problems.length > 0) {
        cursor.next();
        return true;
      }
      if (cursor.quoted) return refuseQuoted(cursor, out, field);
      return readGateway(cursor, out, field, typeAt(out.octets, out.length), code);
    },
    print(reader) {
      const type = typeAt(reader.octets, reader.at);
      if (type === NONE) return '.';
      if (type === IPV4) return reader.left < 4 ? cutOff(reader) : printIpv4(reader.take(4));
      if (type === IPV6) return reader.left < 16 ? cutOff(reader) : printIpv6(reader.take(16));
      return type === NAME ? reader.name() : cutOff(reader);
    },
    wire(reader, out, field) {
      const type = typeAt(reader.octets, reader.at);
      if (type === NAME) return copyName(reader, out, field.target === true);
      if (type > NAME && !opaque) return false;
      const octets = type > NAME ? reader.rest() : reader.take(type === NONE ? 0 : type === IPV4 ? 4 : 16);
      out.copy(octets, 0, octets.length);
      return true;
    },
    holdsNames: (rdata, at) => typeAt(rdata, at) === NAME,
  };
}

function cutOff(reader: RdataReader): string {
  reader.short = true;
  return '';
}

function readGateway(cursor: TokenCursor, out: RdataWriter, field: Field, type: number, code: Code): boolean {
  if (type === IPV4) return readAddress(ipv4, 'needsIpv4', cursor, out, field, code);
  if (type === IPV6) return readAddress(ipv6, 'needsIpv6', cursor, out, field, code);
  if (type === NAME) return out.name(cursor, field.target === true);
  if (type !== NONE) return refuse(cursor, out, field, code, 'unknownType', { type });
  if (cursor.end - cursor.start !== 1 || cursor.bytes[cursor.start] !== DOT)
    return refuse(cursor, out, field, code, 'needsDot');
  cursor.next();
  return true;
}

/** The type decides what must stand here, so that is what is said, and not what an A or AAAA record would need. */
function readAddress(
  kind: FieldKind,
  message: string,
  cursor: TokenCursor,
  out: RdataWriter,
  field: Field,
  code: Code,
): boolean {
  const { start, end } = cursor,
    value = cursor.text(),
    before = out.problems.length;
  if (kind.parse(cursor, out, field)) return true;
  out.problems.length = before;
  return out.problem(code, message, start, end, { value });
}

const LABEL = 'what the type says: ".", an IPv4 address, an IPv6 address or a name';

/** Behind precedence, gateway type and algorithm. */
export const ipsecGateway = gatewayKind('ipsec-gateway', LABEL, 2, 0xff, 'ipseckey/gateway-type', false);
/** Behind precedence and the octet with discovery bit and relay type. */
export const amtRelay = gatewayKind('amt-relay', LABEL, 1, 0x7f, 'amtrelay/relay-type', true);

/** The discovery bit of AMTRELAY: the highest bit of an octet that it shares with the relay type. */
export const discoveryBit: FieldKind = {
  id: 'bit',
  label: '0 or 1',
  parse(cursor, out, field) {
    const value = cursor.quoted ? -1 : decimal(cursor.bytes, cursor.start, cursor.end);
    out.u8(value === 1 ? 0x80 : 0);
    if (value === 0 || value === 1) {
      cursor.next();
      return true;
    }
    return refuseNumber(cursor, out, field, 1);
  },
  print: (reader) => String(reader.u8() >> 7),
};

/** The relay type of AMTRELAY, in the octet that the discovery bit wrote. */
export const relayType: FieldKind = {
  id: 'uint7',
  label: 'a number from 0 to 127',
  parse(cursor, out, field) {
    const value = cursor.quoted ? -1 : decimal(cursor.bytes, cursor.start, cursor.end);
    if (value >= 0 && value <= 127) {
      out.octets[out.length - 1]! |= value;
      cursor.next();
      return true;
    }
    return refuseNumber(cursor, out, field, 127);
  },
  print: (reader) => String(reader.octets[reader.at - 1]! & 0x7f),
  describe: (reader, field) =>
    reader.at < 1 ? undefined : field.values?.[reader.octets[reader.at - 1]! & 0x7f]?.meaning,
};

import { escapedOctet } from '../../../names/name-tree.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import { printIpv4, printIpv6, readIpv4, readIpv6 } from './addresses.ts';
import { BASE64, base64Text, decimal, isDigit } from './digits.ts';
import { nearestSvcKey, svcKeyByName, svcKeyName, svcKeyNumber } from './svc-keys.ts';
import type { SvcEncoding } from './svc-keys.ts';
import { printText } from './text.ts';
import { isDohPath } from './uri-template.ts';
import type { Code } from '../../../findings/codes/index.ts';
import { BACKSLASH, COMMA, QUOTE } from '../../../text/octets.ts';

/** The digit that `=` at the end of base64 stands for here. */
const PADDING = 64;

/** The value of one SvcParam as it is written: the octets at `start`–`end`, without quotation marks. `from`–`to` is the whole parameter, for what concerns it all. */
export interface SvcValue {
  readonly bytes: Uint8Array;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

type Problem = readonly [
  code: Code,
  message: string,
  start: number,
  end: number,
  args?: Readonly<Record<string, string | number>>,
];

/** Writes a value in wire form. What is wrong with it is reported, and false given. */
export function writeSvcValue(encoding: SvcEncoding, value: SvcValue, out: RdataWriter): boolean {
  const problem = WRITERS[encoding](value, out);
  if (problem === undefined) return true;
  const [code, message, start, end, args] = problem;
  return out.problem(code, message, start < end ? start : value.from, start < end ? end : value.to, {
    key: value.key,
    value: textAt(value.bytes, value.start, value.end),
    ...args,
  });
}

const WRITERS: Readonly<Record<SvcEncoding, (value: SvcValue, out: RdataWriter) => Problem | undefined>> = {
  'key-list': writeKeyList,
  alpn: (value, out) =>
    value.start === value.end ? ['svcb/alpn-empty', 'none', value.from, value.to] : writeStringList(value, out),
  path: (value, out) => (value.start === value.end ? undefined : writeStringList(value, out)),
  empty: (value) =>
    value.start === value.end
      ? undefined
      : [value.key === 'ohttp' ? 'svcb/ohttp-with-value' : 'svcb/value-syntax', 'notEmpty', value.start, value.end],
  port: writePort,
  'ipv4-list': (value, out) => writeAddresses(value, out, 'svcb/ipv4hint', readIpv4, readIpv6),
  'ipv6-list': (value, out) => writeAddresses(value, out, 'svcb/ipv6hint', readIpv6, readIpv4),
  base64: writeBase64,
  template: writeTemplate,
  groups: writeGroups,
  text: writeValueText,
};

function textAt(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

/** The parts between commas, as pairs of start and end; a raw comma cannot be escaped in these lists. */
function parts({ bytes, start, end }: SvcValue): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = start;
  for (let i = start; i <= end; i++)
    if (i === end || bytes[i] === COMMA) {
      found.push([from, i]);
      from = i + 1;
    }
  return found;
}

function writeKeyList(value: SvcValue, out: RdataWriter): Problem | undefined {
  const keys: number[] = [];
  for (const [start, end] of parts(value)) {
    const name = textAt(value.bytes, start, end),
      number = svcKeyByName(name.toLowerCase())?.number ?? svcKeyNumber(value.bytes, start, end);
    if (name === '') return ['svcb/value-syntax', 'emptyItem', value.start, value.end];
    if (number < 0) {
      const near = nearestSvcKey(name);
      return near === undefined
        ? ['svcb/key-unknown', 'unknown', start, end, { name }]
        : ['svcb/key-unknown', 'near', start, end, { name, near }];
    }
    if (number === 0) return ['svcb/mandatory-self', 'self', start, end];
    if (keys.includes(number)) return ['svcb/mandatory-dup', 'twice', start, end, { name }];
    keys.push(number);
  }
  for (const number of keys.sort((a, b) => a - b)) out.u16(number);
  return undefined;
}

/** Strings with a length each, joined by commas; the escapes of the list lie below those of the zone file (RFC 9460 §A.1). */
function writeStringList({ bytes, start, end }: SvcValue, out: RdataWriter): Problem | undefined {
  let lengthAt = out.length,
    itemStart = start,
    escaped = false;
  out.u8(0);
  const close = (at: number): Problem | undefined => {
    const length = out.length - lengthAt - 1;
    if (length === 0) return ['svcb/alpn-empty', 'item', itemStart, Math.max(at, itemStart + 1)];
    if (length > 255) return ['svcb/alpn-too-long', 'tooLong', itemStart, at, { length }];
    out.octets[lengthAt] = length;
    return undefined;
  };
  for (let i = start; i < end; i++) {
    let c = bytes[i]!;
    const at = i;
    if (c === BACKSLASH) {
      c = escapedOctet(bytes, i, end);
      if (c < 0) return ['syn/bad-escape', 'text', i, Math.min(end, i + 4)];
      i += isDigit(bytes[i + 1]!) ? 3 : 1;
    }
    if (!escaped && c === COMMA) {
      const problem = close(at);
      if (problem !== undefined) return problem;
      lengthAt = out.length;
      itemStart = i + 1;
      out.u8(0);
    } else if (!escaped && c === BACKSLASH) escaped = true;
    else {
      out.u8(c);
      escaped = false;
    }
  }
  return escaped ? ['syn/bad-escape', 'text', end - 1, end] : close(end);
}

function writePort({ bytes, start, end }: SvcValue, out: RdataWriter): Problem | undefined {
  const port = decimal(bytes, start, end);
  if (port < 0 || port > 65535) return ['svcb/port', port < 0 ? 'notNumber' : 'range', start, end];
  out.u16(port);
  return undefined;
}

type AddressReader = (bytes: Uint8Array, start: number, end: number, out: RdataWriter) => boolean;

function writeAddresses(
  value: SvcValue,
  out: RdataWriter,
  code: Code,
  read: AddressReader,
  other: AddressReader,
): Problem | undefined {
  for (const [start, end] of parts(value)) {
    if (read(value.bytes, start, end, out)) continue;
    const address = textAt(value.bytes, start, end);
    return [
      code,
      address === '' ? 'missing' : other(value.bytes, start, end, out) ? 'otherFamily' : 'notAddress',
      start,
      end,
      { address },
    ];
  }
  return undefined;
}

function writeBase64({ bytes, start, end }: SvcValue, out: RdataWriter): Problem | undefined {
  if ((end - start) % 4 !== 0) return ['svcb/ech-base64', 'incomplete', start, end];
  for (let i = start; i < end; i += 4) {
    const last = i + 4 === end,
      digits = [0, 1, 2, 3].map((k) => (last && k > 1 && bytes[i + k] === 61 ? PADDING : BASE64[bytes[i + k]!]!));
    const wrong = digits.findIndex((digit) => digit < 0);
    if (wrong >= 0)
      return [
        'svcb/ech-base64',
        'character',
        i + wrong,
        i + wrong + 1,
        { character: String.fromCharCode(bytes[i + wrong]!) },
      ];
    const [a, b, c, d] = digits as [number, number, number, number];
    if ((c === PADDING && (d !== PADDING || (b & 15) !== 0)) || (c < PADDING && d === PADDING && (c & 3) !== 0))
      return ['svcb/ech-base64', 'incomplete', i, end];
    out.u8(((a << 2) | (b >> 4)) & 255);
    if (c < PADDING) out.u8(((b << 4) | (c >> 2)) & 255);
    if (d < PADDING) out.u8(((c << 6) | d) & 255);
  }
  return undefined;
}

function writeTemplate(value: SvcValue, out: RdataWriter): Problem | undefined {
  const from = out.length;
  return (
    writeValueText(value, out) ??
    (isDohPath(out.octets.subarray(from, out.length))
      ? undefined
      : ['svcb/dohpath-template', 'template', value.start, value.end])
  );
}

function writeGroups(value: SvcValue, out: RdataWriter): Problem | undefined {
  const seen = new Set<number>();
  for (const [start, end] of parts(value)) {
    const group = decimal(value.bytes, start, end),
      name = textAt(value.bytes, start, end);
    if (group < 0 || group > 65535) return ['svcb/tls-supported-groups', 'notGroup', start, end, { group: name }];
    if (seen.has(group)) return ['svcb/tls-supported-groups', 'twice', start, end, { group: name }];
    seen.add(group);
    out.u16(group);
  }
  return undefined;
}

function writeValueText({ bytes, start, end }: SvcValue, out: RdataWriter): Problem | undefined {
  for (let i = start; i < end; i++) {
    let c = bytes[i]!;
    if (c === BACKSLASH) {
      c = escapedOctet(bytes, i, end);
      if (c < 0) return ['syn/bad-escape', 'text', i, Math.min(end, i + 4)];
      i += isDigit(bytes[i + 1]!) ? 3 : 1;
    }
    out.u8(c);
  }
  return undefined;
}

/** Whether octets are the value of a key in wire form; keys that BIND does not know may have any. */
export function isSvcValue(number: number, octets: Uint8Array): boolean {
  const { length } = octets;
  switch (number) {
    case 0:
      return length > 0 && length % 2 === 0 && isAscending(octets);
    case 1:
      return isStringList(octets);
    case 2:
      return length === 0;
    case 3:
      return length === 2;
    case 4:
      return length > 0 && length % 4 === 0;
    case 6:
      return length > 0 && length % 16 === 0;
    case 7:
      return isDohPath(octets);
    default:
      return true;
  }
}

function isAscending(octets: Uint8Array): boolean {
  for (let i = 2; i < octets.length; i += 2)
    if (((octets[i]! << 8) | octets[i + 1]!) <= ((octets[i - 2]! << 8) | octets[i - 1]!)) return false;
  return true;
}

function isStringList(octets: Uint8Array): boolean {
  let i = 0;
  while (i < octets.length) {
    if (octets[i] === 0) return false;
    i += octets[i]! + 1;
  }
  return i === octets.length && i > 0;
}

/** `=value`, or nothing for an empty value, as BIND prints it. */
export function printSvcValue(number: number, reader: RdataReader): string {
  if (reader.left === 0) return '';
  const items: string[] = [];
  switch (number) {
    case 0:
      while (reader.left > 0) items.push(svcKeyName(reader.u16()));
      break;
    case 1:
      while (reader.left > 0) items.push(printListItem(reader.take(reader.u8())));
      return `="${items.join(',')}"`;
    case 3:
      return `=${reader.u16()}`;
    case 4:
      while (reader.left > 0) items.push(printIpv4(reader.take(4)));
      break;
    case 5:
      return `=${base64Text(reader.rest())}`;
    case 6:
      while (reader.left > 0) items.push(printIpv6(reader.take(16)));
      break;
    default:
      return `=${printText(reader.rest())}`;
  }
  return `=${items.join(',')}`;
}

function printListItem(octets: Uint8Array): string {
  let out = '';
  for (const c of octets) {
    if (c <= 32 || c >= 127) out += `\\${String(c).padStart(3, '0')}`;
    else out += (c === BACKSLASH ? '\\\\\\' : c === COMMA ? '\\\\' : c === QUOTE ? '\\' : '') + String.fromCharCode(c);
  }
  return out;
}

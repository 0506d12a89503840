import type { TokenCursor } from '../fields/cursor.ts';
import { RdataReader } from '../fields/rdata.ts';
import type { RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { refuseQuoted } from './refusals.ts';
import { BAD_KEY_NUMBER, nearestSvcKey, SVC_KEYS, svcKeyByName, svcKeyName, svcKeyNumber } from './svc-keys.ts';
import type { SvcEncoding } from './svc-keys.ts';
import { isSvcValue, printSvcValue, writeSvcValue } from './svc-values.ts';
import type { SvcValue } from './svc-values.ts';
import { BACKSLASH, EQUALS } from '../../../text/octets.ts';

const MANDATORY = 0,
  ALPN = 1,
  NO_DEFAULT_ALPN = 2;

/** A parameter that was written to the octets at `at`–`end`, key and length included; and where it stands in the text. */
interface SvcParam {
  readonly number: number;
  readonly at: number;
  readonly end: number;
  readonly value: SvcValue;
}

/** Parameters of SVCB and HTTPS (RFC 9460 §2.1): `key`, `key=value` or `key="value"`, in any order, each key once; on the wire in order of their numbers. */
export const svcParams: FieldKind = {
  id: 'svc-params',
  label: 'parameters such as alpn=h2 or port=8443',
  rest: true,
  parse(cursor, out, field) {
    const params: SvcParam[] = [],
      seen = new Set<number>();
    let good = true;
    while (!cursor.done) if (!readParam(cursor, out, field, params, seen)) good = false;
    return good && areConsistent(params, seen, out) && putInOrder(params, out);
  },
  print(reader) {
    const words: string[] = [];
    while (reader.left > 0 && !reader.short) {
      const number = reader.u16(),
        octets = reader.take(reader.u16());
      if (!isSvcValue(number, octets)) reader.short = true;
      else words.push(svcKeyName(number) + printSvcValue(number, new RdataReader(octets)));
    }
    return words.join(' ');
  },
  wire: (reader, out) => {
    const from = reader.at,
      seen = new Set<number>();
    let last = -1,
      mandatory: Uint8Array = new Uint8Array(0);
    while (reader.left > 0) {
      const number = reader.u16(),
        octets = reader.take(reader.u16());
      if (
        reader.short ||
        number <= last ||
        !isSvcValue(number, octets) ||
        (number === NO_DEFAULT_ALPN && !seen.has(ALPN))
      )
        return false;
      if (number === MANDATORY) mandatory = octets;
      seen.add(number);
      last = number;
    }
    for (let i = 0; i < mandatory.length; i += 2) {
      const number = (mandatory[i]! << 8) | mandatory[i + 1]!;
      if (number === MANDATORY || !seen.has(number)) return false;
    }
    out.copy(reader.octets, from, reader.at);
    return true;
  },
  complete: () =>
    SVC_KEYS.map(({ name, encoding, meaning }) => ({
      text: encoding === 'empty' ? name : `${name}=`,
      detail: meaning,
    })),
};

/** Where the key ends: at the first `=` that is not escaped, or at the end. */
function keyEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    if (bytes[i] === EQUALS) return i;
    if (bytes[i] === BACKSLASH) i++;
  }
  return end;
}

/** A quoted value is a token of its own, directly behind the `=`. */
function readParam(
  cursor: TokenCursor,
  out: RdataWriter,
  field: Field,
  params: SvcParam[],
  seen: Set<number>,
): boolean {
  if (cursor.quoted) return refuseQuoted(cursor, out, field);
  const { bytes, start: from } = cursor,
    endOfKey = keyEnd(bytes, from, cursor.end);
  let start = Math.min(endOfKey + 1, cursor.end),
    end = cursor.end,
    to = end,
    key = '';
  for (let i = from; i < endOfKey; i++) key += String.fromCharCode(bytes[i]!);
  cursor.next();
  if (endOfKey + 1 === end && !cursor.done && cursor.quoted && cursor.start === end) {
    ({ contentStart: start, contentEnd: end, end: to } = cursor);
    cursor.next();
  }
  return writeParam({ bytes, key, start, end, from, to }, endOfKey, out, params, seen);
}

function writeParam(
  value: SvcValue,
  endOfKey: number,
  out: RdataWriter,
  params: SvcParam[],
  seen: Set<number>,
): boolean {
  const { bytes, key, from, to } = value,
    known = svcKeyByName(key),
    other = known === undefined ? svcKeyByName(key.toLowerCase()) : undefined;
  const number = known?.number ?? other?.number ?? svcKeyNumber(bytes, from, endOfKey);
  if (number < 0) {
    if (number === BAD_KEY_NUMBER) return out.problem('svcb/key-number', 'number', from, endOfKey, { key });
    const near = nearestSvcKey(key);
    return near === undefined
      ? out.problem('svcb/key-unknown', 'unknown', from, endOfKey, { name: key })
      : out.problem('svcb/key-unknown', 'near', from, endOfKey, { name: key, near });
  }
  const at = out.length;
  if (seen.has(number)) return out.problem('svcb/key-duplicate', 'twice', from, to, { key });
  const encoding: SvcEncoding = known?.encoding ?? 'text';
  out.u16(number);
  out.u16(0);
  if (!writeSvcValue(encoding, value, out)) return false;
  const length = out.length - at - 4;
  out.octets[at + 2] = (length >> 8) & 255;
  out.octets[at + 3] = length & 255;
  params.push({ number, at, end: out.length, value });
  seen.add(number);
  // A known key by its number, or in capitals as BIND takes it: the value is the octets of the wire.
  if (encoding === 'text' && !isSvcValue(number, out.octets.subarray(at + 4, out.length))) {
    return other !== undefined
      ? out.problem('svcb/key-unknown', 'capitals', from, endOfKey, { name: key, near: other.name })
      : out.problem('svcb/value-syntax', 'wire', from, to, { key, name: SVC_KEYS[number]?.name ?? key });
  }
  return true;
}

/** RFC 9460 §8 and §7.1.1: keys that are mandatory are there, and `no-default-alpn` comes with `alpn`. */
function areConsistent(params: readonly SvcParam[], seen: ReadonlySet<number>, out: RdataWriter): boolean {
  for (const param of params) {
    const { from, to } = param.value;
    if (param.number === NO_DEFAULT_ALPN && !seen.has(ALPN))
      return out.problem('svcb/no-default-alpn-without-alpn', 'alone', from, to);
    if (param.number !== MANDATORY) continue;
    for (let i = param.at + 4; i < param.end; i += 2) {
      const needed = (out.octets[i]! << 8) | out.octets[i + 1]!;
      if (needed === MANDATORY) return out.problem('svcb/mandatory-self', 'self', from, to);
      if (!seen.has(needed))
        return out.problem('svcb/mandatory-missing', 'missing', from, to, {
          name: SVC_KEYS[needed]?.name ?? `key${needed}`,
        });
    }
  }
  return true;
}

function putInOrder(params: readonly SvcParam[], out: RdataWriter): boolean {
  if (params.every(({ number }, k) => k === 0 || params[k - 1]!.number < number)) return true;
  const from = params[0]!.at,
    octets = out.octets.slice(0, out.length);
  out.length = from;
  for (const { at, end } of [...params].sort((a, b) => a.number - b.number)) out.copy(octets, at, end);
  return true;
}

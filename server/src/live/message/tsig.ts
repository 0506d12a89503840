/** Signs and checks messages with a shared secret (RFC 8945). */

import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { decodeBase64 } from '../../mail/grammar/base64.ts';
import { joined } from './live-rdata.ts';
import { pair, TSIG } from './message.ts';
import type { Message } from './message.ts';
import { nameAt, nameOctets, nameText } from './wire-name.ts';

const hashes = {
  'hmac-sha1.': sha1,
  'hmac-sha224.': sha224,
  'hmac-sha256.': sha256,
  'hmac-sha384.': sha384,
  'hmac-sha512.': sha512,
} as const;

type Algorithm = keyof typeof hashes;

export interface TsigKey {
  /** Absolute. */
  readonly name: string;
  readonly algorithm: Algorithm;
  readonly secret: Uint8Array;
}

/** Class ANY, and how far clocks may differ, in seconds (RFC 8945 §4.2, §10). */
const ANY = 255,
  FUDGE = 300;

/** Octets of a key file. */
export const LARGEST_KEY_FILE = 1 << 14;

/**
 * The key of a file: a `key` statement as named.conf has it and `tsig-keygen` prints it, or `[algorithm:]name:secret` as `dig -y` takes it.
 * Undefined for anything else.
 */
export function readTsigKey(text: string): TsigKey | undefined {
  const plain = text.replace(/\/\*[\s\S]*?\*\/|(?:#|\/\/).*$/gm, ''),
    statement = /^\s*key\s+"?([^\s"{]+)"?\s*\{([^}]*)\}/.exec(plain);
  if (statement !== null) {
    const [, name = '', body = ''] = statement;
    return tsigKey(
      name,
      /\balgorithm\s+"?([^\s";]+)/.exec(body)?.[1] ?? '',
      /\bsecret\s+"?([^\s";]+)/.exec(body)?.[1] ?? '',
    );
  }
  const [, algorithm, name = '', secret = ''] = /^\s*(?:([^\s:]+):)?([^\s:]+):([^\s:]+)\s*$/.exec(plain) ?? [];
  return tsigKey(name, algorithm ?? 'hmac-sha256', secret);
}

function tsigKey(name: string, algorithm: string, secret: string): TsigKey | undefined {
  const absolute = (text: string): string => (text.endsWith('.') ? text : `${text}.`).toLowerCase(),
    { octets, badAt } = decodeBase64(secret),
    wanted = absolute(algorithm);
  if (name === '' || badAt >= 0 || octets.length === 0 || nameOctets(absolute(name)) === undefined) return undefined;
  return wanted in hashes ? { name: absolute(name), algorithm: wanted as Algorithm, secret: octets } : undefined;
}

const wireName = (name: string): Uint8Array => nameOctets(name) ?? Uint8Array.of(0);
const six = (seconds: number): readonly number[] => [
  ...pair(Math.floor(seconds / 2 ** 32)),
  ...pair(Math.floor(seconds / 65536) % 65536),
  ...pair(seconds % 65536),
];

function mac(key: TsigKey, parts: readonly Uint8Array[]): Uint8Array {
  return hmac(hashes[key.algorithm], key.secret, joined(parts));
}

/** The query with its signature, and the signature. `now`: seconds since 1970. */
export function signed(
  message: Uint8Array,
  key: TsigKey,
  now: number,
): { readonly message: Uint8Array; readonly mac: Uint8Array } {
  const time = Uint8Array.from([...six(now), ...pair(FUDGE)]),
    algorithm = wireName(key.algorithm),
    name = wireName(key.name),
    variables = joined([name, Uint8Array.from([...pair(ANY), 0, 0, 0, 0]), algorithm, time, new Uint8Array(4)]),
    made = mac(key, [message, variables]);
  const rdata = joined([
    algorithm,
    time,
    Uint8Array.from(pair(made.length)),
    made,
    message.subarray(0, 2),
    new Uint8Array(4),
  ]);
  const whole = joined([
    message,
    name,
    Uint8Array.from([...pair(TSIG), ...pair(ANY), 0, 0, 0, 0, ...pair(rdata.length)]),
    rdata,
  ]);
  const view = new DataView(whole.buffer);
  view.setUint16(10, view.getUint16(10) + 1);
  return { message: whole, mac: made };
}

/** Checks the signatures of the messages of one answer, each of which hangs on the one before (RFC 8945 §5.3.1). */
export class TsigChain {
  private readonly key: TsigKey;
  private prior: Uint8Array;
  private unsigned: Uint8Array[] = [];
  private first = true;

  constructor(key: TsigKey, requestMac: Uint8Array) {
    this.key = key;
    this.prior = requestMac;
  }

  /** Whether all that came so far is signed. */
  get complete(): boolean {
    return !this.first && this.unsigned.length === 0;
  }

  /** Takes the next message; what is wrong with it, in words, or undefined. */
  take(octets: Uint8Array, { tsigAt, additional }: Message, now: number): string | undefined {
    if (tsigAt === undefined) {
      if (this.first) return "the answer isn't signed";
      this.unsigned.push(octets);
      return this.unsigned.length > MOST_UNSIGNED ? 'too much of the answer is unsigned' : undefined;
    }
    const record = additional.findLast(({ type }) => type === TSIG),
      read = record === undefined ? undefined : readTsig(record.rdata);
    if (record === undefined || read === undefined) return "the answer's signature can't be read";
    if (read.error !== 0) return `the server refuses the key ${this.key.name} (${errors[read.error] ?? read.error})`;
    if (record.owner !== this.key.name || nameText(read.algorithm) !== this.key.algorithm)
      return 'the answer is signed with another key';
    const stripped = octets.slice(0, tsigAt),
      view = new DataView(stripped.buffer);
    view.setUint16(10, view.getUint16(10) - 1);
    view.setUint16(0, read.originalId);
    const timers = joined([read.time, Uint8Array.from(pair(read.fudge))]);
    const variables = this.first
      ? joined([
          wireName(this.key.name),
          Uint8Array.from([...pair(ANY), 0, 0, 0, 0]),
          read.algorithm,
          timers,
          Uint8Array.from([...pair(read.error), ...pair(read.other.length)]),
          read.other,
        ])
      : timers;
    const made = mac(this.key, [
      Uint8Array.from(pair(this.prior.length)),
      this.prior,
      ...this.unsigned,
      stripped,
      variables,
    ]);
    if (!sameOctets(made, read.mac)) return "the answer's signature is wrong";
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = read.time,
      signedAt = ((a << 8) | b) * 2 ** 32 + c * 2 ** 24 + ((d << 16) | (e << 8) | f);
    if (Math.abs(now - signedAt) > read.fudge) return 'the clocks of this machine and the server differ too much';
    this.prior = read.mac;
    this.unsigned = [];
    this.first = false;
    return undefined;
  }
}

/** RFC 8945 §5.3.1: a server signs at least every hundredth message. */
const MOST_UNSIGNED = 100;

const errors: Readonly<Record<number, string>> = { 16: 'BADSIG', 17: 'BADKEY', 18: 'BADTIME', 22: 'BADTRUNC' };

interface Tsig {
  readonly algorithm: Uint8Array;
  readonly time: Uint8Array;
  readonly fudge: number;
  readonly mac: Uint8Array;
  readonly originalId: number;
  readonly error: number;
  readonly other: Uint8Array;
}

function readTsig(rdata: Uint8Array): Tsig | undefined {
  const algorithm = nameAt(rdata, 0);
  if (algorithm === undefined || algorithm.end + 10 > rdata.length) return undefined;
  const view = new DataView(rdata.buffer, rdata.byteOffset, rdata.byteLength),
    at = algorithm.end,
    after = at + 10 + view.getUint16(at + 8);
  if (after + 6 > rdata.length) return undefined;
  return {
    algorithm: nameOctets(nameText(algorithm.octets)) ?? algorithm.octets,
    time: rdata.slice(at, at + 6),
    fudge: view.getUint16(at + 6),
    mac: rdata.slice(at + 10, after),
    originalId: view.getUint16(after),
    error: view.getUint16(after + 2),
    other: rdata.slice(after + 6),
  };
}

/** In a time that doesn't show where they differ. */
function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  let differs = a.length ^ b.length;
  for (const [k, octet] of a.entries()) differs |= octet ^ (b[k] ?? 0);
  return differs === 0;
}

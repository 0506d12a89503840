import { nearest } from '../../../text/near-miss.ts';
import { decimal } from './digits.ts';

/** How the value of a SvcParam is written and kept. */
export type SvcEncoding =
  | 'key-list'
  | 'alpn'
  | 'empty'
  | 'port'
  | 'ipv4-list'
  | 'ipv6-list'
  | 'base64'
  | 'template'
  | 'groups'
  | 'path'
  | 'text';

export interface SvcKey {
  readonly name: string;
  readonly number: number;
  readonly encoding: SvcEncoding;
  readonly meaning: string;
  /** BIND prints the name; keys that came later are printed as keyNNNNN. */
  readonly printed: boolean;
}

/** IANA registry "Service Parameter Keys (SvcParamKeys)". */
export const SVC_KEYS: readonly SvcKey[] = [
  {
    name: 'mandatory',
    number: 0,
    encoding: 'key-list',
    printed: true,
    meaning: 'keys that clients must understand (RFC 9460 §8)',
  },
  {
    name: 'alpn',
    number: 1,
    encoding: 'alpn',
    printed: true,
    meaning: 'protocols in addition to the default (RFC 9460 §7.1)',
  },
  {
    name: 'no-default-alpn',
    number: 2,
    encoding: 'empty',
    printed: true,
    meaning: `the default protocol isn't supported (RFC 9460 §7.1)`,
  },
  { name: 'port', number: 3, encoding: 'port', printed: true, meaning: 'port of the service (RFC 9460 §7.2)' },
  {
    name: 'ipv4hint',
    number: 4,
    encoding: 'ipv4-list',
    printed: true,
    meaning: 'IPv4 addresses to try first (RFC 9460 §7.3)',
  },
  {
    name: 'ech',
    number: 5,
    encoding: 'base64',
    printed: true,
    meaning: 'configuration for Encrypted ClientHello (RFC 9848)',
  },
  {
    name: 'ipv6hint',
    number: 6,
    encoding: 'ipv6-list',
    printed: true,
    meaning: 'IPv6 addresses to try first (RFC 9460 §7.3)',
  },
  {
    name: 'dohpath',
    number: 7,
    encoding: 'template',
    printed: false,
    meaning: 'URI template for DNS over HTTPS (RFC 9461 §5)',
  },
  {
    name: 'ohttp',
    number: 8,
    encoding: 'empty',
    printed: false,
    meaning: 'the service is reachable by Oblivious HTTP (RFC 9540 §4)',
  },
  {
    name: 'tls-supported-groups',
    number: 9,
    encoding: 'groups',
    printed: false,
    meaning: 'TLS groups that the server supports (draft-ietf-tls-key-share-prediction)',
  },
  { name: 'docpath', number: 10, encoding: 'path', printed: false, meaning: 'path for DNS over CoAP (RFC 9953)' },
  {
    name: 'pvd',
    number: 11,
    encoding: 'empty',
    printed: false,
    meaning: 'the service has provisioning domain information (draft-ietf-intarea-proxy-config)',
  },
];

const byName = new Map(SVC_KEYS.map((key) => [key.name, key])),
  byNumber = new Map(SVC_KEYS.map((key) => [key.number, key]));

export function svcKeyByName(name: string): SvcKey | undefined {
  return byName.get(name);
}
export function svcKeyByNumber(number: number): SvcKey | undefined {
  return byNumber.get(number);
}

export function nearestSvcKey(name: string): string | undefined {
  return nearest(name, [...byName.keys()]);
}

/** The name that BIND prints for a key. */
export function svcKeyName(number: number): string {
  const key = byNumber.get(number);
  return key?.printed ? key.name : `key${number}`;
}

const NOT_A_KEY = -1;
export const BAD_KEY_NUMBER = -2;

/** The number of `keyNNNNN`, without leading zeros and up to 65535 (RFC 9460 §2.1). */
export function svcKeyNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 4 || bytes[start] !== 107 || bytes[start + 1] !== 101 || bytes[start + 2] !== 121) return NOT_A_KEY;
  const number = decimal(bytes, start + 3, end);
  if (number < 0) return NOT_A_KEY;
  return number > 65535 || (bytes[start + 3] === 48 && end - start > 4) ? BAD_KEY_NUMBER : number;
}

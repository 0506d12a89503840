import type { Explanation } from '../grammar/problem.ts';
import type { Tag } from '../grammar/tag-list.ts';
import { dkimKey } from './dkim-key.ts';
import type { DkimKey } from './dkim-key.ts';
import type { DkimRecord } from './dkim-record.ts';

/** A key in one phrase: “RSA key of 2048 bits”. */
export function describeKey(key: DkimKey): string {
  switch (key.kind) {
    case 'rsa':
      return `RSA key of ${key.bits} bits`;
    case 'ed25519':
      return 'Ed25519 key';
    case 'revoked':
      return 'No key: this selector is revoked, so every signature that names it fails';
    case 'missing':
      return 'No key';
    case 'truncated':
      return `A key cut off after ${key.actual} of ${key.expected} octets`;
    case 'wrongLength':
      return `${key.octets} octets instead of the 32 of an Ed25519 key`;
    case 'pem':
    case 'notBase64':
    case 'otherAlgorithm':
    case 'notDer':
      return 'Not a key that DKIM verifiers can read';
  }
}

const flags: Readonly<Record<string, string>> = {
  y: 'test mode, receivers treat mail whose signature fails as unsigned',
  s: 'the signing identity (i=) must be exactly this domain, not a subdomain',
};

const services: Readonly<Record<string, string>> = {
  '*': 'everything',
  email: 'e-mail',
  tlsrpt: 'TLS reports (RFC 8460)',
};

const listed = (value: string, words: Readonly<Record<string, string>>): string =>
  value
    .split(':')
    .map((item) => words[item.trim()] ?? `"${item.trim()}", which is unknown and ignored`)
    .join('; ');

function explainTag(record: DkimRecord, tag: Tag): string {
  switch (tag.name) {
    case 'v':
      return 'DKIM key record, version 1';
    case 'k':
      return tag.value === 'rsa' || tag.value === 'ed25519'
        ? `Key type ${tag.value}`
        : `Key type "${tag.value}", which verifiers don't know`;
    case 'h':
      return `Hash algorithms that signatures with this key may use: ${tag.value}`;
    case 's':
      return `The key is for ${listed(tag.value, services)}`;
    case 't':
      return `Flags: ${listed(tag.value, flags)}`;
    case 'n':
      return 'A note for humans; verifiers ignore it';
    case 'g':
      return 'Granularity, obsolete and ignored since RFC 6376';
    case 'p':
      return describeKey(dkimKey(record));
    default:
      return tag.equals < 0 ? 'Not a tag' : 'Unknown tag, ignored by verifiers';
  }
}

/** The record tag by tag in plain words. */
export function explainDkim(record: DkimRecord): readonly Explanation[] {
  return record.list.tags.map((tag) => ({ start: tag.start, end: tag.end, text: explainTag(record, tag) }));
}

import type { RecordView } from '../../../zone/model/record-view.ts';
import { replacement } from '../../kit/edits.ts';
import { deprecatedAlgorithms, isAssignedAlgorithm, isRsa, keySize, rsaKey } from '../../../zone/format/dnssec.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const ZONE_KEY = 0x0100, SEP = 1, REVOKED = 0x0080;

const metas: readonly RuleMeta[] = [
  {
    code: 'dnskey/flags', severity: 'warning', source: 'RFC 4034 §2.1.1', fix: 'unsafe', summary: 'Wrong DNSKEY flags',
    messages: {
      notZone: 'The flags {flags} lack bit 256, so validators must not use this key.',
      reserved: 'The flags {flags} include undefined bits: a KSK has 257, a ZSK 256.',
    },
  },
  {
    code: 'dnskey/protocol', severity: 'warning', source: 'RFC 4034 §2.1.2', fix: 'unsafe', summary: 'DNSKEY protocol other than 3',
    messages: { protocol: 'The protocol is {protocol} instead of 3, so validators treat this key as invalid.' },
  },
  {
    code: 'dnskey/algorithm-deprecated', severity: 'warning', source: 'RFC 9905 §2', bind: 'warning', summary: 'DNSKEY with a deprecated algorithm',
    messages: { old: 'Algorithm {algorithm} ({name}) must no longer be used: many validators treat its signatures as missing or bogus.' },
  },
  {
    code: 'dnskey/algorithm-unassigned', severity: 'warning', source: 'RFC 4034 §2.1.3', summary: 'DNSKEY with an unassigned algorithm',
    messages: { unknown: `Algorithm {algorithm} isn't assigned, so validators can't use this key.` },
  },
  {
    code: 'dnskey/key-length', severity: 'warning', source: 'RFC 6605 §4', summary: 'DNSKEY of the wrong size for its algorithm',
    messages: {
      size: `This key is {actual} octets instead of the {expected} of algorithm {algorithm}: validators can't use it.`,
      rsa: `This isn't an RSA key (exponent and modulus), so validators can't use it.`,
    },
  },
  {
    code: 'dnskey/rsa-short', severity: 'information', source: 'RFC 6781 §3.4.2', summary: 'Short RSA key',
    messages: {
      weak: 'This RSA key has {bits} bits: it can be broken within days, and some validators refuse it.',
      short: 'This RSA key has {bits} bits; 2048 is usual, and ECDSA P-256 is stronger and smaller.',
    },
    severities: { weak: 'warning' },
  },
  {
    code: 'dnskey/rsa-exponent', severity: 'warning', source: 'RFC 3110 §2', bind: 'warning', summary: 'Unsafe or unusable RSA exponent',
    messages: { exponent: 'The exponent of this RSA key is {exponent}: {why}.' },
  },
  {
    code: 'dnskey/not-apex', severity: 'warning', source: 'RFC 4035 §2.1', summary: 'DNSKEY below the apex',
    messages: { below: `Validators look for a zone's keys only at its apex, {apex}, not at {name}.` },
  },
  {
    code: 'dnskey/revoked', severity: 'information', profile: 'strict', source: 'RFC 5011 §2.1', summary: 'Revoked DNSKEY',
    messages: { revoked: 'This key is revoked (bit 128): validators drop it as a trust anchor for good.' },
  },
];

/** What one DNSKEY shows: RFC 4034 §2, RFC 9904, RFC 9905. */
export default defineFamily(metas, eachRecord(['DNSKEY']), function* (record, context) {
  if (record.broken) return;
  const flags = record.number('flags'), algorithm = record.number('algorithm'), { zone } = context;
  if (zone.apexKnown && record.owner !== zone.apex && zone.inZone(record.owner)) yield { code: 'dnskey/not-apex', message: 'below', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(record.owner), apex: context.show(zone.apex) } };
  yield* flagsAndProtocol(record, flags);
  const name = deprecatedAlgorithms[algorithm], at = record.span('algorithm');
  if (name !== undefined) yield { code: 'dnskey/algorithm-deprecated', message: 'old', at, args: { algorithm, name } };
  else if (!isAssignedAlgorithm(algorithm)) yield { code: 'dnskey/algorithm-unassigned', message: 'unknown', at, args: { algorithm } };
  else yield* keyProblems(record, algorithm, record.field('public-key')?.octets ?? new Uint8Array(0));
});

function* flagsAndProtocol(record: RecordView, flags: number): Iterable<Draft> {
  const at = record.span('flags'), protocol = record.number('protocol');
  const fixes = record.generated ? {} : { fixes: [257, 256].map(value => replacement(record.zone, at, String(value), `Write ${value}`, false)) };
  if ((flags & ZONE_KEY) === 0) yield { code: 'dnskey/flags', message: 'notZone', at, args: { flags }, ...fixes };
  else if ((flags & ~(ZONE_KEY | SEP | REVOKED)) !== 0) yield { code: 'dnskey/flags', message: 'reserved', at, args: { flags }, ...fixes };
  else if ((flags & REVOKED) !== 0) yield { code: 'dnskey/revoked', message: 'revoked', at };
  if (protocol !== 3) yield { code: 'dnskey/protocol', message: 'protocol', at: record.span('protocol'), args: { protocol }, ...(record.generated ? {} : { fixes: [replacement(record.zone, record.span('protocol'), '3', 'Write 3', false)] }) };
}

function* keyProblems(record: RecordView, algorithm: number, key: Uint8Array): Iterable<Draft> {
  const at = record.span('public-key'), expected = keySize(algorithm);
  if (expected !== undefined && key.length !== expected) yield { code: 'dnskey/key-length', message: 'size', at, args: { actual: key.length, algorithm, expected } };
  if (!isRsa(algorithm)) return;
  const rsa = rsaKey(key);
  if (rsa === undefined || rsa.bits < 64) { yield { code: 'dnskey/key-length', message: 'rsa', at }; return; }
  const { bits, exponent } = rsa;
  if (bits < 2048) yield { code: 'dnskey/rsa-short', message: bits < 1024 ? 'weak' : 'short', at, args: { bits }, severity: bits < 1024 ? 'warning' : 'information' };
  if (exponent === 1 || exponent % 2 === 0) yield { code: 'dnskey/rsa-exponent', message: 'exponent', at, args: { exponent, why: `signatures can't be checked with it` } };
  else if (exponent === 3) yield { code: 'dnskey/rsa-exponent', message: 'exponent', at, args: { exponent, why: 'with so small an exponent, careless validators have accepted forged signatures' } };
}

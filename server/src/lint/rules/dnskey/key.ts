import type { RecordView } from '../../../zone/model/record-view.ts';
import { replacement } from '../../kit/edits.ts';
import { deprecatedAlgorithms, isAssignedAlgorithm, isRsa, keySize, rsaKey } from '../../../zone/format/dnssec.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const ZONE_KEY = 0x0100, SEP = 1, REVOKED = 0x0080;

const metas: readonly RuleMeta[] = [
  {
    code: 'dnskey/flags', severity: 'warning', source: 'RFC 4034 §2.1.1', fix: 'unsafe', summary: 'The flags of a DNSKEY are not those of a key of the zone.',
    messages: {
      notZone: 'Flags of {flags} lack the bit 256, so validators must not use this key. Write 257 for a key signing key, or 256 for a zone signing key.',
      reserved: 'Flags of {flags} have bits that mean nothing; a key signing key has 257, a zone signing key 256.',
    },
  },
  {
    code: 'dnskey/protocol', severity: 'warning', source: 'RFC 4034 §2.1.2', fix: 'unsafe', summary: 'The protocol of a DNSKEY is not 3.',
    messages: { protocol: 'The protocol is {protocol}, but it must be 3: validators treat this key as invalid, and what it signed as bogus. Write 3.' },
  },
  {
    code: 'dnskey/algorithm-deprecated', severity: 'warning', source: 'RFC 9905 §2', bind: 'warning', summary: 'A DNSKEY with an algorithm that must not be used any more.',
    messages: { old: 'Algorithm {algorithm} ({name}) must not be used for signing any more: many validators take what it signed for unsigned or bogus. Change to algorithm 13 (ECDSA P-256).' },
  },
  {
    code: 'dnskey/algorithm-unassigned', severity: 'warning', source: 'RFC 4034 §2.1.3', summary: 'A DNSKEY with an algorithm that does not exist.',
    messages: { unknown: 'Algorithm {algorithm} is not assigned: no validator can use this key. Usual ones are 8 (RSA/SHA-256), 13 (ECDSA P-256) and 15 (Ed25519).' },
  },
  {
    code: 'dnskey/key-length', severity: 'warning', source: 'RFC 6605 §4', summary: 'The key of a DNSKEY has not the size that its algorithm has.',
    messages: {
      size: 'This key is {actual} octets; with algorithm {algorithm} it has {expected}: it is cut off or of another algorithm, and no validator can use it.',
      rsa: 'This is no RSA key: the octets do not hold an exponent and a modulus. It is cut off or of another algorithm, and no validator can use it.',
    },
  },
  {
    code: 'dnskey/rsa-short', severity: 'information', source: 'RFC 6781 §3.4.2', summary: 'An RSA key that is short.',
    messages: {
      weak: 'This RSA key has {bits} bits: keys below 1024 bits are broken within days, and some validators refuse them. Make one with 2048, or use algorithm 13.',
      short: 'This RSA key has {bits} bits; 2048 are usual today. A key of algorithm 13 (ECDSA P-256) is stronger and smaller.',
    },
    severities: { weak: 'warning' },
  },
  {
    code: 'dnskey/rsa-exponent', severity: 'warning', source: 'RFC 3110 §2', bind: 'warning', summary: 'An RSA key with an exponent that is unsafe or unusable.',
    messages: { exponent: 'The exponent of this RSA key is {exponent}: {why}. Make a key with the exponent 65537, which is what tools use by themselves.' },
  },
  {
    code: 'dnskey/not-apex', severity: 'warning', source: 'RFC 4035 §2.1', summary: 'A DNSKEY below the apex of the zone.',
    messages: { below: 'This key stands at {name}, but the keys of a zone stand at its apex, {apex}: validators do not look here. Move it there, or into the zone {name}.' },
  },
  {
    code: 'dnskey/revoked', severity: 'information', profile: 'strict', source: 'RFC 5011 §2.1', summary: 'A DNSKEY that is revoked.',
    messages: { revoked: 'The bit 128 says that this key is revoked: validators that follow it as a trust anchor drop it for good. Remove the key some time after the last of them has seen this.' },
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
  if (exponent === 1 || exponent % 2 === 0) yield { code: 'dnskey/rsa-exponent', message: 'exponent', at, args: { exponent, why: 'no signature can be checked with it' } };
  else if (exponent === 3) yield { code: 'dnskey/rsa-exponent', message: 'exponent', at, args: { exponent, why: 'with so small an exponent, careless validators have accepted forged signatures' } };
}

import type { RecordView } from '../../../zone/model/record-view.ts';
import { replacement } from '../../kit/edits.ts';
import { deprecatedAlgorithms, isAssignedAlgorithm, isRsa, keySize, rsaKey } from '../../../zone/format/dnssec.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<
  | 'dnskey/flags'
  | 'dnskey/protocol'
  | 'dnskey/algorithm-deprecated'
  | 'dnskey/algorithm-unassigned'
  | 'dnskey/key-length'
  | 'dnskey/rsa-short'
  | 'dnskey/rsa-exponent'
  | 'dnskey/not-apex'
  | 'dnskey/revoked'
>;

const ZONE_KEY = 0x0100,
  SEP = 1,
  REVOKED = 0x0080;
/** What one DNSKEY shows: RFC 4034 §2, RFC 9904, RFC 9905. */
export default check({
  on: eachRecord(['DNSKEY']),
  reports: [
    'dnskey/flags',
    'dnskey/protocol',
    'dnskey/algorithm-deprecated',
    'dnskey/algorithm-unassigned',
    'dnskey/key-length',
    'dnskey/rsa-short',
    'dnskey/rsa-exponent',
    'dnskey/not-apex',
    'dnskey/revoked',
  ],
  *run(record, context) {
    if (record.broken) return;
    const flags = record.number('flags'),
      algorithm = record.number('algorithm'),
      { zone } = context;
    if (zone.apexKnown && record.owner !== zone.apex && zone.inZone(record.owner))
      yield {
        code: 'dnskey/not-apex',
        message: 'below',
        at: record.ownerSpan ?? record.typeSpan,
        args: { name: context.show(record.owner), apex: context.show(zone.apex) },
      };
    yield* flagsAndProtocol(record, flags);
    const name = deprecatedAlgorithms[algorithm],
      at = record.span('algorithm');
    if (name !== undefined)
      yield { code: 'dnskey/algorithm-deprecated', message: 'old', at, args: { algorithm, name } };
    else if (!isAssignedAlgorithm(algorithm))
      yield { code: 'dnskey/algorithm-unassigned', message: 'unknown', at, args: { algorithm } };
    else yield* keyProblems(record, algorithm, record.field('public-key')?.octets ?? new Uint8Array(0));
  },
});

function* flagsAndProtocol(record: RecordView, flags: number): Iterable<Said> {
  const at = record.span('flags'),
    protocol = record.number('protocol');
  const fixes = record.generated
    ? {}
    : { fixes: [257, 256].map((value) => replacement(record.zone, at, String(value), `Write ${value}`, false)) };
  if ((flags & ZONE_KEY) === 0) yield { code: 'dnskey/flags', message: 'notZone', at, args: { flags }, ...fixes };
  else if ((flags & ~(ZONE_KEY | SEP | REVOKED)) !== 0)
    yield { code: 'dnskey/flags', message: 'reserved', at, args: { flags }, ...fixes };
  else if ((flags & REVOKED) !== 0) yield { code: 'dnskey/revoked', message: 'revoked', at };
  if (protocol !== 3)
    yield {
      code: 'dnskey/protocol',
      message: 'protocol',
      at: record.span('protocol'),
      args: { protocol },
      fixes: [replacement(record.zone, record.span('protocol'), '3', 'Write 3', false)],
    };
}

function* keyProblems(record: RecordView, algorithm: number, key: Uint8Array): Iterable<Said> {
  const at = record.span('public-key'),
    expected = keySize(algorithm);
  if (expected !== undefined && key.length !== expected)
    yield { code: 'dnskey/key-length', message: 'size', at, args: { actual: key.length, algorithm, expected } };
  if (!isRsa(algorithm)) return;
  const rsa = rsaKey(key);
  if (rsa === undefined || rsa.bits < 64) {
    yield { code: 'dnskey/key-length', message: 'rsa', at };
    return;
  }
  const { bits, exponent } = rsa;
  if (bits < 2048)
    yield {
      code: 'dnskey/rsa-short',
      message: bits < 1024 ? 'weak' : 'short',
      at,
      args: { bits },
      severity: bits < 1024 ? 'warning' : 'information',
    };
  if (exponent === 1 || exponent % 2 === 0)
    yield {
      code: 'dnskey/rsa-exponent',
      message: 'exponent',
      at,
      args: { exponent, why: `signatures can't be checked with it` },
    };
  else if (exponent === 3)
    yield {
      code: 'dnskey/rsa-exponent',
      message: 'exponent',
      at,
      args: { exponent, why: 'with so small an exponent, careless validators have accepted forged signatures' },
    };
}

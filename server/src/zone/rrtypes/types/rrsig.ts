import { base64 } from '../kinds/binary.ts';
import { algorithm } from '../kinds/dnssec.ts';
import { domainName } from '../kinds/names.ts';
import { uint16, uint32, uint8 } from '../kinds/numbers.ts';
import { time } from '../kinds/times.ts';
import { typeCode } from '../kinds/type-codes.ts';
import type { RdataWriter } from '../fields/rdata.ts';
import type { FieldSpans, RecordType } from '../fields/record-type.ts';

const LABELS = 2,
  SIGNER = 7;

/** The signer is the zone, so the owner has at least as many labels (RFC 4034 §3.1.3, §3.1.7). */
function ownerIsInZone(out: RdataWriter, _from: number, spans: FieldSpans): boolean {
  const labels = out.octets[spans[4 * LABELS + 2]!]!,
    signerLabels = out.labelsAt(spans[4 * SIGNER + 2]!);
  return (
    labels >= signerLabels ||
    out.problem('rrsig/labels', 'signer', spans[4 * LABELS]!, spans[4 * LABELS + 1]!, { labels, signerLabels })
  );
}

export const RRSIG: RecordType = {
  mnemonic: 'RRSIG',
  code: 46,
  status: 'current',
  source: 'RFC 4034 §3',
  summary: 'The signature over all records of one type at this name.',
  fields: [
    { name: 'type-covered', kind: typeCode(false), summary: 'The type of the records that are signed.' },
    { name: 'algorithm', kind: algorithm, summary: 'The algorithm of the signature.' },
    { name: 'labels', kind: uint8, summary: 'How many labels the owner has; fewer if a wildcard was expanded.' },
    { name: 'original-ttl', kind: uint32, summary: 'The TTL of the signed records in the zone, in seconds.' },
    { name: 'signature-expiration', kind: time(false), summary: 'When the signature expires.' },
    { name: 'signature-inception', kind: time(false), summary: 'When the signature becomes valid.' },
    { name: 'key-tag', kind: uint16, summary: 'The tag of the key that made the signature.' },
    { name: 'signer-name', kind: domainName, summary: 'The zone whose key made the signature.' },
    { name: 'signature', kind: base64(), summary: 'The signature.' },
  ],
  check: ownerIsInZone,
  example:
    'example.com. 3600 IN RRSIG A 13 2 3600 20380119031407 20240101000000 12345 example.com. kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
};

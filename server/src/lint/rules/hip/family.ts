import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

/** IANA "IPSECKEY RR Parameters", which HIP shares: DSA, RSA, ECDSA, and EdDSA (RFC 9373). */
const LAST_ALGORITHM = 4, TAG_OCTETS = 16;

const metas: readonly RuleMeta[] = [
  {
    code: 'hip/algorithm', severity: 'warning', source: 'RFC 8005 §5.2', summary: 'Unassigned key algorithm in a HIP record',
    messages: { unknown: `Key algorithm {algorithm} isn't assigned, so peers can't reach the host by HIP.` },
  },
  {
    code: 'hip/tag-length', severity: 'warning', source: 'RFC 7401 §3.1', summary: 'Host identity tag of the wrong length',
    messages: { length: `This host identity tag is {length} octets long instead of 16, so peers can't find the host.` },
  },
  {
    code: 'hip/tag-prefix', severity: 'information', source: 'RFC 7401 §3.1', summary: 'Host identity tag with the wrong prefix',
    messages: { prefix: `Host identity tags start with 2001002 or 2001001, so this may be the host's address.` },
  },
];

/** What servers take of a HIP record and peers cannot use. */
export default defineFamily(metas, eachRecord(['HIP']), function* (record) {
  if (record.broken) return;
  const algorithm = record.field('pk-algorithm')?.octets[1] ?? 0, length = record.field('hit')?.octets.length ?? TAG_OCTETS;
  if (algorithm === 0 || algorithm > LAST_ALGORITHM) yield { code: 'hip/algorithm', message: 'unknown', at: record.span('pk-algorithm'), args: { algorithm } };
  const tag = record.field('hit')?.octets ?? new Uint8Array(0);
  if (length === TAG_OCTETS && !(tag[0] === 0x20 && tag[1] === 0x01 && tag[2] === 0x00 && ((tag[3]! & 0xf0) === 0x20 || (tag[3]! & 0xf0) === 0x10))) yield { code: 'hip/tag-prefix', message: 'prefix', at: record.span('hit') };
  if (length !== TAG_OCTETS) yield { code: 'hip/tag-length', message: 'length', at: record.span('hit'), args: { length } };
});

import { check, eachRecord } from '../../engine/check.ts';

/** IANA "IPSECKEY RR Parameters", which HIP shares: DSA, RSA, ECDSA, and EdDSA (RFC 9373). */
const LAST_ALGORITHM = 4,
  TAG_OCTETS = 16;
/** What servers take of a HIP record and peers cannot use. */
export default check({
  on: eachRecord(['HIP']),
  reports: ['hip/algorithm', 'hip/tag-length', 'hip/tag-prefix'],
  *run(record) {
    if (record.broken) return;
    const algorithm = record.field('pk-algorithm')?.octets[1] ?? 0,
      length = record.field('hit')?.octets.length ?? TAG_OCTETS;
    if (algorithm === 0 || algorithm > LAST_ALGORITHM)
      yield { code: 'hip/algorithm', message: 'unknown', at: record.span('pk-algorithm'), args: { algorithm } };
    const tag = record.field('hit')?.octets ?? new Uint8Array(0);
    if (
      length === TAG_OCTETS &&
      !(
        tag[0] === 0x20 &&
        tag[1] === 0x01 &&
        tag[2] === 0x00 &&
        ((tag[3]! & 0xf0) === 0x20 || (tag[3]! & 0xf0) === 0x10)
      )
    )
      yield { code: 'hip/tag-prefix', message: 'prefix', at: record.span('hit') };
    if (length !== TAG_OCTETS)
      yield { code: 'hip/tag-length', message: 'length', at: record.span('hit'), args: { length } };
  },
});

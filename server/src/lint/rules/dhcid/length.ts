import { check, eachRecord } from '../../engine/check.ts';

/** The identifier type and the digest type stand before the digest. */
const HEAD = 3;
/** Octets of a digest by its type (IANA registry "DHCID RR Digest Type Codes"). */
const digests: Readonly<Record<number, { readonly name: string; readonly octets: number }>> = {
  1: { name: 'SHA-256', octets: 32 },
};

export default check({
  on: eachRecord(['DHCID']),
  reports: 'dhcid/length',
  *run(record) {
    if (record.broken) return;
    const { octets } = record,
      at = record.rdataSpan;
    if (octets.length <= HEAD) {
      yield { message: 'short', at, args: { octets: octets.length } };
      return;
    }
    const digest = digests[octets[HEAD - 1]!],
      actual = octets.length - HEAD;
    if (digest !== undefined && actual !== digest.octets)
      yield { message: 'digest', at, args: { name: digest.name, expected: digest.octets, actual } };
  },
});

import { defineRule, eachRecord } from '../../engine/rule.ts';

/** The identifier type and the digest type stand before the digest. */
const HEAD = 3;
/** Octets of a digest by its type (IANA registry "DHCID RR Digest Type Codes"). */
const digests: Readonly<Record<number, { readonly name: string; readonly octets: number }>> = { 1: { name: 'SHA-256', octets: 32 } };

export default defineRule({
  meta: {
    code: 'dhcid/length',
    severity: 'warning',
    source: 'RFC 4701 §3.1',
    summary: 'A DHCID record whose data is too short or too long.',
    messages: {
      short: 'The data is {octets} octets long: it has no room for the identifier type, the digest type and a digest. It was cut off; let the DHCP server make the record anew, or it takes the name for somebody else\'s.',
      digest: 'A {name} digest has {expected} octets, and this one has {actual}. It was cut off or mistyped; let the DHCP server make the record anew, or it takes the name for somebody else\'s.',
    },
  },
  on: eachRecord(['DHCID']),
  *check(record) {
    if (record.broken) return;
    const { octets } = record, at = record.rdataSpan;
    if (octets.length <= HEAD) { yield { message: 'short', at, args: { octets: octets.length } }; return; }
    const digest = digests[octets[HEAD - 1]!], actual = octets.length - HEAD;
    if (digest !== undefined && actual !== digest.octets) yield { message: 'digest', at, args: { name: digest.name, expected: digest.octets, actual } };
  },
});

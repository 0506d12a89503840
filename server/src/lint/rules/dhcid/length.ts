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
    summary: 'DHCID data of the wrong length',
    messages: {
      short: `{octets} octets can't hold both types and a digest: the DHCP server treats the name as another client's.`,
      digest: `This {name} digest has {actual} octets instead of {expected}: the DHCP server treats the name as another client's.`,
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

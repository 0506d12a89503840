import { isKey, keyTag } from '../../dnssec.ts';
import { defineRule, eachRrset } from '../../rule.ts';

const RRSIG = 46, DNSKEY = 48, ZONE = 0x100, REVOKED = 0x80, SEP = 1;

export default defineRule({
  meta: {
    code: 'dnskey/self-signed',
    severity: 'warning',
    source: 'RFC 4035 §2.2',
    summary: 'The keys of a zone are not signed by the key that its parent names.',
    messages: { none: 'No signature over the keys of {name} is by this key, tag {tag}, nor by another with the SEP flag, as the parent\'s DS record names one: the chain of trust breaks here, and validators refuse the whole zone. Sign the zone anew with that key.' },
  },
  on: eachRrset(['DNSKEY'], { when: (zone, _record, name) => name === zone.apex && zone.signing.isSigned && zone.signing.keys !== undefined }),
  *check({ owner, records }, context) {
    const entries = records.filter((key) => (key.number('flags') & (ZONE | REVOKED | SEP)) === (ZONE | SEP)), [first] = entries;
    const signatures = context.records(owner, RRSIG).filter((record) => !record.broken && record.number('type-covered') === DNSKEY);
    if (first === undefined || signatures.length === 0 || signatures.some((record) => entries.some((key) => isKey(key, record.number('key-tag'), record.number('algorithm'))))) return;
    yield { message: 'none', at: first.span('flags'), args: { name: context.show(owner), tag: keyTag(first.octets) }, related: signatures.map((record) => ({ at: record.span('key-tag'), message: 'A signature over the keys.' })) };
  },
});

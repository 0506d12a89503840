import { keyTag, namedKey, numberOfKey } from '../../../zone/format/dnssec.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { DNSKEY, RRSIG } from '../../../zone/rrtypes/codes.ts';

const ZONE = 0x100,
  REVOKED = 0x80,
  SEP = 1;

export default check({
  on: eachRrset(['DNSKEY'], {
    when: (zone, _record, name) => name === zone.apex && zone.signing.isSigned && zone.signing.keys !== undefined,
  }),
  reports: 'dnskey/self-signed',
  *run({ owner, records }, context) {
    const entries = records.filter((key) => (key.number('flags') & (ZONE | REVOKED | SEP)) === (ZONE | SEP));
    const signatures = context
      .records(owner, RRSIG)
      .filter((record) => !record.broken && record.number('type-covered') === DNSKEY);
    if (signatures.length === 0) return;
    const signers = new Set(signatures.map(namedKey)),
      signed = new Set(entries.filter((key) => signers.has(numberOfKey(key))).map((key) => key.number('algorithm'))),
      told = new Set<number>();
    for (const key of entries) {
      const algorithm = key.number('algorithm');
      if (told.has(algorithm) || signed.has(algorithm)) continue;
      told.add(algorithm);
      yield {
        message: 'none',
        at: key.span('flags'),
        args: { name: context.show(owner), tag: keyTag(key.octets), algorithm },
        related: signatures.map((record) => ({ at: record.span('key-tag'), message: 'A signature over the keys' })),
      };
    }
  },
});

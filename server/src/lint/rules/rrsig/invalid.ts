import { keyNumber } from '../../../zone/model/signing.ts';
import { isTried } from '../../kit/tried-signatures.ts';
import { keyTag, MOST_KEYS } from '../../../zone/format/dnssec.ts';
import type { RuleContext } from '../../engine/context.ts';
import { signedData } from '../../kit/signed-data.ts';
import { typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { DNSKEY, RRSIG } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['RRSIG'], {
    when: (zone, _record, _name, { verify, profile }) =>
      verify !== undefined && zone.apexKnown && (!zone.signing.isLarge || profile !== 'recommended'),
  }),
  reports: 'rrsig/invalid',
  *run(rrsig, context) {
    const { zone, owner } = rrsig,
      { verify } = context.settings;
    if (verify === undefined || rrsig.broken || !zone.inZone(owner) || rrsig.name('signer-name') !== zone.apex) return;
    if (!isTried(rrsig, context)) return;
    const type = rrsig.number('type-covered'),
      algorithm = rrsig.number('algorithm'),
      tag = rrsig.number('key-tag');
    const rrset = context.records(owner, type),
      signature = rrsig.field('signature')?.octets;
    const keys = context.fact('keys-by-number', () => keysOf(context)).get(keyNumber(tag, algorithm)) ?? [];
    if (
      type === RRSIG ||
      rrset.length === 0 ||
      keys.length === 0 ||
      signature === undefined ||
      rrset.some(({ broken }) => broken)
    )
      return;
    // What cannot be verified at all, other rules tell: a wrong count of labels, or an end before the beginning.
    const data = signedData(rrsig, rrset);
    if (data === undefined || ((rrsig.number('signature-expiration') - rrsig.number('signature-inception')) | 0) <= 0)
      return;
    const verdicts = keys.map((key) => verify(algorithm, key, data, signature));
    if (verdicts.some((verdict) => verdict !== false)) return;
    yield {
      message: 'differs',
      at: rrsig.span('signature'),
      args: { type: typeName(type), name: context.show(owner) },
      related: rrset.slice(0, 1).map((record) => ({ at: record.rdataSpan, message: `The ${record.mnemonic} record` })),
    };
  },
});

/** Public keys of the zone by tag and algorithm, read once for all its signatures. */
function keysOf(context: RuleContext): ReadonlyMap<number, readonly Uint8Array[]> {
  const found = new Map<number, Uint8Array[]>();
  for (const key of context.records(context.zone.apex, DNSKEY)) {
    const number = key.broken ? undefined : keyNumber(keyTag(key.octets), key.number('algorithm')),
      octets = key.field('public-key')?.octets;
    if (number === undefined || octets === undefined) continue;
    const same = found.get(number);
    if (same === undefined) found.set(number, [octets.slice()]);
    else if (same.length < MOST_KEYS) same.push(octets.slice());
  }
  return found;
}

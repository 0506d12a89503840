import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { readSignature, signature } from '../../kit/signature-text.ts';
import { isSignedType, standingOf } from '../../kit/signed-names.ts';
import { check, eachName } from '../../engine/check.ts';
import { DNSKEY, RRSIG } from '../../../zone/rrtypes/codes.ts';

const REVOKED = 0x80;

export default check({
  on: eachName([], {
    when: (zone, _record, name) =>
      name === zone.apex
        ? zone.signing.isSigned && zone.signing.keys?.size !== 0
        : zone.signing.algorithms.size > 1 && hasSeveral(zone, name),
  }),
  reports: 'rrsig/algorithm-missing',
  *run({ name, records }, context) {
    const { zone } = context,
      { algorithms } = zone.signing,
      signatures = records.filter(({ type }) => type === RRSIG);
    if (algorithms.size === 0 || signatures.some(({ broken }) => broken)) return;
    const keys = context.records(zone.apex, DNSKEY).filter(({ broken }) => !broken),
      used = new Set(keys.filter((key) => (key.number('flags') & REVOKED) === 0).map((key) => key.number('algorithm')));
    if (name === zone.apex)
      for (const key of keys)
        if (used.delete(key.number('algorithm')) && !algorithms.has(key.number('algorithm')))
          yield { message: 'zone', at: key.span('algorithm'), args: { algorithm: key.print('algorithm') } };
    const isCut = standingOf(zone, name) === 'cut',
      told = new Set<number>();
    for (const record of records) {
      const { type } = record,
        by = new Set(
          signatures.filter((each) => each.number('type-covered') === type).map((each) => each.number('algorithm')),
        );
      if (told.has(type) || by.size === 0 || !isSignedType(type, isCut)) continue;
      told.add(type);
      for (const key of keys) {
        const algorithm = key.number('algorithm');
        if (!algorithms.has(algorithm) || by.has(algorithm) || (key.number('flags') & REVOKED) !== 0) continue;
        by.add(algorithm);
        yield {
          message: 'rrset',
          at: record.typeSpan,
          args: { type: record.mnemonic, name: context.show(name), algorithm },
        };
      }
    }
  },
});

/** Whether the signatures of a name are not all alike: then a closer look is due. */
function hasSeveral(zone: Zone, name: NameId): boolean {
  const { records } = zone,
    counts = new Map<number, number>();
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    if (records.type[id] !== RRSIG) continue;
    if (!readSignature(zone, id)) return true;
    counts.set(signature.algorithm, (counts.get(signature.algorithm) ?? 0) + 1);
  }
  return counts.size > 0 && (counts.size < zone.signing.algorithms.size || new Set(counts.values()).size > 1);
}

import { isReverseZone } from '../../kit/special-zone.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['A', 'AAAA'], {
    when: (zone, _record, name) => zone.apexKnown && name === zone.apex && !isReverseZone(zone),
  }),
  reports: 'rrset/single-address-redundancy',
  *run({ owner, records }, context) {
    const [only] = records;
    if (only !== undefined && records.length === 1 && !only.broken)
      yield { message: 'one', at: only.rdataSpan, args: { name: context.show(owner), type: only.mnemonic } };
  },
});

import { RRSIG } from '../../../zone/rrtypes/codes.ts';
import { check, eachRrset } from '../../engine/check.ts';

/** Keys without any signature at the apex. Keys in a file of their own are what a signer is given, so they are left alone. */
export default check({
  on: eachRrset(['DNSKEY'], {
    when: (zone, _record, name) => zone.apexKnown && name === zone.apex && !zone.signing.isSigned,
  }),
  reports: 'dnskey/unsigned',
  *run({ owner, records }, context) {
    const { zone } = context;
    const key = records.find(({ id, broken }) => !broken && zone.blockOf(id).file === zone.root);
    if (key === undefined || context.has(owner, RRSIG)) return;
    yield { message: 'unsigned', at: key.typeSpan, args: { zone: context.show(owner) } };
  },
});

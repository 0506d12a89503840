import { LABEL_DIGITS, LABEL_NOT_HOST } from '../../../names/name-tree.ts';
import { addressOctets } from '../../../text/address.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Zone } from '../../../zone/model/zone.ts';

const codeOf = { 2: 'ns/is-ip', 33: 'srv/is-ip', 5: 'cname/is-ip', 12: 'ptr/is-ip' } as const;

/** Asked for every record with a target: whether its first label is made of digits, or has a colon. */
function looksNumeric(zone: Zone, target: number): boolean {
  if (target <= 0) return false;
  const { names } = zone,
    flags = names.labelFlags(target);
  if ((flags & (LABEL_DIGITS | LABEL_NOT_HOST)) !== LABEL_NOT_HOST) return (flags & LABEL_DIGITS) !== 0;
  for (let i = 0; i < names.labelLength(target); i++) if (names.labelOctet(target, i) === 58) return true;
  return false;
}

export default check({
  on: eachRecord(['NS', 'SRV', 'CNAME', 'PTR'], {
    when: (zone, record) => looksNumeric(zone, zone.records.target[record]!),
  }),
  reports: Object.values(codeOf),
  *run(record) {
    const field = record.fields.find((view) => view.field.target === true),
      code = codeOf[record.type as keyof typeof codeOf];
    if (record.broken || field === undefined) return;
    const address = record.source(field.span).replace(/\.$/, '');
    if (addressOctets(address) !== undefined) yield { code, message: 'address', at: field.span, args: { address } };
  },
});

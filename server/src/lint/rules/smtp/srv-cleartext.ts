import { cleartextFindings } from '../../../mail/owners/mail-services.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { isMailService } from '../../kit/mail/mail-service-owner.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { SRV } from '../../../zone/rrtypes/codes.ts';

const code = 'smtp/srv-cleartext';

export default check({
  on: eachRrset(['SRV'], {
    when: (zone, record, name) => zone.records.target[record]! > 0 && isMailService(zone, name),
  }),
  reports: code,
  *run({ owner, records: [first] }, context) {
    const { zone } = context,
      service = zone.names.label(owner),
      [found] = cleartextFindings([service]);
    if (first === undefined || found === undefined) return;
    const twin = context.child(zone.names.parent(owner), String(found.args['twin']));
    if (twin < 0 || context.has(twin, SRV) || (context.kinds(twin) & HAS_CNAME) !== 0) return;
    yield { said: found, at: first.ownerSpan ?? first.typeSpan };
  },
});

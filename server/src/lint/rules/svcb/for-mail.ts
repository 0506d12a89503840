import { svcbFinding } from '../../../mail/owners/mail-services.ts';
import { isMailService } from '../../kit/mail/mail-service-owner.ts';
import { check, eachRecord } from '../../engine/check.ts';

const code = 'svcb/for-mail';

export default check({
  on: eachRecord(['SVCB'], { when: (zone, _record, name) => isMailService(zone, name) }),
  reports: code,
  *run(record, context) {
    const found = svcbFinding(context.zone.names.label(record.owner));
    if (found !== undefined)
      yield { said: { ...found, args: { service: context.show(record.owner) } }, at: record.typeSpan };
  },
});

import { mailServiceRules, svcbFinding } from '../../../mail/owners/mail-services.ts';
import { isMailService } from '../../kit/mail/mail-service-owner.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const code = 'svcb/for-mail';

export default defineRule({
  meta: { code, ...mailServiceRules[code] },
  on: eachRecord(['SVCB'], { when: (zone, _record, name) => isMailService(zone, name) }),
  *check(record, context) {
    const found = svcbFinding(context.zone.names.label(record.owner));
    if (found !== undefined) yield { message: found.message, args: { ...found.args, service: context.show(record.owner) }, at: record.typeSpan };
  },
});

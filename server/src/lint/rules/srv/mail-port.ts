import { mailPortFinding, mailServiceRules } from '../../../mail/owners/mail-services.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';
import { isMailService } from '../../kit/mail/mail-service-owner.ts';

const code = 'srv/mail-port';

export default defineRule({
  meta: { code, ...mailServiceRules[code] },
  on: eachRecord(['SRV'], { when: (zone, record, name) => zone.records.target[record]! > 0 && isMailService(zone, name) }),
  *check(srv, context) {
    if (srv.broken) return;
    const found = mailPortFinding(context.zone.names.label(srv.owner), srv.number('port'), context.show(srv.target));
    if (found !== undefined) yield { message: found.message, args: found.args, at: srv.span('port') };
  },
});

import { mailPortFinding } from '../../../mail/owners/mail-services.ts';
import { isMailService } from '../../kit/mail/mail-service-owner.ts';
import { check, eachRecord } from '../../engine/check.ts';

const code = 'srv/mail-port';

export default check({
  on: eachRecord(['SRV'], {
    when: (zone, record, name) => zone.records.target[record]! > 0 && isMailService(zone, name),
  }),
  reports: code,
  *run(srv, context) {
    if (srv.broken) return;
    const found = mailPortFinding(context.zone.names.label(srv.owner), srv.number('port'), context.show(srv.target));
    if (found !== undefined) yield { said: found, at: srv.span('port') };
  },
});

import { spfPermits } from '../../../mail/posture/mail-posture.ts';
import { isSpf } from '../../../mail/spf/spf.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRrset(['MX'], { when: (zone, record) => zone.records.target[record] === 0 }),
  reports: 'mx/null-with-spf-pass',
  *run({ owner, records: [mx, ...others] }, context) {
    if (mx === undefined || mx.broken || others.length > 0) return;
    const spf = context.records(owner, TXT).find((record) => !record.broken && isSpf(record.text.joined));
    if (spf === undefined || !spfPermits(spf.text.joined)) return;
    yield {
      message: 'sends',
      at: mx.span('exchange'),
      args: { name: context.show(owner) },
      related: [{ at: spf.rdataSpan, message: `The SPF record of ${context.show(owner)}` }],
    };
  },
});

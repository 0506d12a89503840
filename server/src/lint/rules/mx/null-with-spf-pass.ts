import { spfPermits } from '../../../mail/posture/mail-posture.ts';
import { isSpf } from '../../../mail/spf/spf.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

const TXT = 16;

export default defineRule({
  meta: {
    code: 'mx/null-with-spf-pass',
    severity: 'warning',
    source: 'RFC 7505 §4.2',
    summary: 'Null MX with an SPF record that lets hosts send',
    messages: { sends: `{name} takes no mail (null MX), but its SPF record lets hosts send: receivers may refuse mail that can't be answered.` },
  },
  on: eachRrset(['MX'], { when: (zone, record) => zone.records.target[record] === 0 }),
  *check({ owner, records: [mx, ...others] }, context) {
    if (mx === undefined || mx.broken || others.length > 0) return;
    const spf = context.records(owner, TXT).find(record => !record.broken && isSpf(record.text.joined));
    if (spf === undefined || !spfPermits(spf.text.joined)) return;
    yield { message: 'sends', at: mx.span('exchange'), args: { name: context.show(owner) }, related: [{ at: spf.rdataSpan, message: `The SPF record of ${context.show(owner)}` }] };
  },
});

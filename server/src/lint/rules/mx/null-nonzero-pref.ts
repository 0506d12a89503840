import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'mx/null-nonzero-pref',
    severity: 'warning',
    source: 'RFC 7505 §3',
    summary: 'Null MX with a preference other than 0',
    messages: { preference: `A null MX has preference 0, not {preference}: some senders don't see that {name} takes no mail and keep trying.` },
    fix: 'safe',
  },
  on: eachRecord(['MX'], { when: (zone, record) => zone.records.target[record] === 0 }),
  *check(mx, context) {
    const preference = mx.number('preference'), at = mx.span('preference');
    if (mx.broken || preference === 0) return;
    yield { message: 'preference', at, args: { preference, name: context.show(mx.owner) }, ...(mx.generated ? {} : { fixes: [replacement(mx.zone, at, '0', 'Change the preference to 0', true)] }) };
  },
});

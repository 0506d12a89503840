import { oneMxIsEnough } from '../../../mail/providers/providers.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'mx/single',
    severity: 'hint',
    source: 'practice',
    profile: 'all',
    summary: 'A name has one MX host only, and it is not one with many hosts behind it.',
    messages: { single: '{target} is the only MX host of {name}. While it is down, mail waits with the senders, four to five days at most; a second host takes it meanwhile.' },
  },
  on: eachRrset(['MX']),
  *check({ owner, records: [mx, ...others] }, context) {
    if (mx === undefined || mx.broken || others.length > 0 || mx.target <= 0 || oneMxIsEnough(context.show(mx.target))) return;
    yield { message: 'single', at: mx.span('exchange'), args: { target: context.show(mx.target), name: context.show(owner) } };
  },
});

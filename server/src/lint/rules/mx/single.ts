import { oneMxIsEnough } from '../../../mail/providers/providers.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'mx/single',
    severity: 'hint',
    source: 'practice',
    profile: 'all',
    summary: 'Single MX host',
    messages: { single: `{target} is the only MX host of {name}: while it's down, mail waits at the senders, four to five days at most.` },
  },
  on: eachRrset(['MX']),
  *check({ owner, records: [mx, ...others] }, context) {
    if (mx === undefined || mx.broken || others.length > 0 || mx.target <= 0 || oneMxIsEnough(context.show(mx.target))) return;
    yield { message: 'single', at: mx.span('exchange'), args: { target: context.show(mx.target), name: context.show(owner) } };
  },
});

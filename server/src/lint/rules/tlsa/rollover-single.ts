import { daneRules } from '../../../mail/dane/dane.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

const code = 'tlsa/rollover-single';

export default defineRule({
  meta: { code, ...daneRules[code] },
  on: eachRrset(['TLSA']),
  *check({ records }) {
    const [only] = records;
    if (only !== undefined && records.length === 1 && !only.broken) yield { message: 'single', at: only.rdataSpan };
  },
});

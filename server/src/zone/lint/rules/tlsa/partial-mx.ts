import { daneHostFindings, daneRules } from '../../../../mail/dane.ts';
import { HAS_CNAME } from '../../../records/record-table.ts';
import { below } from '../../mail/owner.ts';
import { defineRule, eachRrset } from '../../rule.ts';

const code = 'tlsa/partial-mx', A = 1, TLSA = 52;

export default defineRule({
  meta: { code, ...daneRules[code] },
  on: eachRrset(['MX'], { several: true }),
  *check({ records }, context) {
    const { zone } = context, targets = records.filter(mx => !mx.broken && mx.target > 0);
    const hosts = targets.map(({ target }) => {
      const tlsa = below(context, target, ['_25', '_tcp']);
      return { name: context.show(target), hasTlsa: tlsa >= 0 && (context.has(tlsa, TLSA) || (context.kinds(tlsa) & HAS_CNAME) !== 0), known: context.lookup(target, A).status === 'answer' };
    });
    if (!zone.apexKnown) return;
    for (const { message, args, host } of daneHostFindings(hosts)) yield { message, args, at: targets[hosts.findIndex(({ name }) => name === host)]!.span('exchange') };
  },
});

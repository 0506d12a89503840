import { ROOT } from '../../../names/name-tree.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'cname/to-root',
    severity: 'warning',
    source: 'RFC 1034 §3.6.2',
    summary: 'Alias of the root (".")',
    messages: { root: '{name} is an alias of ".", the DNS root: clients get an empty answer.' },
  },
  on: eachRecord(['CNAME'], { when: (zone, record) => zone.records.target[record] === ROOT }),
  *check(cname, context) {
    if (!cname.broken && !isPolicyZone(context)) yield { message: 'root', at: cname.rdataSpan, args: { name: context.show(cname.owner) } };
  },
});

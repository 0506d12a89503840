import { ROOT } from '../../../names/name-tree.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'cname/to-root',
    severity: 'warning',
    source: 'RFC 1034 §3.6.2',
    summary: 'An alias of ".", the root of the DNS.',
    messages: { root: '{name} is an alias of ".", the root of the DNS, which has no address: whoever asks for {name} gets an empty answer. Only in a response policy zone does this block a name; here write the host that is meant, or remove the record.' },
  },
  on: eachRecord(['CNAME'], { when: (zone, record) => zone.records.target[record] === ROOT }),
  *check(cname, context) {
    if (!cname.broken && !isPolicyZone(context)) yield { message: 'root', at: cname.rdataSpan, args: { name: context.show(cname.owner) } };
  },
});

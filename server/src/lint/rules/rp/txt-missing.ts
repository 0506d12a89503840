import { ROOT } from '../../../names/name-tree.ts';
import { forgottenDot } from '../../kit/forgotten-dot.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const TXT = 16;

export default defineRule({
  meta: {
    code: 'rp/txt-missing',
    severity: 'warning',
    source: 'RFC 1183 §2.2',
    summary: 'RP target without a TXT record',
    messages: { none: '{target} has no TXT record in this zone, so lookups for the contact find nothing.' },
  },
  on: eachRecord(['RP']),
  *check(record, context) {
    if (record.broken || record.target <= ROOT || !context.zone.apexKnown) return;
    const { status } = context.lookup(record.target, TXT);
    if ((status === 'no-name' || status === 'no-data') && forgottenDot(record, 'txt-dname', context) === undefined) yield { message: 'none', at: record.span('txt-dname'), args: { target: context.show(record.target) } };
  },
});

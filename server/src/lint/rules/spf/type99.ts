import { isSpf } from '../../../mail/spf/spf.ts';
import { removeRecord, replaceSpan } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const TXT = 16, SPF = 99;

export default defineRule({
  meta: {
    code: 'spf/type99',
    severity: 'warning',
    source: 'RFC 7208 §3.1',
    summary: 'A record of the type SPF, which nobody asks for any more.',
    messages: {
      alone: 'Receivers ask for TXT records only, so they do not see this one, and {name} has no SPF. Make it a TXT record.',
      beside: 'Receivers ask for TXT records only. {name} has its SPF record as TXT already, so this one is of no use, and the two may one day differ. Remove it.',
    },
    fix: 'safe',
    bind: 'warning',
  },
  on: eachRecord(['SPF']),
  *check(record, context) {
    if (record.broken) return;
    const { zone } = record, beside = context.records(record.owner, TXT).some(other => !other.broken && isSpf(other.text.joined));
    const fix = beside
      ? { title: 'Remove the record', safe: true, edits: () => removeRecord(record) }
      // Two of them would become two SPF records, which is worse than none that is asked for.
      : { title: 'Make it a TXT record', safe: context.records(record.owner, SPF).length === 1, edits: () => [replaceSpan(zone, record.typeSpan, 'TXT')] };
    yield { message: beside ? 'beside' : 'alone', at: record.typeSpan, args: { name: context.show(record.owner) }, ...(record.generated ? {} : { fixes: [fix] }) };
  },
});

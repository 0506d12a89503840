import { isSpf } from '../../../mail/spf/spf.ts';
import { removeRecord, replaceSpan } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const TXT = 16, SPF = 99;

export default defineRule({
  meta: {
    code: 'spf/type99',
    severity: 'warning',
    source: 'RFC 7208 §3.1',
    summary: 'Obsolete SPF record type',
    messages: {
      alone: `Receivers query TXT records only, so they don't see this record and {name} has no SPF.`,
      beside: 'Receivers query TXT records only; {name} already has its SPF record as TXT, so this one does nothing.',
    },
    fix: 'safe',
    bind: 'warning',
  },
  on: eachRecord(['SPF']),
  *check(record, context) {
    if (record.broken) return;
    const { zone } = record, beside = context.records(record.owner, TXT).some(other => !other.broken && isSpf(other.text.joined));
    const fix = beside
      ? { title: 'Remove this record', safe: true, edits: () => removeRecord(record) }
      // Two of them would become two SPF records, which is worse than none that is asked for.
      : { title: 'Change the type to TXT', safe: context.records(record.owner, SPF).length === 1, edits: () => [replaceSpan(zone, record.typeSpan, 'TXT')] };
    yield { message: beside ? 'beside' : 'alone', at: record.typeSpan, args: { name: context.show(record.owner) }, ...(record.generated ? {} : { fixes: [fix] }) };
  },
});

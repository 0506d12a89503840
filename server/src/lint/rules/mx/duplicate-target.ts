import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';

export default defineRule({
  meta: {
    code: 'mx/duplicate-target',
    severity: 'warning',
    source: 'RFC 5321 §5.1',
    summary: 'MX host listed twice',
    messages: { twice: '{target} is already listed with preference {other}, which senders try first, so this record adds nothing.' },
    fix: 'safe',
  },
  on: eachRrset(['MX'], { several: true }),
  *check({ records }, context) {
    const best = new Map<number, RecordView>(), good = records.filter(mx => !mx.broken && mx.target > 0);
    for (const mx of good) { const other = best.get(mx.target); if (other === undefined || mx.number('preference') < other.number('preference')) best.set(mx.target, mx); }
    for (const mx of good) {
      const other = best.get(mx.target)!, preference = mx.number('preference');
      if (other === mx || other.number('preference') === preference) continue;
      yield {
        message: 'twice', at: mx.span('exchange'), args: { target: context.show(mx.target), preference, other: other.number('preference') },
        related: [{ at: other.span('exchange'), message: 'The record that senders try first' }],
        ...(mx.generated ? {} : { fixes: [{ title: 'Remove this MX record', safe: true, edits: () => removeRecord(mx) }] }),
      };
    }
  },
});

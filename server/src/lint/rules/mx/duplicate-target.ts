import { removeRecord } from '../../kit/edits.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['MX'], { several: true }),
  reports: 'mx/duplicate-target',
  *run({ records }, context) {
    const best = new Map<number, RecordView>(),
      good = records.filter((mx) => !mx.broken && mx.target > 0);
    for (const mx of good) {
      const other = best.get(mx.target);
      if (other === undefined || mx.number('preference') < other.number('preference')) best.set(mx.target, mx);
    }
    for (const mx of good) {
      const other = best.get(mx.target)!,
        preference = mx.number('preference');
      if (other === mx || other.number('preference') === preference) continue;
      yield {
        message: 'twice',
        at: mx.span('exchange'),
        args: { target: context.show(mx.target), preference, other: other.number('preference') },
        related: [{ at: other.span('exchange'), message: 'The record that senders try first' }],
        fixes: [{ title: 'Remove this MX record', safe: true, changes: { removes: 1 }, edits: () => removeRecord(mx) }],
      };
    }
  },
});

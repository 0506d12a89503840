import type { RecordView } from '../../../zone/model/record-view.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachName } from '../../engine/check.ts';

export default check({
  on: eachName([], { several: true }),
  reports: 'zone/name-case',
  *run({ records }, context) {
    let first: RecordView | undefined,
      written = '';
    for (const record of records) {
      const at = record.generated ? undefined : record.ownerSpan,
        owner = at === undefined ? '' : record.source(at);
      if (at === undefined || !/[a-z]/i.test(owner)) continue;
      if (first?.ownerSpan === undefined) {
        first = record;
        written = owner;
        continue;
      }
      if (owner === written || owner.toLowerCase() !== written.toLowerCase()) continue;
      yield {
        message: 'differs',
        at,
        args: { written: owner, first: written },
        related: [{ at: first.ownerSpan, message: 'The name as it is written first' }],
        fixes: [replacement(context.zone, at, written, `Write ${written}`, false)],
      };
    }
  },
});

import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['SVCB', 'HTTPS'], { when: (zone, record, name) => zone.records.target[record] === name }),
  reports: 'svcb/target-self',
  *run(record, context) {
    if (
      record.broken ||
      record.generated ||
      record.number('priority') === 0 ||
      context.zone.names.isWildcard(record.owner)
    )
      return;
    const at = record.span('target-name');
    yield {
      message: 'self',
      at,
      args: { name: context.show(record.owner) },
      fixes: [replacement(context.zone, at, '.', 'Write "." as the target', false)],
    };
  },
});

import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['MX'], { when: (zone, record) => zone.records.target[record] === 0 }),
  reports: 'mx/null-nonzero-pref',
  *run(mx, context) {
    const preference = mx.number('preference'),
      at = mx.span('preference');
    if (mx.broken || preference === 0) return;
    yield {
      message: 'preference',
      at,
      args: { preference, name: context.show(mx.owner) },
      fixes: [replacement(mx.zone, at, '0', 'Change the preference to 0', true)],
    };
  },
});

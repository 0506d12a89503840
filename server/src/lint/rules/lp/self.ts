import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['LP'], { when: (zone, record, name) => zone.records.target[record] === name }),
  reports: 'lp/self',
  *run(record, context) {
    if (!record.broken) yield { message: 'self', at: record.span('fqdn'), args: { name: context.show(record.owner) } };
  },
});

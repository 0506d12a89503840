import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['MX'], {
    several: true,
    when: (zone, record, name) => {
      for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
        if (zone.records.type[id] === 15 && zone.records.target[id] === 0) return true;
      return record < 0;
    },
  }),
  reports: 'mx/null-with-others',
  *run({ owner, records }, context) {
    const nulls = records.filter((record) => !record.broken && record.target === 0),
      others = records.filter((record) => record.target !== 0);
    if (others.length === 0) return;
    for (const record of nulls) {
      yield {
        message: 'beside',
        at: record.span('exchange'),
        args: { name: context.show(owner) },
        related: others.slice(0, 3).map((other) => ({ at: other.span('exchange'), message: 'Another MX record' })),
        fixes: [{ title: 'Remove the null MX', safe: false, edits: () => removeRecord(record) }],
      };
    }
  },
});

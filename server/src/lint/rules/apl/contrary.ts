import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['APL']),
  reports: 'apl/contrary',
  *run(record) {
    if (record.broken) return;
    const first = new Map<string, { readonly start: number; readonly end: number; readonly excluded: boolean }>();
    for (const [start, end] of record.tokens) {
      const text = record.source({ ...record.rdataSpan, start, end }).toLowerCase(),
        item = text.replace(/^!/, ''),
        excluded = text !== item,
        earlier = first.get(item);
      if (!item.includes('/')) continue;
      if (earlier === undefined) first.set(item, { start, end, excluded });
      else if (earlier.excluded !== excluded)
        yield {
          message: 'both',
          at: { ...record.rdataSpan, start, end },
          args: { item },
          related: [{ at: { ...record.rdataSpan, start: earlier.start, end: earlier.end }, message: 'The other item' }],
        };
    }
  },
});

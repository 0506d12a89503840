import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'apl/contrary',
    severity: 'information',
    source: 'RFC 3123 §6',
    summary: 'APL prefix both listed and excluded',
    messages: { both: '{item} is listed both with and without "!": each program decides what that means.' },
  },
  on: eachRecord(['APL']),
  *check(record) {
    if (record.broken) return;
    const first = new Map<string, { readonly start: number; readonly end: number; readonly excluded: boolean }>();
    for (const [start, end] of record.tokens) {
      const text = record.source({ ...record.rdataSpan, start, end }).toLowerCase(), item = text.replace(/^!/, ''), excluded = text !== item, earlier = first.get(item);
      if (!item.includes('/')) continue;
      if (earlier === undefined) first.set(item, { start, end, excluded });
      else if (earlier.excluded !== excluded) yield { message: 'both', at: { ...record.rdataSpan, start, end }, args: { item }, related: [{ at: { ...record.rdataSpan, start: earlier.start, end: earlier.end }, message: 'The other item' }] };
    }
  },
});

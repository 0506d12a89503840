import { EXPLICIT_TTL } from '../../../zone/records/record-table.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'syn/ttl-class-order',
    severity: 'hint',
    profile: 'all',
    source: 'RFC 1035 §5.1',
    summary: 'Class before the TTL',
    messages: { classFirst: `Class {class} comes before TTL {ttl}: it's allowed, but servers print the TTL first.` },
    fix: 'safe',
  },
  on: eachRecord([], { when: (zone, record) => (zone.records.flags[record]! & EXPLICIT_TTL) !== 0 }),
  *check(record) {
    const { ttlSpan: ttl, classSpan, zone } = record;
    if (ttl === undefined || classSpan === undefined || classSpan.start > ttl.start || record.generated) return;
    const className = record.source(classSpan), seconds = record.source(ttl);
    yield {
      message: 'classFirst', at: classSpan, args: { class: className, ttl: seconds },
      fixes: [{ title: 'Put the TTL first', safe: true, edits: () => [replaceSpan(zone, classSpan, seconds), replaceSpan(zone, ttl, className)] }],
    };
  },
});

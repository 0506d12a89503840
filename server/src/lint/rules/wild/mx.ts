import { addRecord } from '../../kit/add-record.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

const TXT = 16;

export default defineRule({
  meta: {
    code: 'wild/mx',
    severity: 'information',
    profile: 'strict',
    source: 'RFC 7208 §3.5',
    summary: 'Wildcard MX without an SPF record',
    messages: { open: 'Every name that {name} matches accepts mail, but without SPF anyone can send in its name.' },
    fix: 'unsafe',
  },
  on: eachRrset(['MX'], { when: (zone, _record, name) => zone.names.isWildcard(name) && zone.inZone(name) }),
  *check({ owner, records }, context) {
    const [first] = records;
    if (first === undefined || records.every(mx => mx.target === 0) || context.records(owner, TXT).some(txt => txt.broken || /^v=spf1\b/i.test(txt.text.joined))) return;
    yield {
      message: 'open', at: first.ownerSpan ?? first.typeSpan, args: { name: context.show(owner) },
      fixes: [{ title: `Add an SPF record for ${context.show(owner)}`, safe: false, edits: () => [addRecord(context.zone, owner, 'TXT', '"v=spf1 mx -all"')] }],
    };
  },
});

import { addRecord } from '../../kit/add-record.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

const TXT = 16;

export default defineRule({
  meta: {
    code: 'wild/mx',
    severity: 'information',
    profile: 'strict',
    source: 'RFC 7208 §3.5',
    summary: 'A wildcard has MX records and no SPF record.',
    messages: { open: 'Every name that {name} stands for takes mail, but has no SPF record: anybody can send in its name. Add a TXT record with an SPF policy to the wildcard.' },
    fix: 'unsafe',
  },
  on: eachRrset(['MX'], { when: (zone, _record, name) => zone.names.isWildcard(name) && zone.inZone(name) }),
  *check({ owner, records }, context) {
    const [first] = records;
    if (first === undefined || records.every(mx => mx.target === 0) || context.records(owner, TXT).some(txt => txt.broken || /^v=spf1\b/i.test(txt.text.joined))) return;
    yield {
      message: 'open', at: first.ownerSpan ?? first.typeSpan, args: { name: context.show(owner) },
      fixes: [{ title: 'Add an SPF record', safe: false, edits: () => [addRecord(context.zone, owner, 'TXT', '"v=spf1 mx -all"')] }],
    };
  },
});

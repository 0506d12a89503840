import { HAS_TXT } from '../../../zone/records/record-table.ts';
import { isSpf } from '../../../mail/spf/spf.ts';
import { addRecord } from '../../kit/add-record.ts';
import { isMailHost } from '../../kit/mail-hosts.ts';
import { defineRule, eachName } from '../../engine/rule.ts';

const TXT = 16;

export default defineRule({
  meta: {
    code: 'spf/none-for-mx-host',
    severity: 'hint',
    profile: 'all',
    source: 'RFC 7208 §2.3',
    summary: 'Mail host without an SPF record of its own',
    messages: { missing: '{host} has no SPF record, so any host can greet with its name, which receivers check too (for bounces, only that).' },
    fix: 'unsafe',
  },
  on: eachName(['A', 'AAAA'], { when: (zone, _record, name) => name !== zone.apex && isMailHost(zone, name) }),
  *check({ name, records: [first] }, context) {
    const { zone } = context;
    if (first === undefined || ((context.kinds(name) & HAS_TXT) !== 0 && context.records(name, TXT).some(record => record.broken || isSpf(record.text.joined)))) return;
    yield { message: 'missing', at: first.typeSpan, args: { host: context.show(name) }, ...(first.generated ? {} : { fixes: [{ title: `Add "v=spf1 a -all" to ${context.show(name)}`, safe: false, edits: () => [addRecord(zone, name, 'TXT', '"v=spf1 a -all"')] }] }) };
  },
});

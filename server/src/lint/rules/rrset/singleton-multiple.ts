import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

/** CNAME, DNAME and SOA have rules of their own. */
const types = ['RESINFO'];

export default defineRule({
  meta: {
    code: 'rrset/singleton-multiple',
    severity: 'error',
    source: 'RFC 9606 §3',
    summary: 'Multiple records of a type that allows only one',
    messages: { second: '{name} already has a {type} record and may have only one: BIND refuses the zone.' },
    fix: 'unsafe',
    bind: 'error',
  },
  on: eachRrset(types, { several: true }),
  *check({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.broken || record.key === first.key) continue;
      yield {
        message: 'second', at: record.typeSpan, args: { name: context.show(owner), type: record.mnemonic }, related: [{ at: first.typeSpan, message: `The first ${record.mnemonic} record` }],
        ...(record.generated ? {} : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});

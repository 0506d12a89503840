import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'afsdb/subtype',
    severity: 'warning',
    source: 'RFC 1183 §1',
    summary: 'Unassigned AFSDB subtype',
    messages: { unknown: `Subtype {subtype} isn't assigned, so clients ignore this record.` },
  },
  on: eachRecord(['AFSDB']),
  *check(record) {
    const subtype = record.number('subtype');
    if (!record.broken && subtype !== 1 && subtype !== 2) yield { message: 'unknown', at: record.span('subtype'), args: { subtype } };
  },
});

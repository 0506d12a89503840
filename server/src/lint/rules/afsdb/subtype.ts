import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'afsdb/subtype',
    severity: 'warning',
    source: 'RFC 1183 §1',
    summary: 'An AFSDB record with a subtype other than 1 and 2.',
    messages: { unknown: 'Subtype {subtype} is not assigned: clients ignore this record. 1 is an AFS cell database server, 2 a DCE authentication server.' },
  },
  on: eachRecord(['AFSDB']),
  *check(record) {
    const subtype = record.number('subtype');
    if (!record.broken && subtype !== 1 && subtype !== 2) yield { message: 'unknown', at: record.span('subtype'), args: { subtype } };
  },
});

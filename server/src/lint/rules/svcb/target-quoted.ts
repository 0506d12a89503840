import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'svcb/target-quoted', severity: 'warning', source: 'RFC 9460 §2.1', fix: 'safe',
    summary: 'SVCB or HTTPS target in quotation marks',
    messages: { quoted: '{written} is quoted: BIND and NSD accept it, Knot refuses the record, and PowerDNS makes the quotes part of the name.' },
  },
  on: eachRecord(['SVCB', 'HTTPS']),
  *check(record, context) {
    if (record.broken || record.generated) return;
    const at = record.span('target-name'), written = record.source(at), name = written.slice(1, -1);
    if (!written.startsWith('"')) return;
    yield { message: 'quoted', at, args: { written }, ...(/[\s;()"]/.test(name) ? {} : { fixes: [replacement(context.zone, at, name, 'Remove the quotation marks', true)] }) };
  },
});

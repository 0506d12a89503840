import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'svcb/target-self', severity: 'hint', profile: 'strict', source: 'RFC 9460 §2.5.2', fix: 'safe',
    summary: 'SVCB or HTTPS target equal to its owner',
    messages: { self: `{name} is the record's own name: "." is shorter, and PowerDNS reports an error.` },
  },
  on: eachRecord(['SVCB', 'HTTPS'], { when: (zone, record, name) => zone.records.target[record] === name }),
  *check(record, context) {
    if (record.broken || record.generated || record.number('priority') === 0 || context.zone.names.isWildcard(record.owner)) return;
    const at = record.span('target-name');
    yield { message: 'self', at, args: { name: context.show(record.owner) }, fixes: [replacement(context.zone, at, '.', 'Write "." as the target', true)] };
  },
});

import { HAS_NS } from '../../../zone/records/record-table.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'deleg/ds-without-ns',
    severity: 'warning',
    source: 'RFC 4035 §2.4',
    summary: 'DS record without a delegation',
    messages: { alone: `{name} has a DS record but no NS record, so there's no delegation to secure.` },
  },
  on: eachRrset(['DS'], { when: (zone, _record, name) => name !== zone.apex && !zone.names.isWildcard(name) && (zone.records.kinds(name) & HAS_NS) === 0 }),
  *check({ owner, records }, context) {
    if (context.zone.inZone(owner)) yield { message: 'alone', at: records[0]!.typeSpan, args: { name: context.show(owner) } };
  },
});

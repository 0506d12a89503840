import { HAS_NS, HAS_SOA } from '../../../zone/records/record-table.ts';
import { addRecord } from '../../kit/add-record.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'zone/no-apex-ns',
    severity: 'error',
    source: 'RFC 1034 §4.2.1',
    summary: 'Apex without an NS record',
    messages: { none: '{apex} has no NS record, so BIND refuses the zone.' },
    fix: 'unsafe',
    bind: 'error',
  },
  on: eachRecord(['SOA'], { when: (zone, _record, name) => name === zone.apex && (zone.records.kinds(name) & (HAS_NS | HAS_SOA)) === HAS_SOA }),
  *check(soa, context) {
    yield {
      message: 'none', at: soa.typeSpan, args: { apex: context.show(soa.owner) },
      fixes: [{ title: 'Add an NS record', safe: false, edits: () => [addRecord(context.zone, soa.owner, 'NS', '${1:ns1.example.net.}', { after: soa, snippet: true })] }],
    };
  },
});

import { HAS_DNAME, HAS_NS } from '../../../zone/records/record-table.ts';
import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachName } from '../../engine/rule.ts';

const DNAME = 39, NS = 2, BOTH = HAS_DNAME | HAS_NS;

export default defineRule({
  meta: {
    code: 'dname/and-ns',
    severity: 'error',
    source: 'RFC 6672 §2.3',
    summary: 'DNAME and NS records at a name below the apex',
    messages: { both: '{name} is delegated by NS records, so its DNAME belongs in that zone: Knot refuses this one.' },
    fix: 'unsafe',
  },
  on: eachName(['DNAME'], { several: true, when: (zone, _record, name) => name !== zone.apex && (zone.records.kinds(name) & BOTH) === BOTH }),
  *check({ name, records }, context) {
    const dname = records.find(record => record.type === DNAME), ns = records.find(record => record.type === NS);
    if (dname === undefined || ns === undefined || !context.zone.apexKnown) return;
    yield {
      message: 'both', at: dname.typeSpan, args: { name: context.show(name) }, related: [{ at: ns.typeSpan, message: 'The NS record' }],
      ...(dname.generated ? {} : { fixes: [{ title: 'Remove the DNAME record', safe: false, edits: () => removeRecord(dname) }] }),
    };
  },
});

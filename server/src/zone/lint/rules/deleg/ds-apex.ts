import { removeRecord } from '../../fix.ts';
import { defineRule, eachRecord } from '../../rule.ts';

export default defineRule({
  meta: {
    code: 'deleg/ds-apex',
    severity: 'error',
    source: 'RFC 4035 §2.4',
    summary: 'A DS record at the zone\'s own apex.',
    messages: { apex: 'The DS record of {name} belongs into the parent zone, beside the delegation; here at the top of the zone itself servers refuse it. Give it to whoever keeps the parent.' },
    fix: 'unsafe',
    bind: 'error',
  },
  on: eachRecord(['DS'], { when: (zone, _record, name) => name === zone.apex }),
  *check(ds, context) {
    if (!context.zone.apexKnown) return;
    yield { message: 'apex', at: ds.typeSpan, args: { name: context.show(ds.owner) }, ...(ds.generated ? {} : { fixes: [{ title: 'Remove the DS record', safe: false, edits: () => removeRecord(ds) }] }) };
  },
});

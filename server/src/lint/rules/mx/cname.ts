import { HAS_ADDRESS, HAS_CNAME } from '../../../zone/records/record-table.ts';
import { replacement } from '../../kit/edits.ts';
import { relativeName } from '../../kit/add-record.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';
import { RecordView } from '../../../zone/model/record-view.ts';

const A = 1, MX = 15;

export default defineRule({
  meta: {
    code: 'mx/cname',
    severity: 'error',
    source: 'RFC 2181 §10.3',
    summary: 'Alias as an MX target',
    messages: {
      alias: '{target} is an alias (CNAME) of {canonical}, which an MX must not name: some servers refuse the mail or loop.',
    },
    fix: 'unsafe',
    bind: 'error',
  },
  on: eachRecord(['MX'], { when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_ADDRESS) === 0 }),
  *check(mx, context) {
    if (mx.broken || mx.target <= 0) return;
    const found = context.lookup(mx.target, A);
    // Nobody sees an MX record below a delegation, or at one.
    if (found.status !== 'alias' || context.lookup(mx.owner, MX).status === 'delegated' || (context.zone.records.kinds(found.at) & HAS_CNAME) === 0) return;
    const cname = new RecordView(context.zone, found.record);
    const canonical = cname.target >= 0 ? context.show(cname.target) : cname.source();
    const at = mx.span('exchange');
    yield {
      message: 'alias', at, args: { target: context.show(mx.target), canonical },
      related: [{ at: cname.typeSpan, message: `The CNAME record of ${context.show(mx.target)}` }],
      ...(mx.generated || cname.target < 0 ? {} : { fixes: [replacement(mx.zone, at, relativeName(mx.zone, cname.target, mx.origin), `Point the MX at ${canonical}`, false)] }),
    };
  },
});

import { RecordView } from '../../../zone/model/record-view.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const A = 1;

export default defineRule({
  meta: {
    code: 'mx/below-dname',
    severity: 'error',
    source: 'RFC 2181 §10.3, RFC 6672 §2.3',
    summary: 'MX target below a DNAME',
    messages: { redirected: 'A DNAME at {dname} turns {target} into an alias, which an MX must not name: some servers refuse the mail.' },
    bind: 'warning',
  },
  on: eachRecord(['MX'], { when: (zone, record) => zone.records.kinds(zone.records.target[record]!) === 0 && zone.records.target[record]! > 0 && zone.inZone(zone.records.target[record]!) }),
  *check(mx, context) {
    if (mx.broken) return;
    const { status, at, record } = context.lookup(mx.target, A);
    if (status !== 'redirected') return;
    yield {
      message: 'redirected', at: mx.span('exchange'), args: { target: context.show(mx.target), dname: context.show(at) },
      related: [{ at: new RecordView(context.zone, record).rdataSpan, message: `The DNAME record of ${context.show(at)}` }],
    };
  },
});

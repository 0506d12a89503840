import { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['MX'], {
    when: (zone, record) =>
      zone.records.kinds(zone.records.target[record]!) === 0 &&
      zone.records.target[record]! > 0 &&
      zone.inZone(zone.records.target[record]!),
  }),
  reports: 'mx/below-dname',
  *run(mx, context) {
    if (mx.broken) return;
    const { status, at, record } = context.lookup(mx.target, A);
    if (status !== 'redirected') return;
    yield {
      message: 'redirected',
      at: mx.span('exchange'),
      args: { target: context.show(mx.target), dname: context.show(at) },
      related: [
        { at: new RecordView(context.zone, record).rdataSpan, message: `The DNAME record of ${context.show(at)}` },
      ],
    };
  },
});

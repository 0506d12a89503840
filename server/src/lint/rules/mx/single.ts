import { oneMxIsEnough } from '../../../mail/providers/providers.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['MX']),
  reports: 'mx/single',
  *run({ owner, records: [mx, ...others] }, context) {
    if (mx === undefined || mx.broken || others.length > 0 || mx.target <= 0 || oneMxIsEnough(context.show(mx.target)))
      return;
    yield {
      message: 'single',
      at: mx.span('exchange'),
      args: { target: context.show(mx.target), name: context.show(owner) },
    };
  },
});

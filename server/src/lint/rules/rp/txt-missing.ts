import { ROOT } from '../../../names/name-tree.ts';
import { forgottenDot } from '../../kit/forgotten-dot.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['RP']),
  reports: 'rp/txt-missing',
  *run(record, context) {
    if (record.broken || record.target <= ROOT || !context.zone.apexKnown) return;
    const { status } = context.lookup(record.target, TXT);
    if ((status === 'no-name' || status === 'no-data') && forgottenDot(record, 'txt-dname', context) === undefined)
      yield { message: 'none', at: record.span('txt-dname'), args: { target: context.show(record.target) } };
  },
});

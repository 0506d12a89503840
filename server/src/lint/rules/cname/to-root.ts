import { ROOT } from '../../../names/name-tree.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['CNAME'], { when: (zone, record) => zone.records.target[record] === ROOT }),
  reports: 'cname/to-root',
  *run(cname, context) {
    if (!cname.broken && !context.zone.purpose.isSink && !isPolicyZone(context))
      yield { message: 'root', at: cname.rdataSpan, args: { name: context.show(cname.owner) } };
  },
});

import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['CNAME'], {
    when: (zone, record, name) =>
      zone.records.target[record] === name || (zone.records.kinds(zone.records.target[record]!) & HAS_CNAME) !== 0,
  }),
  reports: 'cname/loop',
  *run(cname, context) {
    if (cname.target === cname.owner) {
      yield { message: 'self', at: cname.rdataSpan, args: { name: context.show(cname.owner) } };
      return;
    }
    if (context.aliasEnd(cname.owner, cname.target).why === 'back')
      yield {
        message: 'loop',
        at: cname.rdataSpan,
        args: { name: context.show(cname.owner), via: context.show(cname.target) },
      };
  },
});

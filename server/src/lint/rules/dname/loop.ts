import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['DNAME'], {
    when: (zone, record, name) => {
      const target = zone.records.target[record]!;
      return target > 0 && zone.names.isAtOrBelow(target, name);
    },
  }),
  reports: 'dname/loop',
  *run(dname, context) {
    yield {
      message: 'inside',
      at: dname.rdataSpan,
      args: { name: context.show(dname.owner), target: context.show(dname.target) },
    };
  },
});

import { check, eachRrset } from '../../engine/check.ts';

const MOST = 15;

export default check({
  on: eachRrset(['TXT'], { several: true, when: (zone, _record, name) => name === zone.apex && zone.apexKnown }),
  reports: 'rrset/txt-apex-count',
  *run({ owner, records }, context) {
    const most = context.option('rrset/txt-apex-count', 'most', MOST);
    if (records.length > most)
      yield {
        message: 'many',
        at: records[most]!.typeSpan,
        args: { name: context.show(owner), count: records.length },
      };
  },
});

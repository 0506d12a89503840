import { ROOT } from '../../../names/name-tree.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { MOST_ALIASES } from '../../../zone/model/aliases.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A } from '../../../zone/rrtypes/codes.ts';

/** Some resolvers give up after as many aliases; BIND 9.20 after 11. */
const MOST = 8;

const tooLong = check({
  on: eachRecord(['CNAME'], {
    when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_CNAME) !== 0,
  }),
  reports: 'cname/too-long',
  *run(cname, context) {
    const { hops, last, why } = context.aliasEnd(cname.owner, cname.target),
      at = cname.rdataSpan,
      name = context.show(cname.owner);
    if (last !== undefined && hops + 1 > MOST)
      yield { message: 'hops', at, args: { name, hops: hops + 1, last: context.show(last) } };
    if (why === 'long') yield { message: 'more', at, args: { name, most: MOST_ALIASES + 1 } };
  },
});

const toNothing = check({
  on: eachRecord(['CNAME'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return target > ROOT && zone.records.kinds(target) === 0 && zone.inZone(target);
    },
  }),
  reports: 'cname/to-nodata',
  *run(cname, context) {
    if (
      cname.broken ||
      !context.zone.apexKnown ||
      context.lookup(cname.target, A).status !== 'no-data' ||
      isPolicyZone(context)
    )
      return;
    if (context.kinds(cname.target) === 0)
      yield {
        message: 'empty',
        at: cname.rdataSpan,
        args: { name: context.show(cname.owner), target: context.show(cname.target) },
      };
  },
});

export default [tooLong, toNothing];

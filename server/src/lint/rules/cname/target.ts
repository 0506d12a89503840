import type { NameId } from '../../../names/name-tree.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';

const A = 1, CNAME = 5;
/** Some resolvers give up after as many aliases; BIND 9.20 after 11. */
const MOST = 8;

const tooLong = check({
  on: eachRecord(['CNAME'], { when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_CNAME) !== 0 }),
  reports: 'cname/too-long',
  *run(cname, context) {
    const { hops, last } = end(cname.target, context);
    if (last !== undefined && hops > MOST) yield { message: 'hops', at: cname.rdataSpan, args: { name: context.show(cname.owner), hops, last: context.show(last) } };
  },
});

/** How many aliases it takes to the end of a chain, the first one included; `last` is undefined for a circle. */
function end(start: NameId, context: RuleContext): { readonly hops: number; readonly last: NameId | undefined } {
  const seen = new Set<NameId>();
  for (let name = start; ; ) {
    if (name < 0 || seen.has(name)) return { hops: seen.size, last: undefined };
    if ((context.kinds(name) & HAS_CNAME) === 0) return { hops: seen.size + 1, last: name };
    seen.add(name);
    name = context.zone.records.target[recordAt(context.zone, name, CNAME)]!;
  }
}

const toNothing = check({
  on: eachRecord(['CNAME'], { when: (zone, record) => { const target = zone.records.target[record]!; return target > ROOT && zone.records.kinds(target) === 0 && zone.inZone(target); } }),
  reports: 'cname/to-nodata',
  *run(cname, context) {
    if (cname.broken || !context.zone.apexKnown || context.lookup(cname.target, A).status !== 'no-data' || isPolicyZone(context)) return;
    if (context.kinds(cname.target) === 0) yield { message: 'empty', at: cname.rdataSpan, args: { name: context.show(cname.owner), target: context.show(cname.target) } };
  },
});

export default [tooLong, toNothing];

import type { NameId } from '../../../names/name-tree.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';
import type { RuleContext } from '../../engine/context.ts';

const A = 1, CNAME = 5;
/** Some resolvers give up after as many aliases; BIND 9.20 after 11. */
const MOST = 8;

const tooLong = defineRule({
  meta: {
    code: 'cname/too-long', severity: 'warning', source: 'RFC 1034 §3.6.2',
    summary: 'CNAME chain of more than eight records',
    messages: { hops: '{name} takes {hops} aliases to reach {last}: resolvers give up on long chains.' },
  },
  on: eachRecord(['CNAME'], { when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_CNAME) !== 0 }),
  *check(cname, context) {
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

const toNothing = defineRule({
  meta: {
    code: 'cname/to-nodata', severity: 'information', profile: 'strict', source: 'RFC 4592 §2.2.2',
    summary: 'CNAME to a name without records',
    messages: { empty: '{name} is an alias of {target}, which has no records, only names below it: every answer is empty.' },
  },
  on: eachRecord(['CNAME'], { when: (zone, record) => { const target = zone.records.target[record]!; return target > ROOT && zone.records.kinds(target) === 0 && zone.inZone(target); } }),
  *check(cname, context) {
    if (cname.broken || !context.zone.apexKnown || context.lookup(cname.target, A).status !== 'no-data' || isPolicyZone(context)) return;
    if (context.kinds(cname.target) === 0) yield { message: 'empty', at: cname.rdataSpan, args: { name: context.show(cname.owner), target: context.show(cname.target) } };
  },
});

export default [tooLong, toNothing];

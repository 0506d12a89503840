import type { NameId } from '../../../names/name-tree.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';

const CNAME = 5;

export default check({
  on: eachRecord(['CNAME'], { when: (zone, record, name) => zone.records.target[record] === name || (zone.records.kinds(zone.records.target[record]!) & HAS_CNAME) !== 0 }),
  reports: 'cname/loop',
  *run(cname, context) {
    if (cname.target === cname.owner) { yield { message: 'self', at: cname.rdataSpan, args: { name: context.show(cname.owner) } }; return; }
    const via = circle(cname.owner, cname.target, context);
    if (via !== undefined) yield { message: 'loop', at: cname.rdataSpan, args: { name: context.show(cname.owner), via: context.show(via) } };
  },
});

/** The first name on the way from `start` back to `owner`, if the way leads there. */
function circle(owner: NameId, start: NameId, context: RuleContext): NameId | undefined {
  const seen = new Set<NameId>();
  for (let name = start; ; ) {
    if (name === owner) return start;
    if (name < 0 || seen.has(name) || (context.kinds(name) & HAS_CNAME) === 0) return undefined;
    seen.add(name);
    name = context.zone.records.target[recordAt(context.zone, name, CNAME)]!;
  }
}

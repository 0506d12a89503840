import type { NameId } from '../../../names/name-tree.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import { replacement } from '../../kit/edits.ts';
import { relativeName } from '../../kit/add-record.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';

const CNAME = 5;

export default check({
  on: eachRecord(['CNAME'], { when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_CNAME) !== 0 }),
  reports: 'cname/chain',
  *run(cname, context) {
    const last = end(cname.target, context);
    if (last === undefined || cname.target === cname.owner) return;
    yield {
      message: 'chain', at: cname.rdataSpan, args: { name: context.show(cname.owner), via: context.show(cname.target), last: context.show(last) }, fixes: [replacement(cname.zone, cname.rdataSpan, relativeName(cname.zone, last, cname.origin), `Point it at ${context.show(last)}`, true)],
    };
  },
});

/** The name at the end of a chain of aliases; undefined for a circle. */
function end(start: NameId, context: RuleContext): NameId | undefined {
  const seen = new Set<NameId>();
  for (let name = start; ; ) {
    if (name < 0 || seen.has(name)) return undefined;
    if ((context.kinds(name) & HAS_CNAME) === 0) return name;
    seen.add(name);
    name = context.zone.records.target[recordAt(context.zone, name, CNAME)]!;
  }
}

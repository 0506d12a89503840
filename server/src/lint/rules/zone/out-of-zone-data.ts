import { ROOT } from '../../../names/name-tree.ts';
import { removeRecord, replacement } from '../../kit/edits.ts';
import { defineRule, eachName } from '../../engine/rule.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';

export default defineRule({
  meta: {
    code: 'zone/out-of-zone-data',
    severity: 'warning',
    source: 'RFC 1034 §4.2.1',
    summary: 'Record outside the zone',
    messages: {
      outside: `{name} isn't in the zone {apex}: BIND and Knot ignore this record, NSD refuses the file.`,
      trigger: `{name} isn't in the zone {apex}, so servers ignore this trigger. Write {right}.`,
    },
    fix: 'unsafe',
    bind: 'warning',
  },
  on: eachName([], { when: (zone, _record, name) => zone.apexKnown && !zone.inZone(name) }),
  *check({ name, records }, context) {
    const { zone } = context, isTrigger = name !== ROOT && isPolicyZone(context);
    for (const record of records) {
      const owner = record.ownerSpan, right = owner === undefined ? '' : record.source(owner).replace(/\.$/, ''), isAbsolute = isTrigger && owner !== undefined && owner.end - owner.start === right.length + 1;
      const removal = { title: 'Remove this record', safe: false, edits: () => removeRecord(record) };
      yield {
        message: isAbsolute ? 'trigger' : 'outside', at: owner ?? record.typeSpan, args: { name: context.show(name), apex: context.show(zone.apex), right },
        ...(record.generated ? {} : { fixes: isAbsolute ? [replacement(zone, owner, right, `Write ${right}`, false), removal] : [removal] }),
      };
    }
  },
});

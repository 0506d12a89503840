import { removeRecord } from '../../fix.ts';
import { defineRule, eachName } from '../../rule.ts';

export default defineRule({
  meta: {
    code: 'zone/out-of-zone-data',
    severity: 'warning',
    source: 'RFC 1034 §4.2.1',
    summary: 'A record whose owner name is not in the zone.',
    messages: { outside: '{name} is not in the zone {apex}: BIND and Knot ignore this record, NSD refuses the file. Move it to the zone that it belongs to, or mend the name.' },
    fix: 'unsafe',
    bind: 'warning',
  },
  on: eachName([], { when: (zone, _record, name) => zone.apexKnown && !zone.inZone(name) }),
  *check({ name, records }, context) {
    for (const record of records) {
      yield {
        message: 'outside', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(name), apex: context.show(context.zone.apex) },
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});

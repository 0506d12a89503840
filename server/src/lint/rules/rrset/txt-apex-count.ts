import { defineRule, eachRrset } from '../../engine/rule.ts';

const MOST = 15;

export default defineRule({
  meta: {
    code: 'rrset/txt-apex-count', severity: 'information', profile: 'strict', source: 'RFC 7208 §3.4',
    summary: 'Very many TXT records at the apex',
    messages: { many: '{name} has {count} TXT records, and every SPF lookup gets all of them.' },
    options: { most: { type: 'number', description: 'How many TXT records the apex may have.', default: MOST } },
  },
  on: eachRrset(['TXT'], { several: true, when: (zone, _record, name) => name === zone.apex && zone.apexKnown }),
  *check({ owner, records }, context) {
    const most = context.option('rrset/txt-apex-count', 'most', MOST);
    if (records.length > most) yield { message: 'many', at: records[most]!.typeSpan, args: { name: context.show(owner), count: records.length } };
  },
});

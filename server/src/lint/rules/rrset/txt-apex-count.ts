import { defineRule, eachRrset } from '../../engine/rule.ts';

const MOST = 15;

export default defineRule({
  meta: {
    code: 'rrset/txt-apex-count', severity: 'information', profile: 'strict', source: 'RFC 7208 §3.4',
    summary: 'The apex has very many TXT records.',
    messages: { many: '{name} has {count} TXT records: whoever asks for the SPF record gets all of them, in a long answer. Verification records that were used once can mostly go.' },
    options: { most: { type: 'number', description: 'How many TXT records the apex may have.', default: MOST } },
  },
  on: eachRrset(['TXT'], { several: true, when: (zone, _record, name) => name === zone.apex && zone.apexKnown }),
  *check({ owner, records }, context) {
    const most = context.option('rrset/txt-apex-count', 'most', MOST);
    if (records.length > most) yield { message: 'many', at: records[most]!.typeSpan, args: { name: context.show(owner), count: records.length } };
  },
});

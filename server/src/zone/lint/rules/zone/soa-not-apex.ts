import { defineRule, eachRecord } from '../../rule.ts';

export default defineRule({
  meta: {
    code: 'zone/soa-not-apex',
    severity: 'error',
    source: 'RFC 1035 §5.2',
    summary: 'An SOA record stands at a name that is not the zone\'s apex.',
    messages: { elsewhere: 'This SOA record is for {name}, but the zone is {apex}: servers refuse the file. Give it the zone\'s own name, or put the other zone into a file of its own.' },
    bind: 'error',
  },
  on: eachRecord(['SOA'], { when: (zone, _record, name) => zone.apexKnown && name !== zone.apex }),
  *check(soa, context) {
    yield { message: 'elsewhere', at: soa.ownerSpan ?? soa.typeSpan, args: { name: context.show(soa.owner), apex: context.show(context.zone.apex) } };
  },
});

import { replaceSpan } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';
import type { Zone } from '../../../zone/model/zone.ts';

export default defineRule({
  meta: {
    code: 'mx/localhost',
    severity: 'warning',
    source: 'RFC 6761 §6.3',
    summary: 'An MX that points at localhost.',
    messages: { localhost: '{target} is the sending server itself: it would deliver the mail to its own port 25, find a loop, and give up. To say that {name} takes no mail, write the null MX "0 .".' },
    fix: 'unsafe',
  },
  on: eachRecord(['MX'], { when: (zone, record) => isLocalhost(zone, zone.records.target[record]!) }),
  *check(mx, context) {
    if (mx.broken) return;
    const { zone } = context, alone = context.records(mx.owner, 15).length === 1;
    yield {
      message: 'localhost', at: mx.span('exchange'), args: { target: context.show(mx.target), name: context.show(mx.owner) },
      ...(alone && !mx.generated ? { fixes: [{ title: 'Change to the null MX', safe: false, edits: () => [replaceSpan(zone, mx.rdataSpan, '0 .')] }] } : {}),
    };
  },
});

/** The name `localhost.` itself; a host of that name in the zone is told by its missing or its loopback address. */
function isLocalhost(zone: Zone, target: number): boolean {
  return target > 0 && zone.names.parent(target) === 0 && zone.names.labelOctets(target).length === 9 && zone.names.label(target) === 'localhost';
}

import { addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../model/record-view.ts';
import { textOrder } from '../../../model/text-order.ts';
import type { RuleContext } from '../../context.ts';
import type { Draft } from '../../rule.ts';
import { addressOf, isMailHost } from '../../mail-hosts.ts';
import { isServedInside, mayBeUnreachable } from '../../mail/private-network.ts';
import { defineRule, eachName } from '../../rule.ts';

const A = 1, MX = 15, AAAA = 28, few = 8;

export default defineRule({
  meta: {
    code: 'mx/private',
    severity: 'warning',
    source: 'RFC 6890 §2.2.2',
    summary: 'A host that an MX points at has an address that the internet cannot reach.',
    messages: {
      private: 'The mail host {host} has the address {address}, {kind}: senders on the internet cannot reach it, and mail is not delivered. Publish the public address here; if this is the internal side of a split DNS, say "; zonewright: internal" at the top of the file.',
    },
  },
  on: eachName(['A', 'AAAA'], { when: (zone, _record, name) => isMailHost(zone, name) && mayBeUnreachable(zone, name) }),
  *check({ name, records }, context) {
    if (isServedInside(context)) return;
    for (const record of records) {
      const octets = record.type === A || record.type === AAAA ? addressOf(record) : undefined, use = octets === undefined ? undefined : addressUse(octets), kind = use && unreachableAddress[use];
      if (octets === undefined || kind === undefined) continue;
      yield { message: 'private', at: record.rdataSpan, args: { host: context.show(name), address: addressText(octets), kind }, related: firstMx(name, context) };
      return;
    }
  },
});

/** One MX record that points at the host, of the few that are looked at the first in the text. */
function firstMx(host: NameId, context: RuleContext): NonNullable<Draft['related']> {
  const found: RecordView[] = [];
  for (const referrer of context.referrers(host)) { if (referrer.type === MX && found.push(referrer) > few) return []; }
  const [mx] = found.sort((a, b) => textOrder(context.zone, a.id, b.id));
  return mx === undefined ? [] : [{ at: mx.span('exchange'), message: `The MX record of ${context.show(mx.owner)}.` }];
}

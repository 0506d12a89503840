import { addressText, addressUse } from '../../../text/address.ts';
import type { AddressUse } from '../../../text/address.ts';
import { addressOf, isInternalZone } from '../../mail-hosts.ts';
import { defineRule, eachRecord } from '../../rule.ts';

const kinds: Partial<Record<AddressUse, string>> = {
  private: 'a private address', loopback: 'a loopback address', 'link-local': 'a link-local address', shared: 'an address of a provider\'s internal network', unspecified: 'no address of any host',
  multicast: 'a multicast address', broadcast: 'the broadcast address', reserved: 'a reserved address', benchmark: 'an address for benchmarks',
};

export default defineRule({
  meta: {
    code: 'mx/private',
    severity: 'warning',
    source: 'RFC 6890 §2.2.2',
    summary: 'The target of an MX has an address that the internet cannot reach.',
    messages: {
      private: '{target} has the address {address}, {kind}: senders on the internet cannot reach it, and mail for {owner} is not delivered. Publish the public address here; if this is the internal side of a split DNS, say "; zonewright: internal" at the top of the file.',
    },
  },
  on: eachRecord(['MX']),
  *check(mx, context) {
    const { target, zone } = mx;
    if (mx.broken || target <= 0 || isInternalZone(zone, context.settings.internal)) return;
    for (const type of [1, 28]) {
      for (const record of context.records(target, type)) {
        const octets = addressOf(record), use = octets === undefined ? undefined : addressUse(octets), kind = use === undefined ? undefined : kinds[use];
        if (octets === undefined || kind === undefined) continue;
        yield {
          message: 'private', at: mx.span('exchange'), args: { target: context.show(target), address: addressText(octets), kind, owner: context.show(mx.owner) },
          related: [{ at: record.rdataSpan, message: `The address of ${context.show(target)}.` }],
        };
      }
    }
  },
});

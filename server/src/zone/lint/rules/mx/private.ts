import { addressText, addressUse } from '../../../text/address.ts';
import type { AddressUse } from '../../../text/address.ts';
import { addressOf, isInternalZone, isMailHost } from '../../mail-hosts.ts';
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
    summary: 'A host that an MX points at has an address that the internet cannot reach.',
    messages: {
      private: 'The mail host {host} has the address {address}, {kind}: senders on the internet cannot reach it, and mail is not delivered. Publish the public address here; if this is the internal side of a split DNS, say "; zonewright: internal" at the top of the file.',
    },
  },
  on: eachRecord(['A', 'AAAA'], { when: (zone, _record, name) => isMailHost(zone, name) }),
  *check(record, context) {
    const octets = addressOf(record), use = octets === undefined ? undefined : addressUse(octets), kind = use === undefined ? undefined : kinds[use];
    if (octets === undefined || kind === undefined || isInternalZone(context.zone, context.settings.internal)) return;
    let mx;
    for (const referrer of context.referrers(record.owner)) if (referrer.type === 15) { mx = referrer; break; }
    yield {
      message: 'private', at: record.rdataSpan, args: { host: context.show(record.owner), address: addressText(octets), kind },
      related: mx === undefined ? [] : [{ at: mx.span('exchange'), message: `The MX record of ${context.show(mx.owner)}.` }],
    };
  },
});

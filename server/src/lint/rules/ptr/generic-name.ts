import { addressText } from '../../../text/address.ts';
import { isMailHost } from '../../kit/mail-hosts.ts';
import { reverseOf } from '../../kit/reverse-lookup.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['A', 'AAAA'], { when: (zone, _record, name) => isMailHost(zone, name) }),
  reports: 'ptr/generic-name',
  *run(record, context) {
    const reverse = reverseOf(record, context),
      zone = reverse?.zone;
    if (reverse?.status !== 'found' || zone === undefined) return;
    const { octets, records } = reverse,
      host = context.absolute(record.owner);
    const targets = records.filter((ptr) => ptr.target >= 0).map((ptr) => zone.names.text(ptr.target));
    // Where the name is another one, that is told.
    if (!targets.includes(host) || !targets.every((target) => isGeneric(target, octets))) return;
    yield {
      message: 'generic',
      at: record.rdataSpan,
      args: {
        address: addressText(octets),
        found: context.show(record.owner),
        domain: context.show(context.zone.apex),
      },
      related: [{ at: records[0]!.rdataSpan, zone, message: `The PTR record of ${addressText(octets)}` }],
    };
  },
});

const lines =
  /(?:^|[-.\d])(?:dyn|dynamic|dhcp|dial|dialup|dialin|pool|ppp|pppoe|adsl|vdsl|dsl|cable|broadband)(?:[-.\d]|$)/i;

/** Names made out of the address, forwards or backwards, and names of kinds of lines in the labels before the domain. */
function isGeneric(name: string, octets: Uint8Array): boolean {
  const own = name.split('.').slice(0, -3).join('.');
  return (
    lines.test(own) ||
    (octets.length === 4 && mayHoldAddress.test(name) && spellings([...octets]).some((spelling) => spelling.test(name)))
  );
}

/** What every spelling of an IPv4 address has: digits on both sides of a separator, or eight hexadecimal digits in a row. */
const mayHoldAddress = /\d[-.x_]\d|[\da-f]{8}/i;

function spellings(octets: readonly number[]): readonly RegExp[] {
  const padded = octets.map((octet) => String(octet).padStart(3, '0')),
    hex = octets.map((octet) => octet.toString(16).padStart(2, '0'));
  return [
    ...[octets.map(String), octets.map(String).reverse(), padded, padded.toReversed()].map(
      (parts) => new RegExp(`(?:^|\\D)${parts.join('[-.x_]')}(?:\\D|$)`),
    ),
    new RegExp(`(?:^|\\D)${padded.join('')}(?:\\D|$)`),
    new RegExp(`(?:^|[^0-9a-f])${hex.join('')}(?:[^0-9a-f]|$)`, 'i'),
  ];
}

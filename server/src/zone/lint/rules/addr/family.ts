import type { Zone } from '../../../model/zone.ts';
import { addressText, addressUse } from '../../../text/address.ts';
import { addressOf, isMailHost } from '../../mail-hosts.ts';
import { typeEnd } from '../../rdata-numbers.ts';
import { isPolicyZone } from '../../special-zone.ts';
import { replacement } from '../../fix.ts';
import { defineFamily, eachRecord } from '../../rule.ts';
import type { RuleMeta } from '../../rule.ts';

const AAAA = 28, SPACE = 32, TAB = 9, COLON = 58, mnemonics = [Uint8Array.of(97), Uint8Array.of(97, 97, 97, 97)] as const;

const metas: readonly RuleMeta[] = [
  {
    code: 'addr/special', severity: 'warning', source: 'RFC 4007 §6', summary: 'An address that nobody can use from a name.',
    messages: {
      linkLocal: '{address} is a link-local address: it works only together with the interface of one machine, which the DNS cannot tell, so nobody reaches {name} there. Use an address of the network.',
      broadcast: '{address} is the broadcast address, not that of a host: nobody reaches {name} there.',
    },
  },
  {
    code: 'aaaa/v4mapped', severity: 'warning', source: 'RFC 4291 §2.5.5.2', fix: 'unsafe', summary: 'An AAAA record with an IPv4 address written as IPv6.',
    messages: { mapped: '{address} is an IPv4 address in the form that programs use inside: it is not sent over IPv6, so nobody reaches {name} there. Use an A record with {v4}.' },
  },
  {
    code: 'addr/6to4-teredo', severity: 'information', profile: 'strict', source: 'RFC 7526 §4', summary: 'An address of 6to4 or Teredo.',
    messages: { tunnel: '{address} is reached through 6to4 or Teredo, which RFC 7526 took out of use: most connections fail after a long wait. Use an IPv6 address of your provider, or none.' },
  },
  {
    code: 'addr/documentation', severity: 'hint', profile: 'strict', source: 'RFC 5737 §3', summary: 'An IPv4 address that is set aside for examples.',
    messages: { example: '{address} is set aside for examples and reaches nobody: it was left over from a template. Put the real address of {name} here.' },
  },
];

/** Asked for every address record: whether its text begins as an odd address does. */
function isOdd(zone: Zone, record: number): boolean {
  const { bytes } = zone.blockOf(record).chunk, v6 = zone.records.type[record] === AAAA;
  let at = typeEnd(bytes, zone.records.offset[record]!, mnemonics[v6 ? 1 : 0]);
  if (at < 0) return true;
  while (bytes[at] === SPACE || bytes[at] === TAB) at++;
  const a = bytes[at]! | 32, b = bytes[at + 1]! | 32, c = bytes[at + 2]! | 32, d = bytes[at + 3]!;
  if (a < 48 || (a > 57 && a < 97 && a !== COLON)) return true;
  if (v6) return (a === 102 && b === 101) || a === COLON || a === 48 || (a === 50 && b === 48 && c === 48 && (d !== 49 || isTeredo(bytes, at + 4)));
  // 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 and 255.255.255.255.
  return (a === 49 && b === 57 && (c === 50 || c === 56) && d === 46) || (a === 50 && ((b === 48 && c === 51) || (b === 53 && c === 53)));
}

/** Whether `2001` goes on as Teredo's prefix 2001::/32 does. */
function isTeredo(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === COLON && (bytes[at + 1] === COLON || bytes[at + 1] === 48);
}

/** Addresses that are no use to anybody who looks a host up. Private ones are left alone: many networks have names for them. */
export default defineFamily(metas, eachRecord(['A', 'AAAA'], { when: isOdd }), function* (record, context) {
  const octets = addressOf(record), use = octets === undefined ? undefined : addressUse(octets);
  if (octets === undefined || use === undefined || use === 'public' || isPolicyZone(context)) return;
  const address = addressText(octets), name = context.show(record.owner), at = record.rdataSpan, args = { address, name };
  if ((use === 'link-local' && octets.length === 16) || use === 'broadcast') { if (!isMailHost(context.zone, record.owner)) yield { code: 'addr/special', message: use === 'broadcast' ? 'broadcast' : 'linkLocal', at, args }; }
  else if (use === 'mapped') {
    const v4 = addressText(octets.subarray(12));
    yield { code: 'aaaa/v4mapped', message: 'mapped', at, args: { ...args, v4 }, ...(record.generated ? {} : { fixes: [{ title: `Make it an A record with ${v4}`, safe: false, edits: () => [...replacement(context.zone, record.typeSpan, 'A', '', false).edits(), ...replacement(context.zone, at, v4, '', false).edits()] }] }) };
  } else if (use === 'tunnel') yield { code: 'addr/6to4-teredo', message: 'tunnel', at, args };
  else if (use === 'documentation' && octets.length === 4) yield { code: 'addr/documentation', message: 'example', at, args };
});

import { PRIVATE_ADDRESS, SPECIAL_ADDRESS } from '../../../zone/records/record-table.ts';
import { addressText, addressUse } from '../../../text/address.ts';
import { addressOf, isMailHost } from '../../kit/mail-hosts.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { replacement } from '../../kit/edits.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'addr/special', severity: 'warning', source: 'RFC 4007 §6', summary: 'Link-local or broadcast address',
    messages: {
      linkLocal: `{address} is link-local: it needs an interface that DNS can't name, so clients can't reach {name} there.`,
      broadcast: `{address} is the broadcast address, so clients can't reach {name} there.`,
    },
  },
  {
    code: 'aaaa/v4mapped', severity: 'warning', source: 'RFC 4291 §2.5.5.2', fix: 'unsafe', summary: 'IPv4-mapped IPv6 address',
    messages: { mapped: `{address} is an IPv4-mapped address, which isn't sent over IPv6, so clients can't reach {name} there.` },
  },
  {
    code: 'addr/6to4-teredo', severity: 'information', profile: 'strict', source: 'RFC 7526 §4', summary: '6to4 or Teredo address',
    messages: { tunnel: '{address} needs 6to4 or Teredo, which are out of use: most connections time out.' },
  },
  {
    code: 'addr/documentation', severity: 'hint', profile: 'strict', source: 'RFC 5737 §3', summary: 'IPv4 address reserved for examples',
    messages: { example: `{address} is reserved for examples and reaches no host: it's left over from a template.` },
  },
];

/** Addresses that are no use to anybody who looks a host up. Private ones are left alone: many networks have names for them. */
export default defineFamily(metas, eachRecord(['A', 'AAAA'], { when: ({ records }, record) => (records.flags[record]! & (SPECIAL_ADDRESS | PRIVATE_ADDRESS)) === SPECIAL_ADDRESS }), function* (record, context) {
  const octets = addressOf(record), use = octets === undefined ? undefined : addressUse(octets);
  if (octets === undefined || use === undefined || use === 'public' || isPolicyZone(context)) return;
  const address = addressText(octets), name = context.show(record.owner), at = record.rdataSpan, args = { address, name };
  if ((use === 'link-local' && octets.length === 16) || use === 'broadcast') { if (!isMailHost(context.zone, record.owner)) yield { code: 'addr/special', message: use === 'broadcast' ? 'broadcast' : 'linkLocal', at, args }; }
  else if (use === 'mapped') {
    const v4 = addressText(octets.subarray(12));
    yield { code: 'aaaa/v4mapped', message: 'mapped', at, args: { ...args, v4 }, ...(record.generated ? {} : { fixes: [{ title: `Change to an A record for ${v4}`, safe: false, edits: () => [...replacement(context.zone, record.typeSpan, 'A', '', false).edits(), ...replacement(context.zone, at, v4, '', false).edits()] }] }) };
  } else if (use === 'tunnel') yield { code: 'addr/6to4-teredo', message: 'tunnel', at, args };
  else if (use === 'documentation' && octets.length === 4) yield { code: 'addr/documentation', message: 'example', at, args };
});

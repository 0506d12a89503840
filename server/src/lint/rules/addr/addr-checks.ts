import { DOCUMENTATION_ADDRESS, PRIVATE_ADDRESS, SPECIAL_ADDRESS } from '../../../zone/records/record-table.ts';
import { addressText, addressUse } from '../../../text/address.ts';
import { addressOf, isInternalZone, isMailHost } from '../../kit/mail-hosts.ts';
import { isWebName } from '../../kit/web-names.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
/** Addresses that are no use to anybody who looks a host up. Private ones are left alone: many networks have names for them. */
export default check({
  on: eachRecord(['A', 'AAAA'], {
    when: ({ records, purpose }, record) => {
      const flags = records.flags[record]!;
      return (
        (flags & (SPECIAL_ADDRESS | PRIVATE_ADDRESS)) === SPECIAL_ADDRESS &&
        ((flags & DOCUMENTATION_ADDRESS) === 0 || !purpose.isExample)
      );
    },
  }),
  reports: ['addr/special', 'aaaa/v4mapped', 'addr/6to4-teredo', 'addr/documentation'],
  *run(record, context) {
    const octets = addressOf(record),
      use = octets === undefined ? undefined : addressUse(octets);
    if (octets === undefined || use === undefined || use === 'public' || isPolicyZone(context)) return;
    const address = addressText(octets),
      name = context.show(record.owner),
      at = record.rdataSpan,
      args = { address, name };
    if ((use === 'link-local' && octets.length === 16) || use === 'broadcast' || use === 'unspecified') {
      if (
        !isMailHost(context.zone, record.owner) &&
        (context.zone.purpose.isInside ? use !== 'unspecified' : !isWebName(context.zone, record.owner))
      )
        yield { code: 'addr/special', message: use === 'link-local' ? 'linkLocal' : use, at, args };
    } else if (use === 'mapped') {
      const v4 = addressText(octets.subarray(12));
      yield {
        code: 'aaaa/v4mapped',
        message: 'mapped',
        at,
        args: { ...args, v4 },
        fixes: [
          {
            title: `Change to an A record for ${v4}`,
            safe: false,
            edits: () => [
              ...replacement(context.zone, record.typeSpan, 'A', '', false).edits(),
              ...replacement(context.zone, at, v4, '', false).edits(),
            ],
          },
        ],
      };
    } else if (use === 'tunnel') yield { code: 'addr/6to4-teredo', message: 'tunnel', at, args };
    else if (
      use === 'documentation' &&
      context.zone.apexKnown &&
      !context.zone.purpose.isExample &&
      !isInternalZone(context.zone, context.settings.internal)
    )
      yield { code: 'addr/documentation', message: 'example', at, args };
  },
});

import { addressText } from '../../../text/address.ts';
import { addRecord } from '../../kit/add-record.ts';
import { isMailHost } from '../../kit/mail-hosts.ts';
import { reverseOf } from '../../kit/reverse-lookup.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['A', 'AAAA'], { when: (zone, _record, name) => isMailHost(zone, name) }),
  reports: 'ptr/missing',
  *run(record, context) {
    const reverse = reverseOf(record, context),
      zone = reverse?.zone;
    if (reverse?.status !== 'none' || zone === undefined) return;
    const { octets, name } = reverse;
    const host = context.absolute(record.owner);
    yield {
      message: 'missing',
      at: record.rdataSpan,
      args: {
        address: addressText(octets),
        host: context.show(record.owner),
        zone: zone.names.text(zone.apex).slice(0, -1),
      },
      fixes: [
        {
          title: `Add a PTR record for ${addressText(octets)} to the reverse zone`,
          safe: true,
          changes: { adds: 1 },
          edits: () => [addRecord(zone, zone.names.intern(name), 'PTR', host)],
        },
      ],
    };
  },
});

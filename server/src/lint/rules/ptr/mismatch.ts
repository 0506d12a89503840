import { HAS_MX } from '../../../zone/records/record-table.ts';
import { addressText } from '../../../text/address.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { isMailHost } from '../../kit/mail-hosts.ts';
import { reverseOf } from '../../kit/reverse-lookup.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['A', 'AAAA'], { when: (zone, _record, name) => isMailHost(zone, name) }),
  reports: 'ptr/mismatch',
  *run(record, context) {
    const reverse = reverseOf(record, context),
      zone = reverse?.zone;
    if (reverse?.status !== 'found' || zone === undefined) return;
    const { octets, records } = reverse,
      host = context.absolute(record.owner);
    const targets = records.filter((ptr) => ptr.target >= 0).map((ptr) => zone.names.text(ptr.target)),
      first = records[0];
    if (
      first === undefined ||
      targets.length === 0 ||
      targets.includes(host) ||
      targets.some((target) => (context.referrerKinds(context.name(target)) & HAS_MX) !== 0)
    )
      return;
    const greets = context.settings.mailHosts.map(({ banner }) => banner?.replace(/\.?$/, '.').toLowerCase());
    if (greets.some((banner) => banner !== undefined && targets.includes(banner))) return;
    yield {
      message: 'other',
      at: record.rdataSpan,
      args: { address: addressText(octets), found: targets[0]!.slice(0, -1), host: context.show(record.owner) },
      related: [{ at: first.rdataSpan, zone, message: `The PTR record of ${addressText(octets)}` }],
      fixes: [
        {
          title: `Point the PTR record at ${context.show(record.owner)}`,
          safe: false,
          edits: () => [replaceSpan(zone, first.span('ptrdname'), host)],
        },
      ],
    };
  },
});

import { addressText } from '../../../text/address.ts';
import { addRecord } from '../../kit/add-record.ts';
import { isMailHost } from '../../kit/mail-hosts.ts';
import { reverseOf } from '../../kit/reverse-lookup.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'ptr/missing',
    severity: 'warning',
    source: 'RFC 1912 §2.1',
    summary: 'Mail host address without a PTR record',
    messages: { missing: '{address}, the address of mail host {host}, has no PTR record in {zone}: many mail servers refuse its mail or mark it as spam.' },
    fix: 'safe',
  },
  on: eachRecord(['A', 'AAAA'], { when: (zone, _record, name) => isMailHost(zone, name) }),
  *check(record, context) {
    const reverse = reverseOf(record, context), zone = reverse?.zone;
    if (reverse?.status !== 'none' || zone === undefined) return;
    const { octets, name } = reverse;
    const host = context.absolute(record.owner);
    yield {
      message: 'missing', at: record.rdataSpan, args: { address: addressText(octets), host: context.show(record.owner), zone: zone.names.text(zone.apex).slice(0, -1) },
      fixes: [{ title: `Add a PTR record for ${addressText(octets)} to the reverse zone`, safe: true, edits: () => [addRecord(zone, zone.names.intern(name), 'PTR', host)] }],
    };
  },
});

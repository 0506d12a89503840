import { addressText } from '../../../text/address.ts';
import { addressOf } from '../../kit/mail-hosts.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { A, AAAA } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRrset(['MX'], { several: true }),
  reports: 'mx/same-address-twice',
  *run({ records }, context) {
    const seen = new Map<string, RecordView>(),
      hosts = new Set<number>();
    for (const mx of records) {
      if (mx.broken || mx.target <= 0 || hosts.has(mx.target)) continue;
      hosts.add(mx.target);
      const addresses = [...context.records(mx.target, A), ...context.records(mx.target, AAAA)]
        .map(addressOf)
        .filter((octets) => octets !== undefined)
        .map(addressText);
      const shared = addresses.find((address) => seen.has(address));
      if (shared !== undefined)
        yield {
          message: 'same',
          at: mx.span('exchange'),
          args: { target: context.show(mx.target), other: context.show(seen.get(shared)!.target), address: shared },
        };
      for (const address of addresses) if (!seen.has(address)) seen.set(address, mx);
    }
  },
});

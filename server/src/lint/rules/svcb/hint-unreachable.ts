import { addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import { isServedInside } from '../../kit/mail/private-network.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { IPV4HINT, IPV6HINT, hintAddresses, svcParamsOf } from '../../kit/svc-params.ts';
import { check, eachRecord } from '../../engine/check.ts';

/** Clients may connect to a hint before they have looked up any address (RFC 9460 §7.3). */
export default check({
  on: eachRecord(['SVCB', 'HTTPS'], { when: (zone) => !zone.purpose.isInside }),
  reports: 'svcb/hint-unreachable',
  *run(record, context) {
    if (record.broken || context.zone.purpose.isInside || isServedInside(context) || isPolicyZone(context)) return;
    for (const { number, octets, span } of svcParamsOf(record)) {
      if (number !== IPV4HINT && number !== IPV6HINT) continue;
      for (const hint of hintAddresses(octets, number === IPV4HINT ? 4 : 16)) {
        const kind = unreachableAddress[addressUse(hint) ?? 'public'];
        if (kind !== undefined) {
          yield { message: 'hint', at: span, args: { address: addressText(hint), kind } };
          break;
        }
      }
    }
  },
});

import { addressOctets } from '../../../text/address.ts';
import { hostWithAddress } from '../../kit/host-with-address.ts';
import { replacement } from '../../kit/edits.ts';
import { relativeName } from '../../kit/add-record.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['MX'], { when: (zone, record) => looksNumeric(zone, zone.records.target[record]!) }),
  reports: 'mx/is-ip',
  *run(mx, context) {
    if (mx.broken) return;
    const at = mx.span('exchange'),
      address = mx.source(at).replace(/\.$/, ''),
      octets = addressOctets(address);
    if (octets === undefined) return;
    const host = hostWithAddress(context, octets);
    yield {
      message: 'address',
      at,
      args: { address },
      ...(host < 0 || mx.generated
        ? {}
        : {
            fixes: [
              replacement(
                mx.zone,
                at,
                relativeName(mx.zone, host, mx.origin),
                `Point the MX at ${context.show(host)}, which has this address`,
                false,
              ),
            ],
          }),
    };
  },
});

/** Asked for every MX: whether the first label of the target is made of digits, or of digits and colons. */
function looksNumeric(zone: Zone, target: number): boolean {
  if (target <= 0) return false;
  const label = zone.names.labelOctets(target);
  let colon = false;
  for (const c of label) {
    if (c === 58) colon = true;
    else if ((c < 48 || c > 57) && !(c >= 97 && c <= 102)) return false;
  }
  return colon || (label[0]! >= 48 && label[0]! <= 57);
}

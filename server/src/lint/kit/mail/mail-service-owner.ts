import { mailServices } from '../../../mail/owners/mail-owner.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { LABEL_UNDERSCORE } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';

/** Whether a name is that of a mail service: `_imaps._tcp.…` and the like (RFC 6186, RFC 8314). Asked for every SRV record. */
export function isMailService(zone: Zone, name: NameId): boolean {
  const { names } = zone;
  if ((names.labelFlags(name) & LABEL_UNDERSCORE) === 0) return false;
  const second = names.labelOctet(name, 1);
  // Those of the table begin with s, i or p; `_sip` is by far the most frequent other one.
  if (
    names.labelLength(name) < 5 ||
    (second !== 105 && second !== 112 && second !== 115) ||
    names.labelLength(names.parent(name)) !== 4
  )
    return false;
  return names.label(name) in mailServices && names.label(names.parent(name)) === '_tcp';
}

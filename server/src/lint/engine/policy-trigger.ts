import type { NameId } from '../../names/name-tree.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** Labels right below the apex of a response policy zone that say of what kind a trigger is (draft-vixie-dnsop-dns-rpz-00 §4). */
export const addressTriggers: readonly string[] = ['rpz-ip', 'rpz-client-ip', 'rpz-nsip'];
export const triggers: readonly string[] = [...addressTriggers, 'rpz-nsdname'];

const R = 114,
  P = 112,
  Z = 122;

/** Whether a label begins with `rpz` and goes on. Asked for very many names. */
export const beginsWithRpz = ({ names }: Zone, name: NameId): boolean =>
  names.labelOctet(name, 0) === R &&
  names.labelOctet(name, 1) === P &&
  names.labelOctet(name, 2) === Z &&
  names.labelLength(name) > 4;

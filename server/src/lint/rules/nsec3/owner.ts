import { BASE32HEX } from '../../../zone/rrtypes/kinds/digits.ts';
import type { NameId, NameTree } from '../../../names/name-tree.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['NSEC3'], { when: (zone, _record, name) => !isHash(zone.names, name) }),
  reports: 'nsec3/owner',
  *run(record, context) {
    if (!record.broken)
      yield { message: 'none', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(record.owner) } };
  },
});

/** Whether a name's first label stands for whole octets in base32hex (RFC 4648 §7): less than a digit's bits are left over, and they are 0. Asked for every NSEC3 record. */
function isHash(names: NameTree, name: NameId): boolean {
  const length = names.labelLength(name),
    left = (length * 5) & 7;
  for (let k = 0; k < length; k++) if (BASE32HEX[names.labelOctet(name, k)]! < 0) return false;
  return length > 0 && left < 5 && (BASE32HEX[names.labelOctet(name, length - 1)]! & ((1 << left) - 1)) === 0;
}

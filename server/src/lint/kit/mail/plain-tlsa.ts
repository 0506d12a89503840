import type { NameId, NameTree } from '../../../names/name-tree.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';

/** Whether a name is `_PORT._tcp` or `_udp` of something, with another port than that of SMTP. */
export function isPortOfService({ names }: Zone, name: NameId): boolean {
  return isPort(names, name) && isProtocol(names, names.parent(name));
}

/** `_443`, but not `_25` or `_00443`. */
function isPort(names: NameTree, id: NameId): boolean {
  const length = names.labelLength(id),
    first = names.labelOctet(id, 1);
  if (
    length < 2 ||
    length > 5 ||
    names.labelOctet(id, 0) !== 95 ||
    first === 48 ||
    (length === 3 && first === 50 && names.labelOctet(id, 2) === 53)
  )
    return false;
  for (let i = 1; i < length; i++) {
    const c = names.labelOctet(id, i);
    if (c < 48 || c > 57) return false;
  }
  return true;
}

function isProtocol(names: NameTree, id: NameId): boolean {
  const first = names.labelOctet(id, 1),
    second = names.labelOctet(id, 2);
  return (
    names.labelLength(id) === 4 &&
    names.labelOctet(id, 0) === 95 &&
    (first === 116 || first === 117) &&
    (second === 99 || second === 100) &&
    names.labelOctet(id, 3) === 112
  );
}

/** Whether a TLSA record is `3 1 1` or `2 0 1` with a SHA-256 digest, written on one line: then there is nothing to say about its data. Nothing is made. */
export function isPlainLine(zone: Zone, id: RecordId): boolean {
  const { bytes } = zone.blockOf(id).chunk;
  let i = zone.records.offset[id]!;
  for (
    ;
    bytes[i] !== 84 || bytes[i + 1] !== 76 || bytes[i + 2] !== 83 || bytes[i + 3] !== 65 || !isBlank(bytes[i - 1]!);
    i++
  )
    if (i >= bytes.length || bytes[i] === 10 || bytes[i] === 59) return false;
  i += 4;
  const usage = bytes[i + 1]!,
    selector = bytes[i + 3]!;
  if (
    !isBlank(bytes[i]!) ||
    !isBlank(bytes[i + 2]!) ||
    !isBlank(bytes[i + 4]!) ||
    bytes[i + 5] !== 49 ||
    !isBlank(bytes[i + 6]!)
  )
    return false;
  if (!(usage === 51 && selector === 49) && !(usage === 50 && selector === 48)) return false;
  i += 7;
  for (const end = i + 64; i < end; i++) if (!isHex(bytes[i]!)) return false;
  for (; i < bytes.length && bytes[i] !== 10 && bytes[i] !== 59; i++)
    if (!isBlank(bytes[i]!) && bytes[i] !== 13) return false;
  return true;
}

const isBlank = (c: number): boolean => c === 32 || c === 9;
const isHex = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102);

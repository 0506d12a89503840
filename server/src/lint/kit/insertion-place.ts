import type { NameId } from '../../names/name-tree.ts';
import { ROOT } from '../../names/name-tree.ts';
import { cutAbove } from '../../zone/model/lookup.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { textOrder } from '../../zone/model/text-order.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import { EXPLICIT_OWNER, HAS_NS } from '../../zone/records/record-table.ts';
import { A, AAAA, CNAME, NSEC, NSEC3, PTR, RRSIG } from '../../zone/rrtypes/codes.ts';
import { UNDERSCORE } from '../../text/octets.ts';

/** How many records are looked at for those of the same kind, from the end of the file on. */
const MOST_LOOKED_AT = 20_000;
/** So many hosts in the order of their names are no accident. */
const LEAST_SORTED = 4;

/** Beside which record a new one belongs. */
export interface InsertionPlace {
  readonly record: RecordView;
  readonly before: boolean;
}

/**
 * Where an admin would put a record: with its owner's others, the last of its type first; else with its kind: a PTR between its neighbors by number, `_dmarc` with the names of mail policies,
 * a host with the hosts, in their order if they have one; else behind `after`, else behind the file's last record. Undefined for a file without records.
 */
export function insertionPlace(
  zone: Zone,
  owner: NameId,
  type: number,
  after: RecordView | undefined,
): InsertionPlace | undefined {
  const own = lastOf(zone, owner, type);
  if (own !== undefined) return { record: own, before: false };
  const kin =
    type === PTR
      ? byNumber(zone, owner)
      : isService(zone, owner)
        ? withServices(zone, owner)
        : isHost(type)
          ? withHosts(zone, owner, type)
          : undefined;
  if (kin !== undefined) return kin;
  const other = after ?? parentsLast(zone, owner) ?? lastInFile(zone);
  return other === undefined ? undefined : { record: endOfRun(other), before: false };
}

const isHost = (type: number): boolean => type === A || type === AAAA || type === CNAME;
const isMadeBySigner = (type: number): boolean => type === RRSIG || type === NSEC || type === NSEC3;

/** The last of an owner's records of a type in the text, else the last one that its type goes with, else the last one. */
function lastOf(zone: Zone, owner: NameId, type: number): RecordView | undefined {
  const { records } = zone,
    goesWith = type === A ? AAAA : type === AAAA ? A : -1;
  let last = -1,
    rank = 0;
  for (let id = records.first(owner); id >= 0; id = records.next[id]!) {
    if (zone.blockOf(id).anchor !== undefined || isMadeBySigner(records.type[id]!)) continue;
    const other = records.type[id] === type ? 2 : records.type[id] === goesWith ? 1 : 0;
    if (last < 0 || other > rank || (other === rank && textOrder(zone, last, id) < 0)) {
      last = id;
      rank = other;
    }
  }
  return last < 0 ? undefined : new RecordView(zone, last);
}

/** The last of the records behind one in the text that have its owner name, inherited or written again: what is put between would part them. */
function endOfRun(record: RecordView): RecordView {
  const { zone } = record;
  for (let last = record; ; ) {
    const next = nextInText(last);
    if (
      next === undefined ||
      (zone.records.owner[next] !== record.owner && (zone.records.flags[next]! & EXPLICIT_OWNER) !== 0)
    )
      return last;
    last = new RecordView(zone, next);
  }
}

/** The next record of the same file; undefined behind the last one. */
function nextInText({ block, id }: RecordView): RecordId | undefined {
  const { blocks } = block.file;
  for (let index = block.index, at = block.records.indexOf(id) + 1; index < blocks.length; index++, at = 0) {
    const next = blocks[index]!.records[at];
    if (next !== undefined) return next;
  }
  return undefined;
}

/** Records of the zone's own file from its end on, as many as may be looked at. */
function* fromTheEnd(zone: Zone): Iterable<RecordId> {
  const { blocks } = zone.root;
  let left = MOST_LOOKED_AT;
  for (let k = blocks.length - 1; k >= 0; k--) {
    const { records } = blocks[k]!;
    for (let at = records.length - 1; at >= 0; at--) {
      if (left-- <= 0) return;
      yield records[at]!;
    }
  }
}

function lastInFile(zone: Zone): RecordView | undefined {
  for (const id of fromTheEnd(zone)) return new RecordView(zone, id);
  return undefined;
}

/** The last record of the nearest name above. */
function parentsLast(zone: Zone, owner: NameId): RecordView | undefined {
  if (!zone.inZone(owner) || owner === zone.apex) return undefined;
  for (let name = zone.names.parent(owner); name > ROOT && name !== zone.apex; name = zone.names.parent(name)) {
    const last = lastOf(zone, name, -1);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** Whether one of a name's first two labels begins with an underscore. */
function isService({ names }: Zone, name: NameId): boolean {
  return (
    name > ROOT &&
    (names.labelOctet(name, 0) === UNDERSCORE ||
      (names.parent(name) > ROOT && names.labelOctet(names.parent(name), 0) === UNDERSCORE))
  );
}

const mailPolicies: ReadonlySet<string> = new Set(['_dmarc', '_domainkey', '_mta-sts', '_tls', '_bimi', '_report']);

/** The last label with an underscore of a name, and the name that it is about. */
function serviceOf({ names }: Zone, name: NameId): { readonly label: string; readonly about: NameId } {
  let label = '',
    about = name;
  for (let at = name, depth = 0; at > ROOT && depth < 6; at = names.parent(at), depth++)
    if (names.labelOctet(at, 0) === UNDERSCORE) {
      label = names.label(at);
      about = names.parent(at);
    }
  return { label, about };
}

/** Behind the last record of the same service, else of the same kind of service, of the same name; else of another. */
function withServices(zone: Zone, owner: NameId): InsertionPlace | undefined {
  const { label, about } = serviceOf(zone, owner),
    isMail = mailPolicies.has(label);
  let found = -1,
    rank = 0;
  for (const id of fromTheEnd(zone)) {
    const name = zone.records.owner[id]!;
    if (!isService(zone, name) || isMadeBySigner(zone.records.type[id]!)) continue;
    const other = serviceOf(zone, name),
      kind = other.label === label ? 2 : isMail === mailPolicies.has(other.label) ? 1 : 0,
      score = kind === 0 ? 0 : kind + (other.about === about ? 2 : 0);
    if (score > rank) {
      found = id;
      rank = score;
    }
    if (rank === 4) break;
  }
  // A service of another name is a place only for what has no place of its own.
  return found < 0 || (rank < 3 && zone.records.first(about) >= 0 && about !== zone.apex)
    ? undefined
    : { record: endOfRun(new RecordView(zone, found)), before: false };
}

/** Behind the last host with the same parent, or where its name belongs among hosts that are in order. */
function withHosts(zone: Zone, owner: NameId, type: number): InsertionPlace | undefined {
  const { names, records } = zone;
  if (owner <= ROOT || owner === zone.apex || !zone.inZone(owner)) return undefined;
  const parent = names.parent(owner),
    cut = cutAbove(zone, owner),
    hosts: NameId[] = [],
    places: RecordId[] = [];
  for (const id of fromTheEnd(zone)) {
    const name = records.owner[id]!,
      isKin = type === CNAME ? records.type[id] === CNAME : records.type[id] === A || records.type[id] === AAAA;
    if (
      !isKin ||
      name === zone.apex ||
      name <= ROOT ||
      names.parent(name) !== parent ||
      names.isWildcard(name) ||
      names.labelOctet(name, 0) === UNDERSCORE
    )
      continue;
    if (cut < 0 && (records.kinds(name) & HAS_NS) !== 0) continue;
    if (hosts.at(-1) !== name) {
      hosts.push(name);
      places.push(id);
    }
  }
  if (places.length === 0) return type === CNAME ? withHosts(zone, owner, A) : undefined;
  const text = names.label(owner),
    labels = hosts.map((host) => names.label(host)).reverse(),
    inText = places.reverse();
  const isSorted = labels.length >= LEAST_SORTED && labels.every((label, k) => k === 0 || labels[k - 1]! < label);
  const at = isSorted ? labels.findLastIndex((label) => label < text) : labels.length - 1;
  if (at >= 0) return { record: endOfRun(new RecordView(zone, inText[at]!)), before: false };
  const first = new RecordView(zone, inText[0]!);
  return first.hasOwnOwner
    ? { record: first, before: true }
    : { record: endOfRun(new RecordView(zone, inText.at(-1)!)), before: false };
}

/** Behind the PTR of the next smaller address, else before that of the next larger one. */
function byNumber(zone: Zone, owner: NameId): InsertionPlace | undefined {
  const { names } = zone;
  if (!zone.inZone(owner)) return undefined;
  for (const isSmaller of [true, false]) {
    for (let name = owner; name > ROOT && name !== zone.apex; name = names.parent(name)) {
      const found = neighbor(zone, names.parent(name), numberOf(zone, name), isSmaller);
      if (found === undefined) continue;
      if (isSmaller) return { record: endOfRun(found), before: false };
      if (found.hasOwnOwner) return { record: found, before: true };
    }
  }
  return undefined;
}

const MOST_CHILDREN = 70_000;

/** The PTR record below a name whose number is the nearest to one on one side. */
function neighbor(zone: Zone, parent: NameId, number: number, isSmaller: boolean): RecordView | undefined {
  const { names } = zone,
    children: (readonly [NameId, number])[] = [];
  let left = MOST_CHILDREN;
  for (let child = names.firstChild(parent); child > ROOT && left > 0; child = names.nextSibling(child), left--) {
    const value = numberOf(zone, child);
    if (isSmaller ? value < number : value > number) children.push([child, value]);
  }
  children.sort(([, a], [, b]) => (isSmaller ? b - a : a - b));
  for (const [child] of children) {
    const found = pointerOf(zone, child) ?? neighbor(zone, child, isSmaller ? Infinity : -Infinity, isSmaller);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name's last PTR record in the zone's own file, its first one where it is the place before which another goes. */
function pointerOf(zone: Zone, name: NameId): RecordView | undefined {
  let found = -1;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    const block = zone.blockOf(id);
    if (zone.records.type[id] !== PTR || block.anchor !== undefined || block.file !== zone.root) continue;
    if (found < 0 || textOrder(zone, found, id) > 0) found = id;
  }
  return found < 0 ? undefined : new RecordView(zone, found);
}

/** The number that a label of a reverse name is: hexadecimal where it has one digit only below `ip6.arpa`; NaN for others. */
function numberOf(zone: Zone, name: NameId): number {
  const label = zone.names.label(name);
  return /^\d{1,3}$/.test(label) ? Number(label) : /^[0-9a-f]$/.test(label) ? parseInt(label, 16) : NaN;
}

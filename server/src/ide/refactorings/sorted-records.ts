import type { Edit } from '../../findings/fix.ts';
import type { NameId } from '../../names/name-tree.ts';
import { ROOT } from '../../names/name-tree.ts';
import { addressOfReverse } from '../../text/address.ts';
import { compareOctets } from '../../zone/format/canonical-order.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import { A, AAAA, NS, PTR, SOA } from '../../zone/rrtypes/codes.ts';
import type { LineUnit } from './line-units.ts';
import { paragraphsOf, reordered } from './line-units.ts';
import type { Refactoring, Selected } from './refactoring.ts';

/** The records of a paragraph, or of each one in a selection, in canonical order, by address, or together by owner. */
export function* sortedRecords(selection: Selected): Iterable<Refactoring> {
  const paragraphs = paragraphsOf(selection).filter((units) => units.length > 1);
  // A paragraph that begins with an inherited owner can't begin with another record.
  if (paragraphs.length === 0 || paragraphs.some(([first]) => first!.records[0]!.entry.blank)) return;
  const { zone } = selection,
    all = (order: (units: readonly LineUnit[]) => readonly LineUnit[]): readonly Edit[] =>
      paragraphs.flatMap((units) => reordered(selection, units, order(units)) ?? []);
  const canonical = all((units) => units.toSorted((a, b) => canonicalOrder(zone, head(a), head(b))));
  if (canonical.length > 0) yield { kind: 'rewrite', title: 'Sort records in canonical order', edits: canonical };
  if (paragraphs.every((units) => units.every((unit) => addressOf(zone, head(unit)) !== undefined))) {
    const byAddress = all((units) =>
      units.toSorted((a, b) => compareAddresses(addressOf(zone, head(a))!, addressOf(zone, head(b))!)),
    );
    if (byAddress.length > 0) yield { kind: 'rewrite', title: 'Sort records by address', edits: byAddress };
  }
  const grouped = all(byOwner);
  if (grouped.length > 0) yield { kind: 'rewrite', title: 'Group records by owner', edits: grouped };
}

const head = ({ records }: LineUnit): RecordView => records[0]!.record;

/** Those of one owner after its first ones, otherwise in the order of the text. */
function byOwner(units: readonly LineUnit[]): readonly LineUnit[] {
  const groups = new Map<NameId, LineUnit[]>();
  for (const unit of units) {
    const group = groups.get(head(unit).owner);
    if (group === undefined) groups.set(head(unit).owner, [unit]);
    else group.push(unit);
  }
  return [...groups.values()].flat();
}

/** RFC 4034 §6: owner names label by label from the right, then SOA, NS and the other types by number, then the rdata. */
function canonicalOrder(zone: Zone, a: RecordView, b: RecordView): number {
  return (
    compareNames(zone, a.owner, b.owner) || typeRank(a.type) - typeRank(b.type) || compareOctets(a.octets, b.octets)
  );
}

const typeRank = (type: number): number => (type === SOA ? -2 : type === NS ? -1 : type);

function compareNames({ names }: Zone, a: NameId, b: NameId): number {
  const path = (name: NameId): NameId[] => (name <= ROOT ? [] : [...path(names.parent(name)), name]),
    left = path(a),
    right = path(b);
  for (let k = 0; k < Math.min(left.length, right.length); k++)
    if (left[k] !== right[k]) return compareOctets(names.labelOctets(left[k]!), names.labelOctets(right[k]!));
  return left.length - right.length;
}

/** The address that a record holds, or that its reverse name is for. */
function addressOf(zone: Zone, record: RecordView): Uint8Array | undefined {
  if (record.type === A || record.type === AAAA) return record.octets;
  return record.type === PTR ? addressOfReverse(zone.names.text(record.owner)) : undefined;
}

const compareAddresses = (a: Uint8Array, b: Uint8Array): number => a.length - b.length || compareOctets(a, b);

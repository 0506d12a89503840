import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { hasLabel } from './catalog-member.ts';
import type { RuleContext } from '../engine/context.ts';
import { labelsBelowApex } from './owner-labels.ts';
import { TXT } from '../../zone/rrtypes/codes.ts';

/** Properties of BIND, which since version 2 of catalogs stand below `ext`. */
export const bindProperties: readonly string[] = ['primaries', 'masters', 'allow-query', 'allow-transfer'];

const tops = [...bindProperties, 'ext', 'coo', 'group'],
  LOWER_V = 118,
  LOWER_Z = 122;

/** A name of a catalog zone below which a property stands, or which has one. */
export interface CatalogProperty {
  /** Whose property it is; -1: the whole catalog's. */
  readonly member: NameId;
  /** Labels in front of the member's name or the apex; the one next to it is the first. */
  readonly labels: readonly string[];
  /** All labels below the apex, as they are read. */
  readonly written: readonly string[];
}

/** Asked for every name: whether it is that of a property in case that the zone is a catalog, or like one. */
export function isPropertyName(zone: Zone, name: NameId): boolean {
  const { apex, apexKnown, names } = zone;
  let top = -1,
    second = -1,
    third = -1;
  for (let id = name; id !== apex; id = names.parent(id)) {
    if (id === ROOT) return false;
    third = second;
    second = top;
    top = id;
  }
  if (top < 0 || !apexKnown) return false;
  if (hasLabel(zone, top, 'zones')) return third >= 0;
  const first = names.labelOctet(top, 0),
    length = names.labelLength(top);
  if ((first === LOWER_V || first === LOWER_Z) && length > 3 && length < 9) return !hasLabel(zone, top, 'version');
  for (const label of tops) if (hasLabel(zone, top, label)) return true;
  return false;
}

/** What a name for which `isPropertyName` holds says. */
export function readProperty(zone: Zone, name: NameId): CatalogProperty {
  const written = labelsBelowApex(zone, name),
    isOfMember = written.at(-1) === 'zones' && written.length > 2;
  let member = isOfMember ? name : -1;
  for (let k = 2; k < written.length && isOfMember; k++) member = zone.names.parent(member);
  return { member, labels: written.slice(0, isOfMember ? -2 : undefined).reverse(), written };
}

/** Where a label begins in the owner name, for `partOfOwner`: the place of the label in `written`. */
export const startOf = ({ written }: CatalogProperty, index: number): number =>
  written.slice(0, index).reduce((sum, label) => sum + label.length + 1, 0);

/** Whether the catalog is of version 1, which was BIND's alone. */
export const isFirstVersion = (context: RuleContext): boolean =>
  context
    .records(context.child(context.zone.apex, 'version'), TXT)
    .some((record) => !record.broken && record.text.joined === '1');

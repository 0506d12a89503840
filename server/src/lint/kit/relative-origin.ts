import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { endsInPublicSuffix } from './forgotten-dot.ts';

/** Whether a name is the zone's with some of its end missing: `example` or `example.co` for `example.com`. */
export const isPartOf = (name: string, apex: string): boolean =>
  name.length >= 3 && name.length < apex.length && apex.startsWith(name) && name.length >= apex.indexOf('.');

/** What an origin that was written without its final dot means; undefined when it was hardly meant to have one: it is one label, or fits below the origin before. */
export function forgottenOriginDot(zone: Zone, written: string, origin: NameId): string | undefined {
  if (!zone.apexKnown || zone.apex === ROOT || written.endsWith('.') || !written.includes('.')) return undefined;
  const becomes = zone.names.intern(`${written}.${zone.names.text(origin)}`),
    apex = zone.names.text(zone.apex).slice(0, -1),
    name = written.toLowerCase();
  if (becomes < 0 || !(name === apex || name.endsWith(`.${apex}`) || endsInPublicSuffix(name))) return undefined;
  return zone.names.text(becomes).slice(0, -1);
}

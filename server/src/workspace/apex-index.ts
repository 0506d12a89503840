import { isNearer, nearestTo } from '../config/paths/nearest-file.ts';

/** What is known of a zone without reading it. */
export interface IndexedZone {
  /** Of the zone's own file. */
  readonly uri: string;
  /** The view of a split DNS that the zone belongs to: zones see only those of their own view. */
  readonly view: string | undefined;
}

/** Zones by apex (absolute, lower case) and view. What it costs to add one and to ask doesn't depend on how many there are. */
export class ApexIndex<Z extends IndexedZone> {
  private readonly views = new Map<string | undefined, View<Z>>();
  /** How many zones there are by apex, in all views, reverse zones and the root aside. */
  private readonly domains = new Map<string, number>();

  add(apex: string, zone: Z): void {
    let view = this.views.get(zone.view);
    if (view === undefined) this.views.set(zone.view, (view = { byApex: new Map(), below: new Map() }));
    const list = view.byApex.get(apex);
    if (list === undefined) view.byApex.set(apex, [zone]);
    else list.push(zone);
    for (const suffix of suffixesOf(apex)) count(view.below, suffix, 1);
    if (isDomain(apex)) count(this.domains, apex, 1);
  }

  remove(apex: string, zone: Z): void {
    const view = this.views.get(zone.view),
      list = view?.byApex.get(apex) ?? [],
      at = list.indexOf(zone);
    if (view === undefined || at < 0) return;
    list.splice(at, 1);
    for (const suffix of suffixesOf(apex)) count(view.below, suffix, -1);
    if (isDomain(apex)) count(this.domains, apex, -1);
  }

  /** The zones with an apex in a view. */
  at(apex: string, view: string | undefined): readonly Z[] {
    return this.views.get(view)?.byApex.get(apex) ?? none;
  }

  /**
   * The zone with the longest apex that holds an absolute name, of those in a view; of several with the same apex the one whose file is nearest to `uri`.
   * Where the zone that asks has copies elsewhere, as in folders before and after a change, or one a customer, a file nearer to such a copy belongs to that.
   * @param apex of the zone that asks
   */
  zoneFor(name: string, view: string | undefined, uri: string, apex?: string): Z | undefined {
    const byApex = this.views.get(view)?.byApex;
    if (byApex === undefined) return undefined;
    const twins = apex === undefined ? none : this.at(apex.toLowerCase(), view);
    for (const suffix of suffixesOf(name.toLowerCase())) {
      const held = byApex.get(suffix);
      if (held === undefined) continue;
      const found = twins.length === 0 ? held : held.filter((zone) => !belongsToTwin(zone, uri, twins));
      if (found.length > 0) return found.length === 1 ? found[0] : nearestTo(uri, found, (zone) => zone.uri);
    }
    return undefined;
  }

  /** Whether a view has a zone at or below an absolute name, lower case. */
  hasZoneBelow(name: string, view: string | undefined): boolean {
    return this.views.get(view)?.below.has(name) === true;
  }

  /** Whether there is no zone with another apex, reverse zones and the root aside. */
  isOnlyDomain(apex: string): boolean {
    return this.domains.size === (this.domains.has(apex) ? 1 : 0);
  }
}

interface View<Z> {
  readonly byApex: Map<string, Z[]>;
  /** How many zones there are at or below a name. */
  readonly below: Map<string, number>;
}

const none: readonly never[] = [];

/** Whether a zone is one of names, and not of addresses or of the root. */
export const isDomain = (apex: string): boolean => apex !== '.' && !apex.endsWith('.arpa.');

function count(counts: Map<string, number>, key: string, more: number): void {
  const counted = (counts.get(key) ?? 0) + more;
  if (counted > 0) counts.set(key, counted);
  else counts.delete(key);
}

function belongsToTwin(zone: IndexedZone, uri: string, twins: readonly IndexedZone[]): boolean {
  return (
    zone.uri !== uri &&
    !twins.includes(zone) &&
    twins.some((twin) => twin.uri !== uri && isNearer(zone.uri, twin.uri, uri))
  );
}

/** An absolute name, and those above it up to the root. */
function* suffixesOf(name: string): Iterable<string> {
  for (let suffix = name; ; suffix = suffix.slice(nextLabel(suffix)) || '.') {
    yield suffix;
    if (suffix === '.' || suffix === '') return;
  }
}

/** Where the label after the first one begins; the text's length where there is none. A dot after a backslash belongs to its label. */
function nextLabel(name: string): number {
  for (let i = 0; i < name.length; i++) {
    if (name[i] === '\\') i++;
    else if (name[i] === '.') return i + 1;
  }
  return name.length;
}

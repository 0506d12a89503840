import type { MailPathFacts } from '../mail/mail-path/mail-path.ts';
import type { LintSettings } from '../findings/lint-settings.ts';
import { isInternalZone } from '../lint/kit/mail-hosts.ts';
import { POLICY_FILE, policyFileOf } from '../lint/kit/mail/policy-file.ts';
import { cutAbove } from '../zone/model/lookup.ts';
import type { Zone } from '../zone/model/zone.ts';
import { ZoneResolver } from '../zone/model/zone-resolver.ts';
import type { NameId } from '../names/name-tree.ts';
import { HAS_CNAME, HAS_DNAME } from '../zone/records/record-table.ts';
import type { OtherZones } from './name-words.ts';
import { CNAME, TXT } from '../zone/rrtypes/codes.ts';

const DMARC = '_dmarc';

/** More selectors than these are looked at by nobody. */
const MOST_SELECTORS = 40;

/** What a domain's zone and the settings tell that no look-up does. `domain`: absolute. */
export function mailPathFacts(
  domain: string,
  zones: OtherZones,
  settings: Pick<LintSettings, 'mailHosts' | 'internal'>,
): MailPathFacts {
  const zone = zones.zoneOf(domain),
    mtaStsPolicy = zone === undefined ? undefined : policyOf(domain, zone, zones);
  return {
    hosts: settings.mailHosts,
    internal: zone === undefined ? settings.internal : isInternalZone(zone, settings.internal),
    selectors: selectorsOf(domain, zones),
    ...(mtaStsPolicy === undefined ? {} : { mtaStsPolicy }),
  };
}

/** The text of a domain's MTA-STS policy, where its file is here. */
function policyOf(domain: string, zone: Zone, zones: OtherZones): string | undefined {
  const files = zones.files?.(POLICY_FILE) ?? [];
  if (files.length === 0) return undefined;
  const mxHosts = new ZoneResolver({ zoneOf: (name) => zones.zoneOf(name), outside: 'unknown' })
    .lookup(domain, 'MX')
    .records.map(({ exchange }) => exchange);
  return policyFileOf(
    { domain, uri: zone.root.uri, mxHosts, isAlone: () => zones.isOnlyDomain?.(zone.names.text(zone.apex)) === true },
    files,
  )?.policy.text;
}

/** The selectors with a TXT or CNAME record below `_domainkey`; undefined where another zone has them, or none that is here. */
function selectorsOf(domain: string, zones: OtherZones): readonly string[] | undefined {
  const name = `_domainkey.${domain}`,
    zone = zones.zoneOf(name);
  if (zone === undefined) return undefined;
  const top = zone.names.find(name);
  if (top < 0) return cutAbove(zone, zone.names.intern(name)) >= 0 ? undefined : [];
  if (cutAbove(zone, top) >= 0 || (zone.records.kinds(top) & (HAS_CNAME | HAS_DNAME)) !== 0) return undefined;
  const selectors: string[] = [];
  collect(zone, top, '', selectors);
  return selectors.toReversed();
}

function collect(zone: Zone, name: NameId, below: string, selectors: string[]): void {
  for (
    let child = zone.names.firstChild(name);
    child !== 0 && selectors.length < MOST_SELECTORS;
    child = zone.names.nextSibling(child)
  ) {
    const label = zone.names.label(child),
      selector = below === '' ? label : `${label}.${below}`;
    collect(zone, child, selector, selectors);
    if (label === '*' || label.startsWith('_') || !hasKey(zone, child)) continue;
    selectors.push(selector);
  }
}

function hasKey(zone: Zone, name: NameId): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] === TXT || zone.records.type[id] === CNAME) return true;
  return false;
}

/** The mail domains of a zone, absolute: its apex, and names with MX or DMARC records, in the order of the text's records. */
export function mailDomainsOf(zone: Zone, most: number): readonly string[] {
  const names = new Set<NameId>([zone.apex]),
    found: number[] = [];
  for (const id of zone.records.ofType(15)) {
    if (found.length >= 10 * most) break;
    found.push(id);
  }
  for (const id of found) {
    const owner = zone.records.owner[id]!;
    if (!zone.names.isWildcard(owner)) names.add(owner);
    if (names.size >= most) break;
  }
  const [apex, ...others] = [...names].map((name) => zone.names.text(name));
  return [apex!, ...others.toSorted()];
}

/** The domain that a name of mail is about: `_dmarc.example.com.` is about `example.com.` */
export function domainOfMailName(zone: Zone, name: NameId): NameId {
  return String.fromCharCode(...zone.names.labelOctets(name)) === DMARC ? zone.names.parent(name) : name;
}

import { HAS_CNAME, HAS_TXT, SPECIAL_ADDRESS } from '../../zone/records/record-table.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import { addressUse } from '../../text/address.ts';
import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import { exists, recordAt } from '../../zone/model/lookup.ts';
import type { Purpose } from '../../zone/model/purpose.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { triggers } from './policy-trigger.ts';
import { A, AAAA, NS, PTR, TXT } from '../../zone/rrtypes/codes.ts';

/** Fewer may be a mistake of a public zone. */
const FEWEST_INSIDE = 3;
/** Names that only the actions of a response policy zone lead to (draft-vixie-dnsop-dns-rpz §3). */
const actions = ['rpz-passthru.', 'rpz-drop.', 'rpz-tcp-only.'];

/** Reads anew what a zone is for. Returns whether that is something else than before. */
export function refreshPurpose(zone: Zone): boolean {
  const before = zone.purpose,
    now: Purpose = {
      isCatalog: zone.apexKnown && zone.apex !== ROOT && isCatalog(zone),
      isNamedPolicy: isNamedPolicy(zone),
      isInside: isInside(zone),
      isSink: isSink(zone),
      isExample: zone.apexKnown && (zone.records.isDocumentation || hasExampleName(zone)),
    };
  if (
    before.isCatalog === now.isCatalog &&
    before.isNamedPolicy === now.isNamedPolicy &&
    before.isInside === now.isInside &&
    before.isSink === now.isSink &&
    before.isExample === now.isExample
  )
    return false;
  zone.purpose = now;
  return true;
}

const sinks: ReadonlySet<string> = new Set([
  'localhost.',
  'blackhole-1.iana.org.',
  'blackhole-2.iana.org.',
  'prisoner.iana.org.',
  'blackhole.as112.arpa.',
]);

function isSink(zone: Zone): boolean {
  const { apex, records, names } = zone;
  let servers = 0;
  for (let id = records.first(apex); id >= 0; id = records.next[id]!) {
    const type = records.type[id]!,
      target = records.target[id]!;
    if (type === NS && target !== apex && (target < 0 || !sinks.has(names.text(target)))) return false;
    if (type === NS) servers++;
    if ((type === A || type === AAAA) && !isLoopback(zone, id)) return false;
  }
  return servers > 0;
}

function isLoopback(zone: Zone, id: RecordId): boolean {
  if ((zone.records.flags[id]! & SPECIAL_ADDRESS) === 0) return false;
  const use = addressUse(new RecordView(zone, id).octets);
  return use === 'loopback' || use === 'unspecified';
}

/** Fewer addresses that the Internet doesn't reach may be slips in a public zone. */
function isInside({ records }: Zone): boolean {
  return records.isOutOfReach && records.countOf(A) + records.countOf(AAAA) >= FEWEST_INSIDE;
}

/** `example.com`, `example.de`, `my-example.test`, `domain.tld`, and the reverse zones of addresses for documentation. */
function hasExampleName(zone: Zone): boolean {
  return /(?:^|\.)(?:example\d*\.(?:[a-z]+\.){1,2}|(?:example|test|invalid|localhost|tld)\.)$|^(?:\d+\.)?(?:2\.0\.192|100\.51\.198|113\.0\.203)\.in-addr\.arpa\.$|(?:^|\.)8\.b\.d\.0\.1\.0\.0\.2\.ip6\.arpa\.$/.test(
    zone.names.text(zone.apex),
  );
}

function isNamedPolicy(zone: Zone): boolean {
  if (/(?:^|[-_.])rpz(?:[-_.]|\d|$)|response-policy/.test(zone.names.text(zone.apex))) return true;
  for (const trigger of triggers) {
    const name = zone.names.findChild(zone.apex, trigger);
    if (name >= 0 && exists(zone, name)) return true;
  }
  return actions.some((action) => (zone.records.referrerKinds(zone.names.find(action)) & HAS_CNAME) !== 0);
}

/** It has a version and members, or the version "2" and names where members stand, or its only name server is `invalid.`. */
function isCatalog(zone: Zone): boolean {
  const version = zone.names.findChild(zone.apex, 'version'),
    members = zone.names.findChild(zone.apex, 'zones');
  if (hasNoServer(zone)) return true;
  if (version < 0 || members < 0 || (zone.records.kinds(version) & HAS_TXT) === 0) return false;
  const isSecond = textsOf(zone, version).includes('2');
  return recordAt(zone, members, PTR) >= 0 ? isSecond : hasMember(zone, members, isSecond);
}

function hasNoServer(zone: Zone): boolean {
  let count = 0;
  for (let id = zone.records.first(zone.apex); id >= 0; id = zone.records.next[id]!) {
    if (zone.records.type[id] !== NS) continue;
    const target = zone.records.target[id]!;
    if (target < 0 || zone.names.parent(target) !== ROOT || zone.names.text(target) !== 'invalid.') return false;
    count++;
  }
  return count > 0;
}

function textsOf(zone: Zone, name: NameId): readonly string[] {
  const found: string[] = [];
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    const txt = zone.records.type[id] === TXT ? new RecordView(zone, id) : undefined;
    if (txt !== undefined && !txt.broken) found.push(txt.text.joined);
  }
  return found;
}

/** Whether one of the names right below `zones` has a PTR record, as members have, or is there at all. */
function hasMember(zone: Zone, members: NameId, isSecond: boolean): boolean {
  for (let name = zone.names.firstChild(members); name !== ROOT; name = zone.names.nextSibling(name))
    if (isSecond ? exists(zone, name) : recordAt(zone, name, PTR) >= 0) return true;
  return false;
}

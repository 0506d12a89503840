import { HAS_CNAME, HAS_TXT } from '../records/record-table.ts';
import { ROOT } from '../names/name-tree.ts';
import type { NameId } from '../names/name-tree.ts';
import type { Zone } from '../model/zone.ts';
import type { RuleContext } from './context.ts';
import { triggers } from './policy-trigger.ts';

const NS = 2, PTR = 12, TXT = 16;
/** Names that only the actions of a response policy zone lead to (draft-vixie-dnsop-dns-rpz §3). */
const actions = ['rpz-passthru.', 'rpz-drop.', 'rpz-tcp-only.'];

/**
 * Whether a zone is a response policy zone, whose owner names are patterns and whose CNAMEs are actions: its name says so, or it has names that nothing else has.
 */
export function isPolicyZone(context: RuleContext): boolean {
  return context.fact('policy-zone', () => isNamedPolicyZone(context) || (context.zone.apexKnown && [ROOT, context.name('*.')].some(name => isAliasTarget(context, name))));
}

/** The same without the targets `.` and `*.`, which are only mistakes in other zones. */
export function isNamedPolicyZone(context: RuleContext): boolean {
  return context.fact('named-policy-zone', () => {
    const { zone } = context;
    if (!zone.apexKnown) return false;
    if (/(?:^|[-_.])rpz(?:[-_.]|\d|$)|response-policy/.test(zone.names.text(zone.apex))) return true;
    for (const trigger of triggers) { const name = context.child(zone.apex, trigger); if (name >= 0 && context.exists(name)) return true; }
    return actions.some(action => isAliasTarget(context, context.name(action)));
  });
}

const isAliasTarget = (context: RuleContext, name: NameId): boolean => (context.referrerKinds(name) & HAS_CNAME) !== 0;

/** Whether a zone is a catalog of zones (RFC 9432): it has a version and members, or the version "2" and names where members stand, or its only name server is `invalid.`. */
export function isCatalogZone(context: RuleContext): boolean {
  return context.fact('catalog-zone', () => {
    const { zone } = context;
    if (!zone.apexKnown || zone.apex === ROOT) return false;
    const version = context.child(zone.apex, 'version'), members = context.child(zone.apex, 'zones');
    if (version < 0 || members < 0) return false;
    const servers = context.records(zone.apex, NS);
    if (servers.length > 0 && servers.every(ns => ns.target >= 0 && zone.names.text(ns.target) === 'invalid.')) return true;
    if ((context.kinds(version) & HAS_TXT) === 0 || !context.exists(members)) return false;
    const isSecond = context.records(version, TXT).some(txt => !txt.broken && txt.text.joined === '2');
    // Where `zones` has records of its own, nobody hears of new names below it.
    return context.kinds(members) === 0 ? hasMember(context, members, isSecond) : isSecond && context.has(members, PTR);
  });
}

/** Whether one of the names right below `zones` has a PTR record, as members have, or is there at all. */
function hasMember(context: RuleContext, members: NameId, isSecond: boolean): boolean {
  const { names } = context.zone;
  for (let name = names.firstChild(members); name !== 0; name = names.nextSibling(name)) if (isSecond ? context.exists(name) : context.has(name, PTR)) return true;
  return false;
}

type ReverseKind = 'none' | 'small' | 'large';

const reverse = new WeakMap<Zone, ReverseKind>();
/** Labels of the apex from which on a reverse zone is that of one small network: 256 IPv4 addresses, a /48 of IPv6. */
const SMALL_V4 = 5, SMALL_V6 = 14;

function reverseKind(zone: Zone): ReverseKind {
  const known = reverse.get(zone);
  if (known !== undefined) return known;
  const tree = zone.apexKnown ? /(?:^|\.)(in-addr|ip6)\.arpa\.$/.exec(zone.names.text(zone.apex))?.[1] : undefined;
  const kind = tree === undefined ? 'none' : zone.names.depth(zone.apex) >= (tree === 'ip6' ? SMALL_V6 : SMALL_V4) ? 'small' : 'large';
  reverse.set(zone, kind);
  return kind;
}

/** Whether a zone's name is in the reverse tree (RFC 1035 §3.5, RFC 3596 §2.5). Asked for every PTR record. */
export const isReverseZone = (zone: Zone): boolean => reverseKind(zone) !== 'none';

/** Whether a reverse zone is that of one small network, so that each of its addresses may be followed. */
export const isSmallReverseZone = (zone: Zone): boolean => reverseKind(zone) === 'small';

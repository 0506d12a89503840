import { recordAt } from '../../../model/lookup.ts';
import { RecordView } from '../../../model/record-view.ts';
import { textOrder } from '../../../model/text-order.ts';
import type { Zone } from '../../../model/zone.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { typeName } from '../../../rrtypes/registry.ts';
import { hashedChain } from '../../hashed-names.ts';
import type { HashedChain, HashedRecord } from '../../hashed-names.ts';
import { standingOf } from '../../signed-names.ts';
import { defineFamily, wholeZone } from '../../rule.ts';
import type { RuleContext } from '../../context.ts';
import type { Draft, RuleMeta } from '../../rule.ts';

const NS = 2, SOA = 6, DS = 43, RRSIG = 46, NSEC3 = 50;
/** In larger zones the chain is left to the signer: this runs after every edit. */
const MOST_RECORDS = 20_000;
/** More findings of one kind are not shown. */
const ENOUGH = 20;

const metas: readonly RuleMeta[] = [
  {
    code: 'nsec3/missing', severity: 'warning', source: 'RFC 5155 §7.1', summary: 'A name of a signed zone has no NSEC3 record.',
    messages: { none: 'No NSEC3 record has the hash {hash} of {name}: validators are told that it does not exist. It was added after the zone was signed; sign it anew.' },
  },
  {
    code: 'nsec3/no-name', severity: 'warning', source: 'RFC 5155 §7.1', summary: 'An NSEC3 record whose hash is that of no name.',
    messages: { none: 'No name of the zone has this hash: the name was removed after the zone was signed, or the record is from another zone or salt. Sign the zone anew.' },
  },
  {
    code: 'nsec3/bitmap', severity: 'warning', source: 'RFC 5155 §3.2.1', summary: 'An NSEC3 record lists other types than its name has.',
    messages: {
      missing: 'This NSEC3 record is that of {name} and does not list {types}, which {name} has: validators take those records for forged. The zone was changed after it was signed; sign it anew.',
      extra: 'This NSEC3 record is that of {name} and lists {types}, which {name} does not have. The zone was changed after it was signed; sign it anew.',
    },
  },
  {
    code: 'nsec3/chain', severity: 'warning', source: 'RFC 5155 §3.1.7', summary: 'An NSEC3 record does not lead to the next hash of the zone.',
    messages: {
      nowhere: 'The chain breaks here: no NSEC3 record has the hash {next}, so nothing proves what is and is not behind this one. Sign the zone anew.',
      skips: 'The hash {other} lies between this record and {next}, so this record denies a name that exists. Sign the zone anew.',
      backwards: 'The hash {next} comes before this record\'s: only the last one leads back, and it leads to the first, {first}. Sign the zone anew.',
    },
  },
];

/** NSEC3 records beside the names that they stand for, and the circle that they make (RFC 5155 §7.1). */
export default defineFamily(metas, wholeZone(), function* (zone, context) {
  if (!zone.apexKnown || zone.records.count > MOST_RECORDS || recordAt(zone, zone.apex, SOA) < 0) return;
  // Remembered until a record changes: most edits are of comments and of what is being typed.
  if (context.fact('whole-nsec3-chain', () => problemsOf(zone, context).length === 0)) return;
  const found = problemsOf(zone, context).sort((a, b) => textOrder(zone, a.place, b.place)), counts = new Map<string, number>();
  for (const { draft } of found) {
    const count = (counts.get(draft.code!) ?? 0) + 1;
    counts.set(draft.code!, count);
    if (count <= ENOUGH) yield draft;
  }
});

interface Found { readonly place: number; readonly draft: Draft }

function problemsOf(zone: Zone, context: RuleContext): Found[] {
  const chain = hashedChain(zone), found: Found[] = [], add = (place: number, draft: Draft): void => { found.push({ place, draft }); };
  if (chain === undefined) return found;
  const names = namesByHash(zone, chain), lacking = [...names.values()].filter(({ hash, needed }) => needed && !chain.records.has(hash)), told = aboveThose(zone, lacking);
  for (const { name, hash } of lacking) {
    // An empty non-terminal has no place of its own in the text: it is told at what is below it, unless that lacks its record as well.
    const first = told.has(name) ? -1 : firstRecord(zone, name);
    if (first < 0) continue;
    const record = new RecordView(zone, first);
    add(first, { code: 'nsec3/missing', message: 'none', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(name), hash } });
  }
  for (const record of chain.records.values()) {
    const name = names.get(record.hash)?.name;
    if (name !== undefined) { compare(zone, name, record, context, add); continue; }
    const view = new RecordView(zone, record.record);
    add(record.record, { code: 'nsec3/no-name', message: 'none', at: view.ownerSpan ?? view.typeSpan });
  }
  for (const { record, draft } of breaks(zone, chain)) add(record, draft);
  return found;
}

interface HashedName { readonly name: NameId; readonly hash: string; needed: boolean }

/** Every name that may have an NSEC3 record, empty non-terminals too, and whether it must: with opt-out, unsigned delegations may be left out (RFC 5155 §6). */
function namesByHash(zone: Zone, chain: HashedChain): ReadonlyMap<string, HashedName> {
  const { records, names } = zone, byHash = new Map<string, HashedName>(), byName = new Map<NameId, HashedName>(), optOut = [...chain.records.values()].some(record => record.optOut);
  for (let name = 0; name < names.size; name++) {
    if (records.first(name) < 0 || isMadeBySigner(zone, name)) continue;
    const standing = standingOf(zone, name);
    if (standing === 'outside' || standing === 'below') continue;
    // With opt-out an unsigned delegation may be left out; one that was not has its empty names above as well.
    const needed = standing === 'own' || !optOut || recordAt(zone, name, DS) >= 0 || chain.records.has(chain.hashOf(name));
    for (let at = name; ; at = names.parent(at)) {
      const known = byName.get(at);
      if (known === undefined) {
        const hashed = { name: at, hash: chain.hashOf(at), needed };
        byName.set(at, hashed);
        byHash.set(hashed.hash, hashed);
      } else if (needed && !known.needed) known.needed = true;
      else break;
      if (at === zone.apex) break;
    }
  }
  return byHash;
}

/** The first record in the text at a name, or else below it. */
function firstRecord(zone: Zone, name: NameId): number {
  let first = -1;
  const take = (id: number): void => { if (id >= 0 && (first < 0 || textOrder(zone, id, first) < 0)) first = id; };
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) take(id);
  if (first < 0) for (let child = zone.names.firstChild(name); child > 0; child = zone.names.nextSibling(child)) take(firstRecord(zone, child));
  return first;
}

/** Names that only hold NSEC3 and its signatures. */
function isMadeBySigner(zone: Zone, name: NameId): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) if (zone.records.type[id] !== NSEC3 && zone.records.type[id] !== RRSIG) return false;
  return true;
}

/** The empty non-terminals above those of some names that have records. */
function aboveThose(zone: Zone, lacking: readonly HashedName[]): ReadonlySet<NameId> {
  const found = new Set<NameId>();
  for (const { name } of lacking) {
    if (name === zone.apex || zone.records.first(name) < 0) continue;
    for (let above = zone.names.parent(name); above !== zone.apex && !found.has(above); above = zone.names.parent(above)) if (zone.records.first(above) < 0) found.add(above);
  }
  return found;
}

function compare(zone: Zone, name: NameId, { record, types }: HashedRecord, context: RuleContext, add: (place: number, draft: Draft) => void): void {
  const there = new Set<string>(), cut = standingOf(zone, name) === 'cut';
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    const type = zone.records.type[id]!;
    if (type !== RRSIG && (!cut || type === NS || type === DS)) there.add(typeName(type));
  }
  const lost = [...there].filter(type => !types.includes(type)).sort(), extra = types.filter(type => !there.has(type)).sort();
  if (lost.length + extra.length === 0) return;
  const message = lost.length > 0 ? 'missing' : 'extra', view = new RecordView(zone, record);
  add(record, { code: 'nsec3/bitmap', message, at: view.span(types.length > 0 ? 'type-bit-maps' : 'next-hashed-owner-name'), args: { name: context.show(name), types: (lost.length > 0 ? lost : extra).join(', ') } });
}

function* breaks(zone: Zone, { records }: HashedChain): Iterable<{ readonly record: number; readonly draft: Draft }> {
  const nearest = new Map<string, string>();
  let first = '';
  for (const { hash } of records.values()) if (first === '' || hash < first) first = hash;
  const isBackwards = ({ hash, next }: HashedRecord): boolean => next !== first && next <= hash;
  for (const record of records.values()) { const { hash, next } = record, rival = nearest.get(next); if (!isBackwards(record) && (rival === undefined || rival < hash)) nearest.set(next, hash); }
  for (const record of records.values()) {
    const { hash, next } = record, other = nearest.get(next) ?? '', message = !records.has(next) ? 'nowhere' : isBackwards(record) ? 'backwards' : other !== hash ? 'skips' : undefined;
    if (message !== undefined) yield { record: record.record, draft: { code: 'nsec3/chain', message, at: new RecordView(zone, record.record).span('next-hashed-owner-name'), args: { next, other, first } } };
  }
}

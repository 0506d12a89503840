import type { RecordId } from '../../../records/record-table.ts';
import { recordAt } from '../../../model/lookup.ts';
import { RecordView } from '../../../model/record-view.ts';
import { textOrder } from '../../../model/text-order.ts';
import type { Zone } from '../../../model/zone.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { typeAt, typeName } from '../../../rrtypes/registry.ts';
import { BEFORE_TYPES, NSEC3_NAME, hashedChain } from '../../hashed-names.ts';
import type { HashedChain } from '../../hashed-names.ts';
import { isSignersOwn, standingOf } from '../../signed-names.ts';
import { nextToken, rdataTokens, token } from '../../entry-tokens.ts';
import { defineFamily, wholeZone } from '../../rule.ts';
import type { RuleContext } from '../../context.ts';
import type { Draft, RuleMeta } from '../../rule.ts';

const NS = 2, SOA = 6, DS = 43, RRSIG = 46, NSEC3PARAM = 51, SHA1 = 1, OPT_OUT = 1;
/** More findings of one kind are not shown: a chain of another zone has as many as names. */
const ENOUGH = 1000;

const metas: readonly RuleMeta[] = [
  {
    code: 'nsec3/missing', severity: 'warning', source: 'RFC 5155 §7.1', summary: 'A name of a signed zone has no NSEC3 record.',
    messages: {
      none: 'No NSEC3 record has the hash {hash} of {name}: validators are told that it does not exist. It was added after the zone was signed; sign it anew.',
      all: 'The zone has no NSEC3 record with these parameters: nothing proves which names there are not, and validators refuse every "no such name". Sign the zone anew.',
      optOut: 'No NSEC3 record has the hash {hash} of the delegation {name}, and the record for the hashes around it does not leave out unsigned delegations (its opt-out flag is 0): validators are told that {name} does not exist. Sign the zone anew.',
    },
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
    code: 'nsec3/flags', severity: 'warning', source: 'RFC 5155 §8.2', summary: 'An NSEC3 record with a flag that does not exist.',
    messages: { unknown: 'The flags are {flags}, and only 0 and 1 (opt-out) exist: validators ignore this record, and with it what it proves. Sign the zone anew.' },
  },
  {
    code: 'nsec3/parameters', severity: 'warning', source: 'RFC 5155 §7.1', summary: 'An NSEC3 record with other parameters than NSEC3PARAM has.',
    messages: {
      hash: 'The hash algorithm {hash} does not exist, only 1 (SHA-1) does: validators ignore this record, and with it what it proves. Sign the zone anew.',
      other: 'This record was made with the iterations {iterations} and the salt {salt}, but the NSEC3PARAM record of {apex} has others: servers do not answer from it. Sign the zone anew.',
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
  if (!zone.apexKnown || recordAt(zone, zone.apex, SOA) < 0) return;
  // Remembered until a record changes: most edits are of comments and of what is being typed.
  if (context.fact('whole-nsec3-chain', () => problemsOf(zone, context).length === 0)) return;
  const found = problemsOf(zone, context).sort((a, b) => textOrder(zone, a.place, b.place)), counts = new Map<string, number>();
  for (const { draft } of found) {
    const count = (counts.get(draft.code!) ?? 0) + 1;
    counts.set(draft.code!, count);
    if (count <= ENOUGH) yield draft;
  }
});

/** Of a delegation that is left out, the name next to one that is not has to be covered (RFC 5155 §7.1): that may be an empty one above it. */
function isLeftOutAbove(zone: Zone, name: NameId, needs: Uint8Array, chain: HashedChain): boolean {
  const above = zone.names.parent(name);
  return needs[above] === OPTIONAL && chain.ofName(above) < 0;
}

interface Found { readonly place: number; readonly draft: Draft }

function problemsOf(zone: Zone, context: RuleContext): Found[] {
  const chain = hashedChain(zone), found: Found[] = [], add = (place: number, draft: Draft): void => { found.push({ place, draft }); };
  if (chain === undefined) return found;
  if (chain.count === 0) {
    const param = recordAt(zone, zone.apex, NSEC3PARAM);
    if (zone.signing.isSigned) add(param, { code: 'nsec3/missing', message: 'all', at: new RecordView(zone, param).typeSpan });
    return found;
  }
  const { needs, inOrder } = namesToProve(zone, chain), owners = new Int32Array(chain.count).fill(-1), lacking: NameId[] = [];
  for (const name of inOrder) {
    const k = chain.ofName(name);
    if (k >= 0) owners[k] = name;
    else if (needs[name] === NEEDED || (!isLeftOutAbove(zone, name, needs, chain) && !chain.isOptOut(chain.covering(name)))) lacking.push(name);
  }
  const told = aboveThose(zone, lacking);
  for (const name of lacking) {
    // An empty non-terminal has no place of its own in the text: it is told at what is below it, unless that lacks its record as well.
    const first = told.has(name) ? -1 : firstRecord(zone, name);
    if (first < 0) continue;
    const record = new RecordView(zone, first), message = needs[name] === NEEDED || zone.records.first(name) < 0 ? 'none' : 'optOut';
    add(first, { code: 'nsec3/missing', message, at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(name), hash: chain.hashOf(name) } });
  }
  for (const [k, name] of owners.entries()) {
    const record = chain.records[k]!;
    if (name >= 0) { if (!listsTypes(zone, name, record)) compare(zone, name, record, context, add); continue; }
    const view = new RecordView(zone, record);
    add(record, { code: 'nsec3/no-name', message: 'none', at: view.ownerSpan ?? view.typeSpan });
  }
  for (const { record, draft } of breaks(zone, chain)) add(record, draft);
  for (let k = 0; k < chain.count; k++) {
    const flags = chain.flagsAt(k), record = chain.records[k]!;
    if (flags > OPT_OUT) add(record, { code: 'nsec3/flags', message: 'unknown', at: new RecordView(zone, record).span('flags'), args: { flags } });
  }
  for (const record of chain.strays) add(record, stray(new RecordView(zone, record), context));
  return found;
}

function stray(record: RecordView, context: RuleContext): Draft {
  const hash = record.number('hash-algorithm'), iterations = record.number('iterations'), param = context.records(context.zone.apex, NSEC3PARAM)[0];
  if (hash !== SHA1) return { code: 'nsec3/parameters', message: 'hash', at: record.span('hash-algorithm'), args: { hash } };
  const args = { iterations, salt: record.print('salt'), apex: context.show(context.zone.apex) };
  return { code: 'nsec3/parameters', message: 'other', at: record.span(param?.number('iterations') === iterations ? 'salt' : 'iterations'), args, ...(param === undefined ? {} : { related: [{ at: param.rdataSpan, message: 'The parameters of the zone.' }] }) };
}

/** A name may have an NSEC3 record, or it must. */
const OPTIONAL = 1, NEEDED = 2;

/** Every name that may have an NSEC3 record, empty non-terminals too: with opt-out, unsigned delegations and the empty names above them only may be left out (RFC 5155 §6). */
function namesToProve(zone: Zone, chain: HashedChain): { readonly needs: Uint8Array; readonly inOrder: readonly NameId[] } {
  const { records, names } = zone, needs = new Uint8Array(names.size), inOrder: NameId[] = [];
  for (let name = 0; name < needs.length; name++) {
    if (records.first(name) < 0 || isSignersOwn(zone, name)) continue;
    const standing = standingOf(zone, name);
    if (standing === 'outside' || standing === 'below') continue;
    const need = standing === 'own' || recordAt(zone, name, DS) >= 0 || chain.ofName(name) >= 0 ? NEEDED : OPTIONAL;
    for (let at = name; needs[at]! < need; at = names.parent(at)) {
      if (needs[at] === 0) inOrder.push(at);
      needs[at] = need;
      if (at === zone.apex) break;
    }
  }
  return { needs, inOrder };
}

/** The first record in the text at a name, or else below it. */
function firstRecord(zone: Zone, name: NameId): number {
  let first = -1;
  const take = (id: number): void => { if (id >= 0 && (first < 0 || textOrder(zone, id, first) < 0)) first = id; };
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) take(id);
  if (first < 0) for (let child = zone.names.firstChild(name); child > 0; child = zone.names.nextSibling(child)) take(firstRecord(zone, child));
  return first;
}

/** The empty non-terminals above those of some names that have records. */
function aboveThose(zone: Zone, lacking: readonly NameId[]): ReadonlySet<NameId> {
  const found = new Set<NameId>();
  for (const name of lacking) {
    if (name === zone.apex || zone.records.first(name) < 0) continue;
    for (let above = zone.names.parent(name); above !== zone.apex && !found.has(above); above = zone.names.parent(above)) if (zone.records.first(above) < 0) found.add(above);
  }
  return found;
}

/** Which types a name has that belong into the list: of a delegation, NS and DS; RRSIG where anything is signed, which of a delegation DS alone is (RFC 5155 §7.1). */
function typesAt(zone: Zone, name: NameId, into: Set<number>): void {
  const cut = standingOf(zone, name) === 'cut';
  into.clear();
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    const type = zone.records.type[id]!;
    if (type !== RRSIG && (!cut || type === NS || type === DS)) into.add(type);
  }
  if (zone.signing.isSigned && (cut ? into.has(DS) : into.size > 0)) into.add(RRSIG);
}

const there = new Set<number>();

/** Whether the list in the text is that of the name; false also where only a view can tell. */
function listsTypes(zone: Zone, name: NameId, record: RecordId): boolean {
  if (!rdataTokens(zone, record, NSEC3_NAME)) return false;
  typesAt(zone, name, there);
  let listed = 0;
  for (let k = 0; k < BEFORE_TYPES; k++) if (!nextToken()) return false;
  while (nextToken()) {
    const type = typeAt(token.bytes, token.start, token.end);
    if (there.has(type)) listed++;
    else if (type !== RRSIG || zone.signing.isSigned) return false;
  }
  return listed === there.size;
}

function compare(zone: Zone, name: NameId, record: RecordId, context: RuleContext, add: (place: number, draft: Draft) => void): void {
  const view = new RecordView(zone, record), types = view.print('type-bit-maps').split(/\s+/).filter(type => type !== '' && (type !== 'RRSIG' || zone.signing.isSigned));
  typesAt(zone, name, there);
  const own = [...there].map(typeName), lost = own.filter(type => !types.includes(type)).sort(), extra = types.filter(type => !own.includes(type)).sort();
  if (lost.length + extra.length === 0) return;
  const message = lost.length > 0 ? 'missing' : 'extra';
  add(record, { code: 'nsec3/bitmap', message, at: view.span(types.length > 0 ? 'type-bit-maps' : 'next-hashed-owner-name'), args: { name: context.show(name), types: (lost.length > 0 ? lost : extra).join(', ') } });
}

function* breaks(zone: Zone, chain: HashedChain): Iterable<{ readonly record: RecordId; readonly draft: Draft }> {
  for (let k = 0; k < chain.count; k++) {
    const after = (k + 1) % chain.count, follower = chain.follower(k);
    if (follower === after) continue;
    const record = chain.records[k]!, message = follower < 0 ? 'nowhere' : follower <= k && follower !== 0 ? 'backwards' : 'skips';
    yield { record, draft: { code: 'nsec3/chain', message, at: new RecordView(zone, record).span('next-hashed-owner-name'), args: { next: chain.nextAt(k), other: chain.hashAt(after), first: chain.hashAt(0) } } };
  }
}

import type { RecordId } from '../../../zone/records/record-table.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { textOrder } from '../../../zone/model/text-order.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { hashedChain, typesKey } from '../../kit/hashed-names.ts';
import type { HashedChain } from '../../kit/hashed-names.ts';
import { isSignersOwn, standingOf } from '../../kit/signed-names.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, wholeZone } from '../../engine/check.ts';
import type { CodeOf, Message } from '../../../findings/codes/index.ts';
import type { Values } from '../../../findings/code.ts';
import type { Placed, Relayed } from '../../engine/check.ts';
import { DS, NS, NSEC3PARAM, RRSIG, SOA } from '../../../zone/rrtypes/codes.ts';

type Words<C extends CodeOf<'nsec3'>> = Placed & { readonly message: Message<C>; readonly args?: Values };

const SHA1 = 1,
  OPT_OUT = 1;
/** More findings of one kind are not shown: a chain of another zone has as many as names. */
const ENOUGH = 1000;
/** NSEC3 records beside the names that they stand for, and the circle that they make (RFC 5155 §7.1). */
export default check({
  on: wholeZone(),
  reports: ['nsec3/missing', 'nsec3/no-name', 'nsec3/bitmap', 'nsec3/flags', 'nsec3/parameters', 'nsec3/chain'],
  *run(zone, context) {
    if (!zone.apexKnown || recordAt(zone, zone.apex, SOA) < 0) return;
    // Remembered until a record changes: most edits are of comments and of what is being typed.
    for (const { tell } of context.fact('nsec3-chain', () => worst(zone, problemsOf(zone, context)))) yield tell();
  },
});

/** Of a delegation that is left out, the name next to one that is not has to be covered (RFC 5155 §7.1): that may be an empty one above it. */
function isLeftOutAbove(zone: Zone, name: NameId, needs: Uint8Array, owners: Int32Array): boolean {
  const above = zone.names.parent(name);
  return needs[above] === OPTIONAL && owners[above] === 0;
}

interface Found {
  readonly code: string;
  readonly place: RecordId;
  /** The words: made for those that are shown. */
  readonly tell: () => Relayed;
}

/** The first ones in the text of each kind. */
function worst(zone: Zone, found: Found[]): readonly Found[] {
  const counts = new Map<string, number>();
  return found
    .sort((a, b) => textOrder(zone, a.place, b.place))
    .filter(({ code }) => {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      return count <= ENOUGH;
    });
}

function problemsOf(zone: Zone, context: RuleContext): Found[] {
  const chain = hashedChain(zone),
    found: Found[] = [],
    add: Add = (code, place, tell) => {
      found.push({
        code,
        place,
        tell: () => {
          const { message, args, ...placed } = tell();
          return { said: { code, message, args: args ?? {} }, ...placed };
        },
      });
    };
  if (chain === undefined) return found;
  for (const record of chain.strays)
    add('nsec3/parameters', record, () => stray(new RecordView(zone, record), context));
  if (chain.count === 0) {
    const param = recordAt(zone, zone.apex, NSEC3PARAM);
    if (zone.signing.isSigned)
      add('nsec3/missing', param, () => ({ message: 'all', at: new RecordView(zone, param).typeSpan }));
    return found;
  }
  const { needs, inOrder, owners } = namesToProve(zone, chain),
    lacking: NameId[] = [];
  for (const name of inOrder) {
    const k = owners[name]! - 1;
    if (k < 0) {
      if (
        needs[name] === NEEDED ||
        (!isLeftOutAbove(zone, name, needs, owners) && !chain.isOptOut(chain.covering(name)))
      )
        lacking.push(name);
    } else if (!listsTypes(zone, name, chain.typesAt(k))) compare(zone, name, chain.records[k]!, context, add);
  }
  const told = aboveThose(zone, lacking);
  for (const name of lacking) {
    // An empty non-terminal has no place of its own in the text: it is told at what is below it, unless that lacks its record as well.
    const first = told.has(name) ? -1 : firstRecord(zone, name),
      message = needs[name] === NEEDED || zone.records.first(name) < 0 ? 'none' : 'optOut';
    if (first < 0) continue;
    add('nsec3/missing', first, () => {
      const record = new RecordView(zone, first);
      return {
        message,
        at: record.ownerSpan ?? record.typeSpan,
        args: { name: context.show(name), hash: chain.hashOf(name) },
      };
    });
  }
  strangers(zone, chain, inOrder, owners, add);
  breaks(zone, chain, add);
  for (let k = 0; k < chain.count; k++) {
    const flags = chain.flagsAt(k),
      record = chain.records[k]!;
    if (flags > OPT_OUT)
      add('nsec3/flags', record, () => ({
        message: 'unknown',
        at: new RecordView(zone, record).span('flags'),
        args: { flags },
      }));
  }
  return found;
}

type Add = <C extends CodeOf<'nsec3'>>(code: C, place: RecordId, tell: () => Words<C>) => void;

/** Records whose hash is that of no name. */
function strangers(zone: Zone, chain: HashedChain, inOrder: readonly NameId[], owners: Int32Array, add: Add): void {
  const known = new Uint8Array(chain.count);
  for (const name of inOrder) if (owners[name]! > 0) known[owners[name]! - 1] = 1;
  for (let k = 0; k < chain.count; k++) {
    const record = chain.records[k]!;
    if (known[k] === 0)
      add('nsec3/no-name', record, () => {
        const view = new RecordView(zone, record);
        return { message: 'none', at: view.ownerSpan ?? view.typeSpan };
      });
  }
}

function stray(record: RecordView, context: RuleContext): Words<'nsec3/parameters'> {
  const hash = record.number('hash-algorithm'),
    iterations = record.number('iterations'),
    param = context.records(context.zone.apex, NSEC3PARAM)[0];
  if (hash !== SHA1) return { message: 'hash', at: record.span('hash-algorithm'), args: { hash } };
  const args = { iterations, salt: record.print('salt'), apex: context.show(context.zone.apex) };
  return {
    message: 'other',
    at: record.span(param?.number('iterations') === iterations ? 'salt' : 'iterations'),
    args,
    ...(param === undefined ? {} : { related: [{ at: param.rdataSpan, message: 'The parameters of the zone' }] }),
  };
}

/** A name may have an NSEC3 record, or it must. */
const OPTIONAL = 1,
  NEEDED = 2;

interface NamesToProve {
  readonly needs: Uint8Array;
  readonly inOrder: readonly NameId[];
  /** By name, the place of its record in the chain and 1; 0 where it has none. */
  readonly owners: Int32Array;
}

/** Every name that may have an NSEC3 record, empty non-terminals too: with opt-out, unsigned delegations and the empty names above them only may be left out (RFC 5155 §6). */
function namesToProve(zone: Zone, chain: HashedChain): NamesToProve {
  const { records, names } = zone,
    needs = new Uint8Array(names.size),
    owners = new Int32Array(names.size),
    inOrder: NameId[] = [];
  for (let name = 0; name < needs.length; name++) {
    if (records.first(name) < 0 || isSignersOwn(zone, name)) continue;
    const standing = standingOf(zone, name);
    if (standing === 'outside' || standing === 'below') continue;
    for (let at = name, need = 0; ; at = names.parent(at)) {
      if (needs[at] === 0) {
        inOrder.push(at);
        owners[at] = chain.ofName(at) + 1;
      }
      if (need === 0) need = standing === 'own' || owners[at]! > 0 || recordAt(zone, name, DS) >= 0 ? NEEDED : OPTIONAL;
      if (needs[at]! >= need) break;
      needs[at] = need;
      if (at === zone.apex) break;
    }
  }
  return { needs, inOrder, owners };
}

/** The first record in the text at a name, or else below it. */
function firstRecord(zone: Zone, name: NameId): number {
  let first = -1;
  const take = (id: number): void => {
    if (id >= 0 && (first < 0 || textOrder(zone, id, first) < 0)) first = id;
  };
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) take(id);
  if (first < 0)
    for (let child = zone.names.firstChild(name); child > 0; child = zone.names.nextSibling(child))
      take(firstRecord(zone, child));
  return first;
}

/** The empty non-terminals above those of some names that have records. */
function aboveThose(zone: Zone, lacking: readonly NameId[]): ReadonlySet<NameId> {
  const found = new Set<NameId>();
  for (const name of lacking) {
    if (name === zone.apex || zone.records.first(name) < 0) continue;
    for (
      let above = zone.names.parent(name);
      above !== zone.apex && !found.has(above);
      above = zone.names.parent(above)
    )
      if (zone.records.first(above) < 0) found.add(above);
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

/** Whether the sum of a list is that of the name's types. */
function listsTypes(zone: Zone, name: NameId, listed: number): boolean {
  let sum = 0;
  typesAt(zone, name, there);
  for (const type of there) sum += typesKey(type);
  return (sum | 0) === listed || (!zone.signing.isSigned && ((sum + typesKey(RRSIG)) | 0) === listed);
}

function compare(zone: Zone, name: NameId, record: RecordId, context: RuleContext, add: Add): void {
  const view = new RecordView(zone, record),
    types = view
      .print('type-bit-maps')
      .split(/\s+/)
      .filter((type) => type !== '' && (type !== 'RRSIG' || zone.signing.isSigned));
  typesAt(zone, name, there);
  const own = [...there].map(typeName),
    lost = own.filter((type) => !types.includes(type)).sort(),
    extra = types.filter((type) => !own.includes(type)).sort(),
    message = lost.length > 0 ? 'missing' : 'extra';
  if (lost.length + extra.length === 0) return;
  add('nsec3/bitmap', record, () => ({
    message,
    at: view.span(types.length > 0 ? 'type-bit-maps' : 'next-hashed-owner-name'),
    args: { name: context.show(name), types: (lost.length > 0 ? lost : extra).join(', ') },
  }));
}

function breaks(zone: Zone, chain: HashedChain, add: Add): void {
  for (let k = 0; k < chain.count; k++) {
    const after = (k + 1) % chain.count,
      follower = chain.follower(k);
    if (follower === after) continue;
    const record = chain.records[k]!,
      message = follower < 0 ? 'nowhere' : follower <= k && follower !== 0 ? 'backwards' : 'skips';
    add('nsec3/chain', record, () => ({
      message,
      at: new RecordView(zone, record).span('next-hashed-owner-name'),
      args: { next: chain.nextAt(k), other: chain.hashAt(after), first: chain.hashAt(0) },
    }));
  }
}

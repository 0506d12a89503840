import type { Answer, LookupStatus, LookupType, RecordData, Resolver } from '../../mail/dns/resolver.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { RecordId } from '../records/record-table.ts';
import { MOST_ALIASES } from './aliases.ts';
import { lookup, recordAt } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { RecordView } from './record-view.ts';
import { textOrder } from './text-order.ts';
import type { Zone } from './zone.ts';

const CODES: Readonly<Record<LookupType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  TLSA: 52,
};

/** How each type's rdata is read; undefined where it is broken. */
const readers: { readonly [T in LookupType]: (record: RecordView) => RecordData[T] } = {
  A: (record) => record.print('address'),
  AAAA: (record) => record.print('address'),
  NS: (record) => record.print('nsdname'),
  CNAME: (record) => record.print('cname'),
  PTR: (record) => record.print('ptrdname'),
  MX: (record) => ({ preference: record.number('preference'), exchange: record.print('exchange') }),
  TXT: (record) => characterStrings(record.octets),
  SRV: (record) => ({
    priority: record.number('priority'),
    weight: record.number('weight'),
    port: record.number('port'),
    target: record.print('target'),
  }),
  TLSA: (record) => ({
    usage: record.number('certificate-usage'),
    selector: record.number('selector'),
    matchingType: record.number('matching-type'),
    data: Array.from(record.field('certificate-association-data')?.octets ?? [], (octet) =>
      octet.toString(16).padStart(2, '0'),
    ).join(''),
  }),
};

function characterStrings(octets: Uint8Array): readonly string[] {
  const strings: string[] = [];
  for (let at = 0; at < octets.length; at += octets[at]! + 1) {
    let text = '';
    for (let i = at + 1; i <= at + octets[at]! && i < octets.length; i++) text += String.fromCharCode(octets[i]!);
    strings.push(text);
  }
  return strings;
}

export interface ZoneResolverOptions {
  /** The zone with the longest apex that holds an absolute name. */
  zoneOf(name: string): Zone | undefined;
  /** What is said about a name that no zone holds: that nothing is known of it, or that it isn't there. */
  readonly outside: Extract<LookupStatus, 'unknown' | 'nxdomain'>;
  /** Told of each zone and name that is asked, aliases included, for those who have to know what an answer hangs on. */
  readonly onLookup?: (zone: Zone, name: NameId, type: number) => void;
  /** Answers for names that no zone holds, and for those below a zone cut. */
  readonly beyond?: Resolver | undefined;
  /** Told of each name for which no zone is there. */
  readonly onOutside?: (name: string) => void;
}

/** Answers from zones, as servers with just these zones would: wildcards, aliases, also into another of the zones, and DNAME are followed. */
export class ZoneResolver implements Resolver {
  private readonly options: ZoneResolverOptions;

  constructor(options: ZoneResolverOptions) {
    this.options = options;
  }

  lookup<T extends LookupType>(name: string, type: T): Answer<T> {
    let asked = name;
    for (let aliases = 0; aliases <= MOST_ALIASES; aliases++) {
      const answer = this.step(asked, type);
      if (typeof answer !== 'string') return answer;
      asked = answer;
    }
    return { status: 'servfail', records: [] };
  }

  /** An answer, or the name at which to go on. */
  private step<T extends LookupType>(name: string, type: T): Answer<T> | string {
    const zone = this.options.zoneOf(name),
      id = zone === undefined ? -1 : zone.names.intern(name);
    if (zone === undefined || id < 0) {
      if (this.options.beyond !== undefined) return this.options.beyond.lookup(name, type);
      this.options.onOutside?.(name);
      return { status: this.options.outside, records: [] };
    }
    this.options.onLookup?.(zone, id, CODES[type]);
    const found = lookup(zone, id, CODES[type]);
    switch (found.status) {
      case 'answer':
        return answerOf(zone, found.at, type);
      case 'alias':
        return aliasTarget(zone, found) ?? broken;
      case 'redirected':
        return redirected(zone, id, found) ?? broken;
      case 'delegated':
        return this.options.beyond?.lookup(name, type) ?? glueOf(zone, id, type);
      case 'no-data':
        return { status: 'nodata', records: [] };
      case 'no-name':
        return { status: 'nxdomain', records: [] };
      case 'outside':
        return { status: this.options.outside, records: [] };
    }
  }
}

const broken: Answer<never> = { status: 'servfail', records: [] };

/** Answers kept for a zone. */
const MOST_ANSWERS = 4096;

interface KeptAnswers {
  readonly version: number;
  readonly byKey: Map<string, Answer<LookupType>>;
}

/** What zones answered since their records last changed: an SPF record that many others include is asked for again and again. */
const kept = new WeakMap<Zone, KeptAnswers>();

function answerOf<T extends LookupType>(zone: Zone, name: NameId, type: T): Answer<T> {
  const { version } = zone.records,
    key = `${type} ${name}`;
  let answers = kept.get(zone);
  if (answers?.version !== version || answers.byKey.size >= MOST_ANSWERS)
    kept.set(zone, (answers = { version, byKey: new Map() }));
  const known = answers.byKey.get(key);
  // The key has the type.
  if (known !== undefined) return known as Answer<T>;
  const answer = readAnswer(zone, name, type);
  answers.byKey.set(key, answer);
  return answer;
}

function readAnswer<T extends LookupType>(zone: Zone, name: NameId, type: T): Answer<T> {
  const ids: RecordId[] = [],
    { records } = zone;
  for (let id = records.first(name); id >= 0; id = records.next[id]!)
    if (records.type[id] === CODES[type]) ids.push(id);
  const good = ids
    .sort((a, b) => textOrder(zone, a, b))
    .map((id) => new RecordView(zone, id))
    .filter((view) => !view.broken);
  return good.length === 0 ? broken : { status: 'ok', records: distinct(good).map((view) => readers[type](view)) };
}

/** An RRset has each rdata once (RFC 2181 §5). */
function distinct(views: readonly RecordView[]): readonly RecordView[] {
  if (views.length < 2) return views;
  return [...new Map(views.map((view) => [view.key, view])).values()];
}

function aliasTarget(zone: Zone, { record }: Lookup): string | undefined {
  const target = zone.records.target[record] ?? -1;
  return target < 0 ? undefined : zone.names.text(target);
}

/** The name with a DNAME's target in place of its owner (RFC 6672 §2.2); undefined where that is too long. */
function redirected(zone: Zone, name: NameId, { at, record }: Lookup): string | undefined {
  const target = zone.records.target[record] ?? -1;
  if (target < 0) return undefined;
  let labels = '';
  for (let one = name; one !== at; one = zone.names.parent(one)) labels += `${zone.names.label(one)}.`;
  const text = zone.names.text(target),
    whole = labels + (text === '.' ? '' : text);
  return zone.names.intern(whole) < 0 ? undefined : whole;
}

/** Below a zone cut another zone answers; what this one knows is its glue. */
function glueOf<T extends LookupType>(zone: Zone, name: NameId, type: T): Answer<T> {
  return (type === 'A' || type === 'AAAA') && recordAt(zone, name, CODES[type]) >= 0
    ? answerOf(zone, name, type)
    : { status: 'unknown', records: [] };
}

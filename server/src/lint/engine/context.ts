import type { NameId } from '../../names/name-tree.ts';
import { followAliases } from '../../zone/model/aliases.ts';
import type { AliasEnd } from '../../zone/model/aliases.ts';
import { exists, lookup, recordAt } from '../../zone/model/lookup.ts';
import type { Lookup } from '../../zone/model/lookup.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { textOrder } from '../../zone/model/text-order.ts';
import { ZoneResolver } from '../../zone/model/zone-resolver.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';
import type { Rrset } from './check.ts';

/** The other zones that a zone can see: of the same workspace and view. */
export interface Neighbours {
  /** The zone with the longest apex that holds an absolute name, if its file is in the workspace; it may be the asking zone itself. */
  zoneOf(name: string): Zone | undefined;
  /** Whether there is a zone at or below an absolute name, lower case. */
  hasZoneBelow(name: string): boolean;
  /** The workspace's files with a name, in whatever folder they are. */
  files(fileName: string): readonly SourceText[];
  /** A rule holds records against one of those files: what is found in it is the zone's. */
  heldAgainst(file: SourceText): void;
  /** Whether there is no other zone, reverse zones aside. */
  isOnlyDomain(): boolean;
}

/** From so many records at a name on, their views are kept until records come or go. */
const MANY = 32;
/** More than there are types; the last number stands for all of them, and is no type's (RFC 6895 §3.1). */
const TYPES = 65536;
const ANY_TYPE = 65535;

/** Told what a rule looked at, so that it runs again when that changes. */
export interface Tracker {
  name(name: NameId): void;
  /** Asked who points at a name. */
  referrers(name: NameId): void;
  /** A look-up whose answer hangs on wildcards, there or not. */
  negative(): void;
  outside(name: string): void;
  /** Computes something that many rules ask for: what it looks at is remembered for it, and not for who asked. */
  fact<T>(key: string, compute: () => T): T;
  /** A rule asked for a fact. */
  asked(key: string): void;
}

/** What a rule may ask. Every answer is remembered as something that the finding hangs on. */
export class RuleContext {
  readonly zone: Zone;
  readonly settings: LintSettings;
  private readonly neighbours: Neighbours;
  private readonly tracker: Tracker;
  private readonly facts = new Map<string, unknown>();
  private answers: ZoneResolver | undefined;
  /** Records of names that have very many: each of those may ask for all. */
  private readonly largeSets = new Map<number, readonly RecordView[]>();
  private largeSetsVersion = -1;

  constructor(zone: Zone, settings: LintSettings, neighbours: Neighbours, tracker: Tracker) {
    this.zone = zone;
    this.settings = settings;
    this.neighbours = neighbours;
    this.tracker = tracker;
  }

  /**
   * Something about the zone that many names ask for: computed once until the zone changes, and when something that it hangs on does, those that asked run again.
   */
  fact<T>(key: string, compute: () => T): T {
    this.tracker.asked(key);
    if (this.facts.has(key)) return this.facts.get(key) as T;
    const value = this.tracker.fact(key, compute);
    this.facts.set(key, value);
    return value;
  }

  /** The zone, or one that it sees, has changed. */
  forgetFacts(): void {
    this.facts.clear();
  }

  /** A rule's option, or its default. */
  option<T>(code: string, name: string, otherwise: T): T {
    const value = this.settings.options[code]?.[name];
    return value === undefined ? otherwise : (value as T);
  }

  /** For messages: absolute, without the final dot; relative where the apex is unknown. */
  show(name: NameId): string {
    const text = this.zone.nameText(name);
    return text.length > 1 && text.endsWith('.') ? text.slice(0, -1) : text;
  }

  /** Absolute presentation form with the final dot, for look-ups elsewhere. */
  absolute(name: NameId): string {
    return this.zone.names.text(name);
  }

  /** The name of an absolute presentation form; it need not have records. -1 for a bad name. */
  name(text: string): NameId {
    return this.zone.names.intern(text);
  }

  /** The name one label below; it need not have records. -1 when it would be too long. */
  child(parent: NameId, label: string): NameId {
    const octets = new Uint8Array(label.length);
    for (let i = 0; i < label.length; i++) octets[i] = label.charCodeAt(i);
    return this.zone.names.child(parent, octets, 0, octets.length);
  }

  /** What a server with this zone alone would answer. */
  lookup(name: NameId, type: number): Lookup {
    const answer = lookup(this.zone, name, type);
    this.tracker.name(name);
    if (answer.status === 'no-name' || answer.wildcard) this.tracker.negative();
    return answer;
  }

  /** Where the aliases end that one alias leads to by way of `target`. */
  aliasEnd(alias: NameId, target: NameId): AliasEnd {
    return followAliases(this.zone, alias, target, (name) => this.tracker.name(name));
  }

  /** Whether a name exists: it or a name below it has records. */
  exists(name: NameId): boolean {
    this.tracker.name(name);
    return exists(this.zone, name);
  }

  /** Bits of the kinds of record at exactly this name (`HAS_…` of record-table). */
  kinds(name: NameId): number {
    this.tracker.name(name);
    return this.zone.records.kinds(name);
  }

  has(name: NameId, type: number): boolean {
    this.tracker.name(name);
    return recordAt(this.zone, name, type) >= 0;
  }

  /** Records of a type at exactly this name, in the order of the text. */
  records(name: NameId, type?: number): readonly RecordView[] {
    this.tracker.name(name);
    const { zone, largeSets } = this,
      { version } = zone.records,
      key = name * TYPES + (type ?? ANY_TYPE);
    if (version !== this.largeSetsVersion) {
      if (largeSets.size > 0) largeSets.clear();
      this.largeSetsVersion = version;
    }
    const known = largeSets.size === 0 ? undefined : largeSets.get(key);
    if (known !== undefined) return known;
    const ids: number[] = [];
    let seen = 0;
    for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!, seen++)
      if (type === undefined || zone.records.type[id] === type) ids.push(id);
    if (ids.length > 1) ids.sort((a, b) => textOrder(zone, a, b));
    const views = ids.map((id) => new RecordView(zone, id));
    if (seen > MANY) largeSets.set(key, views);
    return views;
  }

  rrset(name: NameId, type: number): Rrset | undefined {
    const records = this.records(name, type);
    return records.length === 0 ? undefined : { owner: name, type, records };
  }

  /** Records that point at a name. There may be very many: stop early. */
  *referrers(name: NameId): Iterable<RecordView> {
    this.tracker.referrers(name);
    for (let id = this.zone.records.firstReferrer(name); id >= 0; id = this.zone.records.nextReferrerOf(id))
      yield new RecordView(this.zone, id);
  }

  /** What kinds of record point at a name (`HAS_…` of record-table). */
  referrerKinds(name: NameId): number {
    this.tracker.referrers(name);
    return this.zone.records.referrerKinds(name);
  }

  /** All records of a type other than the very common ones (see `RecordTable.ofType`), in the order of the text. Only for whole-zone rules. */
  allOfType(type: number): readonly RecordView[] {
    return [...this.zone.records.ofType(type)]
      .sort((a, b) => textOrder(this.zone, a, b))
      .map((id) => new RecordView(this.zone, id));
  }

  /** Answers as the DNS would if it held just the zones of the workspace; what they do not hold is `unknown`. */
  get resolver(): ZoneResolver {
    return (this.answers ??= new ZoneResolver({
      zoneOf: (name) =>
        this.zoneOf(name) ??
        (this.zone.apexKnown && this.zone.inZone(this.zone.names.intern(name)) ? this.zone : undefined),
      outside: 'unknown',
      beyond: this.zone.host.beyond,
      onLookup: (zone, name) => {
        if (zone === this.zone) {
          this.tracker.name(name);
          this.tracker.negative();
        }
      },
    }));
  }

  /** The zone of the workspace that holds an absolute name; it may be this one. */
  zoneOf(name: string): Zone | undefined {
    this.tracker.outside(name);
    return this.neighbours.zoneOf(name);
  }

  /** Whether the workspace has a zone at or below an absolute name, lower case, as it has for `in-addr.arpa.` where there are reverse zones. */
  hasZoneBelow(name: string): boolean {
    this.tracker.outside(name);
    return this.neighbours.hasZoneBelow(name);
  }

  /** The workspace's files with a name. */
  files(fileName: string): readonly SourceText[] {
    this.tracker.outside(fileName);
    return this.neighbours.files(fileName);
  }

  /** The records at hand are held against one of those files. */
  heldAgainst(file: SourceText): void {
    this.neighbours.heldAgainst(file);
  }

  /** Whether the workspace has no other zone, reverse zones aside. */
  get isOnlyDomain(): boolean {
    this.tracker.outside('.');
    return this.neighbours.isOnlyDomain();
  }
}

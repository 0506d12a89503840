import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import { HAS_DNAME, HAS_NS, NONE } from '../../zone/records/record-table.ts';
import { decode } from '../../text/utf8.ts';
import type { Block } from '../../zone/model/block.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { textOrder } from '../../zone/model/text-order.ts';
import type { Zone, ZoneObserver } from '../../zone/model/zone.ts';
import { RuleContext } from './context.ts';
import type { Neighbours, Tracker } from './context.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';
import { Dependencies, NOBODY, referrersOf } from './dependencies.ts';
import type { Subject } from './dependencies.ts';
import type { Finding } from './finding.ts';
import { ruleTableOf } from './rule-table.ts';
import type { RuleTable } from './rule-table.ts';
import { refreshPurpose } from './zone-purpose.ts';
import { refreshSigning } from './zone-signing.ts';
import type { Code } from '../../findings/codes/index.ts';
import type { AnyReport, Check, NameCheck, RecordCheck, RrsetCheck } from './check.ts';

const none: readonly Finding[] = [];
/** For zones that are judged once. */
const untracked: Tracker = {
  name: () => undefined,
  referrers: () => undefined,
  negative: () => undefined,
  outside: () => undefined,
  asked: () => undefined,
  fact: (_key, compute) => compute(),
};

/** From so many types at a name on, they are looked up and not gone through. */
const MANY_TYPES = 64;
/** Bit of `seen`. */
const HANGS = 128;

/** Hears what an edit changes, as far as findings hang on it. */
export interface EngineWatch {
  /** The records of a name changed. */
  name(name: NameId): void;
  /** Findings were dropped or made. A finding that still holds may be dropped and made again. */
  gone(findings: readonly Finding[]): void;
  came(findings: readonly Finding[]): void;
}

/**
 * Runs rules over one zone and keeps their findings: per block, per owner name and for the zone as a whole. After an edit only what hangs on changed text or names runs again.
 */
export class LintEngine implements ZoneObserver {
  readonly zone: Zone;
  private readonly table: RuleTable;
  private readonly context: RuleContext;
  private readonly dependencies: Dependencies;
  private readonly byBlock = new Map<Block, readonly Finding[]>();
  private readonly byName = new Map<NameId, readonly Finding[]>();
  private forZone: readonly Finding[] = none;
  private readonly changed = new Set<NameId>();
  /** Names at which other records point than before. */
  private readonly referredTo = new Set<NameId>();
  private readonly waiting = new Set<NameId>();
  private readonly newBlocks = new Set<Block>();
  /** Next name of a run over all names; -1 when there is none. */
  private sweep = -1;
  private zoneRulesDue = true;
  /** What exists and cuts there were when a name was last looked at: 1 exists, 2 NS, 8 DNAME; and 128 when `dependencies` knows the name. */
  private seen = new Uint8Array(64);
  /** Whether a wildcard was ever seen. */
  private hasWildcards = false;
  private subject: Subject = NOBODY;
  private readonly factSubjects = new Map<string, Subject>();
  private readonly wake = (name: NameId): void => {
    this.waiting.add(name);
  };
  /** Findings of the name whose rules run. */
  private found: Finding[] = [];
  /** Records of the name whose rules run, and their types, each once: larger than needed, so that nothing is made for each name. */
  private ids = new Int32Array(16);
  private types = new Int32Array(16);
  /** The same types, where they are very many. */
  private readonly typeSet = new Set<number>();
  /** Rules that failed, by code, with the first reason: each is said once. */
  readonly crashes = new Map<string, string>();
  /** For trials of edits. */
  watch: EngineWatch | undefined;

  /** `tracks`: whether anything may change afterwards, so that what findings hang on must be known. */
  constructor(zone: Zone, checks: readonly Check[], settings: LintSettings, neighbours: Neighbours, tracks = true) {
    this.zone = zone;
    this.table = ruleTableOf(checks, settings);
    this.dependencies = new Dependencies();
    this.context = new RuleContext(zone, settings, neighbours, tracks ? this.tracker() : untracked);
  }

  /** Remembers what rules look at with the name that they run for. */
  private tracker(): Tracker {
    return {
      name: (name) => {
        if (this.subject !== NOBODY && name !== this.subject && !this.pointsAt(name)) {
          this.dependencies.add(this.subject, name);
          this.remember();
        }
      },
      referrers: (name) => {
        if (this.subject !== NOBODY && name !== this.subject) {
          this.dependencies.add(this.subject, referrersOf(name));
          this.remember();
        }
      },
      negative: () => {
        if (this.subject !== NOBODY) {
          this.dependencies.addNegative(this.subject);
          this.remember();
        }
      },
      outside: () => {
        if (this.subject !== NOBODY) {
          this.dependencies.addOutside(this.subject);
          this.remember();
        }
      },
      asked: (key) => {
        if (this.subject !== NOBODY) {
          this.dependencies.add(this.subject, this.factSubject(key));
          this.remember();
        }
      },
      fact: (key, compute) => this.computeFact(this.factSubject(key), compute),
    };
  }

  /** The number under which `dependencies` knows a fact. */
  private factSubject(key: string): Subject {
    const known = this.factSubjects.get(key);
    if (known !== undefined) return known;
    const fresh = NOBODY - 1 - this.factSubjects.size;
    this.factSubjects.set(key, fresh);
    return fresh;
  }

  private computeFact<T>(fact: Subject, compute: () => T): T {
    const { subject } = this;
    this.dependencies.clear(fact);
    this.subject = fact;
    try {
      return compute();
    } finally {
      this.subject = subject;
    }
  }

  /** Whether a record of the subject points at a name: then it hears of changes there anyway. */
  private pointsAt(name: NameId): boolean {
    const { records } = this.zone;
    for (let id = records.first(this.subject), seen = 0; id >= 0 && seen < 8; id = records.next[id]!, seen++)
      if (records.target[id] === name) return true;
    return false;
  }

  /** Marks the subject as one that `dependencies` knows. */
  private remember(): void {
    if (this.subject < 0) return;
    this.seenAt(this.subject);
    this.seen[this.subject]! |= HANGS;
  }

  /** Takes the zone as it is now and runs everything at the next `settle`. */
  start(): void {
    for (const block of this.zone.blocks)
      if (block !== undefined && block.anchor === undefined) this.newBlocks.add(block);
    this.zone.observer = this;
    this.sweep = 0;
    this.zoneRulesDue = true;
  }

  nameChanged(name: NameId): void {
    this.changed.add(name);
    this.watch?.name(name);
  }
  referrersChanged(name: NameId): void {
    this.referredTo.add(name);
  }
  blockChanged(block: Block): void {
    this.newBlocks.add(block);
  }
  blockRemoved(block: Block): void {
    this.replaced(this.byBlock.get(block), none);
    this.byBlock.delete(block);
    this.newBlocks.delete(block);
    this.zoneRulesDue = true;
  }

  /** Another zone of the workspace changed, or came or went: what hangs on it runs again. */
  outsideChanged(): void {
    this.context.forgetFacts();
    this.dependencies.wakeOutsiders(this.wake);
    this.zoneRulesDue = true;
  }

  get settled(): boolean {
    return (
      this.sweep < 0 &&
      this.changed.size === 0 &&
      this.referredTo.size === 0 &&
      this.waiting.size === 0 &&
      this.newBlocks.size === 0 &&
      !this.zoneRulesDue
    );
  }

  /** Runs what is due until all is done or `shouldStop` says so. Returns whether it is done. */
  settle(shouldStop: () => boolean): boolean {
    const views: RecordView[] = (this.zone.readViews = []);
    const done = this.runDue(() => {
      for (const view of views) view.forget();
      views.length = 0;
      return shouldStop();
    });
    for (const view of views) view.forget();
    this.zone.readViews = undefined;
    return done;
  }

  private runDue(shouldStop: () => boolean): boolean {
    if (this.sweep === 0 || this.changed.size > 0) this.refreshZone();
    for (const block of this.newBlocks) {
      this.newBlocks.delete(block);
      this.runBlock(block);
      if (shouldStop()) return false;
    }
    if (this.changed.size > 0 || this.referredTo.size > 0) this.spread();
    for (let n = 0; this.sweep >= 0; n++) {
      if (this.sweep >= this.zone.names.size) {
        this.sweep = -1;
        break;
      }
      const name = this.sweep++;
      this.waiting.delete(name);
      this.runName(name);
      if ((n & 7) === 7 && shouldStop()) return false;
    }
    let n = 0;
    for (const name of this.waiting) {
      this.waiting.delete(name);
      this.runName(name);
      if ((++n & 7) === 0 && shouldStop()) return false;
    }
    if (this.zoneRulesDue) this.runZone();
    return true;
  }

  /** All findings, in no order. Look at them before the next edit. */
  *findings(): Iterable<Finding> {
    for (const findings of this.byBlock.values()) yield* findings;
    for (const findings of this.byName.values()) yield* findings;
    yield* this.forZone;
  }

  /** From the names that changed to all whose findings hang on them. */
  private spread(): void {
    this.context.forgetFacts();
    const { records, names, apex } = this.zone;
    /** Names at or below which another wildcard than before may answer, or none. */
    const concerned = new Set<NameId>();
    for (const name of this.changed) {
      this.waiting.add(name);
      const kinds = records.kinds(name),
        now = (kinds === 0 ? 0 : 1) | (kinds & (name === apex ? HAS_DNAME : HAS_NS | HAS_DNAME)),
        before = this.seenAt(name) & ~HANGS;
      this.seen[name] = now | (this.seen[name]! & HANGS);
      this.wakeDependents(name);
      if (((now ^ before) & (HAS_NS | HAS_DNAME)) !== 0) this.wakeBelow(name);
      if (((now ^ before) & 1) === 0) continue;
      this.wakeEmptyNonTerminals(name);
      if (names.isWildcard(name)) this.hasWildcards = true;
      if (this.hasWildcards) concerned.add(names.isWildcard(name) ? names.parent(name) : this.highestMade(name));
    }
    this.changed.clear();
    // Who points at a name concerns itself, and those who asked for that; a name server's name is pointed at by very many.
    for (const name of this.referredTo) {
      this.waiting.add(name);
      this.dependencies.wake(referrersOf(name), this.wake);
    }
    this.referredTo.clear();
    // Which wildcard answers, and whether any does, hangs on names that nobody asked for.
    if (concerned.size > 0) this.wakeNegatives(concerned);
    this.zoneRulesDue = true;
  }

  /** The highest of the names that came or went with a name: itself, or an empty name above it. */
  private highestMade(name: NameId): NameId {
    const { names, records, apex } = this.zone;
    let highest = name;
    for (
      let above = names.parent(name);
      above !== apex && above !== ROOT && records.first(above) < 0;
      above = names.parent(above)
    )
      highest = above;
    return highest;
  }

  private wakeNegatives(concerned: ReadonlySet<NameId>): void {
    const { names, records } = this.zone;
    const isConcerned = (asked: NameId): boolean => {
      for (let name = asked; name > ROOT; name = names.parent(name)) if (concerned.has(name)) return true;
      return concerned.has(ROOT);
    };
    this.dependencies.wakeNegatives(this.wake, isConcerned, (subject) => {
      for (let id = records.first(subject); id >= 0; id = records.next[id]!)
        if (records.target[id]! >= 0 && isConcerned(records.target[id]!)) return true;
      return false;
    });
  }

  private wakeDependents(name: NameId): void {
    const { records } = this.zone;
    for (let id = records.firstReferrer(name); id >= 0; id = records.nextReferrerOf(id))
      this.waiting.add(records.owner[id]!);
    this.dependencies.wake(name, this.wake);
  }

  /** A zone cut or a DNAME came or went: what is below it is answered in another way. */
  private wakeBelow(name: NameId): void {
    const { names } = this.zone,
      stack = [name];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (let child = names.firstChild(at); child !== 0; child = names.nextSibling(child)) {
        this.waiting.add(child);
        this.wakeDependents(child);
        stack.push(child);
      }
    }
  }

  /** The names above that exist only because of names below them (RFC 4592 §2.2.2) came or went with this one. */
  private wakeEmptyNonTerminals(name: NameId): void {
    const { names, records } = this.zone;
    for (let above = name; above !== ROOT; ) {
      above = names.parent(above);
      if (records.first(above) >= 0) return;
      this.wakeDependents(above);
    }
  }

  private replaced(before: readonly Finding[] = none, after: readonly Finding[]): void {
    if (this.watch === undefined) return;
    if (before.length > 0) this.watch.gone(before);
    if (after.length > 0) this.watch.came(after);
  }

  private seenAt(name: NameId): number {
    if (name >= this.seen.length) {
      const larger = new Uint8Array(Math.max(name + 1, this.seen.length * 2));
      larger.set(this.seen);
      this.seen = larger;
    }
    return this.seen[name]!;
  }

  /** When the zone is signed in another way, or is for something else, what its names are judged by has changed. */
  private refreshZone(): void {
    const { zone } = this,
      signing = refreshSigning(zone),
      purpose = refreshPurpose(zone);
    if (signing || purpose) this.sweep = 0;
  }

  private runBlock(block: Block): void {
    const findings: Finding[] = [];
    this.subject = NOBODY;
    for (const { code, message, args = {}, start, end } of block.problems) {
      if (!this.table.wants(code, message)) continue;
      const span = { block, start, end },
        repair = this.table.repairOf(code),
        said = { code, message, args, at: span };
      if (repair === undefined) {
        findings.push(said);
        continue;
      }
      const text = decode(block.chunk.bytes, start, end);
      this.collect(
        code,
        function* (context) {
          yield { ...said, fixes: repair({ block, message, args, span, text }, context) };
        },
        findings,
      );
    }
    for (const check of this.table.chunkChecks(block.chunk.features))
      this.collect(check.reports[0]!, (context) => check.run({ block, bytes: block.chunk.bytes }, context), findings);
    this.replaced(this.byBlock.get(block), findings);
    if (findings.length > 0) this.byBlock.set(block, findings);
    else this.byBlock.delete(block);
    this.zoneRulesDue = true;
  }

  /** `first` is the code of a report that names none, and the name by which a check that fails is said. */
  private collect(first: Code, run: (context: RuleContext) => Iterable<AnyReport>, into: Finding[]): void {
    try {
      for (const report of run(this.context)) {
        const finding = 'said' in report ? { ...report, ...report.said } : { ...report, code: report.code ?? first };
        if (this.table.wants(finding.code, finding.message)) into.push(finding);
      }
    } catch (error) {
      if (!this.crashes.has(first))
        this.crashes.set(first, error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error));
    }
  }

  private runName(name: NameId): void {
    const { records } = this.zone,
      first = records.first(name);
    const kinds = records.kinds(name);
    if (kinds !== 0 && this.zone.names.isWildcard(name)) this.hasWildcards = true;
    if (name >= this.seen.length || (this.seen[name]! & ~HANGS) === 0) {
      this.seenAt(name);
      this.seen[name]! |= (kinds === 0 ? 0 : 1) | (kinds & (name === this.zone.apex ? HAS_DNAME : HAS_NS | HAS_DNAME));
    }
    if ((this.seen[name]! & HANGS) !== 0) {
      this.dependencies.clear(name);
      this.seen[name]! &= ~HANGS;
    }
    if (first >= 0) {
      this.subject = name;
      if (records.next[first]! < 0) this.runAlone(name, first);
      else this.runSeveral(name, first);
      this.subject = NOBODY;
    }
    const { found } = this;
    if (this.watch !== undefined) this.replaced(this.byName.get(name), found);
    if (found.length > 0) {
      this.byName.set(name, found);
      this.found = [];
    } else if (this.byName.size > 0) this.byName.delete(name);
  }

  /** Most names of a big zone have one record, which no rule wants to see: nothing is made before one does. */
  private runAlone(name: NameId, record: RecordId): void {
    const {
        zone,
        context: { settings },
      } = this,
      type = zone.records.type[record]!,
      { checks, whens } = this.table.alone(type);
    let views: readonly RecordView[] | undefined;
    for (let k = 0; k < whens.length; k++)
      if (whens[k]!(zone, record, name, settings))
        this.run(checks[k]!, name, type, (views ??= [new RecordView(zone, record)]), 0);
  }

  private runSeveral(name: NameId, first: RecordId): void {
    const {
        zone,
        table,
        context: { settings },
      } = this,
      { type } = zone.records,
      count = this.takeIds(first),
      { ids } = this;
    let views: readonly RecordView[] | undefined,
      types = 0;
    this.typeSet.clear();
    for (let k = 0; k < count; k++) {
      const id = ids[k]!,
        own = type[id]!,
        ofRecord = table.forRecord(own);
      for (let r = 0; r < ofRecord.whens.length; r++)
        if (ofRecord.whens[r]!(zone, id, name, settings))
          this.run(ofRecord.checks[r]!, name, own, (views ??= this.viewsOf(count)), k);
      if (this.isNewType(own, types)) types++;
    }
    if (types > MANY_TYPES) this.runRrsets(name, count, views);
    else for (let t = 0; t < types; t++) views = this.runRrset(name, this.types[t]!, count, views);
    const { checks, whens } = table.forName(this.types, types);
    for (let r = 0; r < whens.length; r++)
      if (whens[r]!(zone, ids[0]!, name, settings)) this.run(checks[r]!, name, 0, (views ??= this.viewsOf(count)), 0);
  }

  /** As `runRrset` for each type of a name that has very many: its records are gone through once. */
  private runRrsets(name: NameId, count: number, views: readonly RecordView[] | undefined): void {
    const {
        zone,
        context: { settings },
      } = this,
      all = views ?? this.viewsOf(count),
      byType = new Map<number, RecordView[]>();
    for (const view of all) {
      const own = byType.get(view.type);
      if (own === undefined) byType.set(view.type, [view]);
      else own.push(view);
    }
    for (const [type, own] of byType) {
      const { checks, whens, several } = this.table.forRrset(type);
      for (let r = 0; r < whens.length; r++) {
        if ((several[r] && own.length < 2) || !whens[r]!(zone, own[0]!.id, name, settings)) continue;
        this.run(checks[r]!, name, type, own, 0);
      }
    }
  }

  /** Returns the views of all the name's records when any were made. */
  private runRrset(
    name: NameId,
    type: number,
    count: number,
    views: readonly RecordView[] | undefined,
  ): readonly RecordView[] | undefined {
    const {
        zone,
        ids,
        context: { settings },
      } = this,
      { checks, whens, several } = this.table.forRrset(type);
    let first = NONE,
      members = 0;
    for (let k = 0; k < count; k++) if (zone.records.type[ids[k]!] === type && members++ === 0) first = ids[k]!;
    let own: readonly RecordView[] | undefined;
    for (let r = 0; r < whens.length; r++) {
      if ((several[r] && members < 2) || !whens[r]!(zone, first, name, settings)) continue;
      views ??= this.viewsOf(count);
      this.run(
        checks[r]!,
        name,
        type,
        (own ??= members === count ? views : views.filter(({ id }) => zone.records.type[id] === type)),
        0,
      );
    }
    return views;
  }

  private run(
    check: RecordCheck | RrsetCheck | NameCheck,
    name: NameId,
    type: number,
    records: readonly RecordView[],
    k: number,
  ): void {
    this.collect(
      check.reports[0]!,
      (context) => {
        switch (check.kind) {
          case 'record':
            return check.run(records[k]!, context);
          case 'rrset':
            return check.run({ owner: name, type, records }, context);
          case 'name':
            return check.run({ name, records }, context);
        }
      },
      this.found,
    );
  }

  /** The records of a name into `ids`, in the order of the text. Returns how many. */
  private takeIds(first: RecordId): number {
    const { zone } = this,
      { next } = zone.records;
    let count = 0;
    for (let id = first; id >= 0; id = next[id]!) count++;
    if (count > this.ids.length) this.ids = new Int32Array(2 * count);
    const { ids } = this;
    // A zone that was just read has them the other way round.
    for (let id = first, k = count; id >= 0; id = next[id]!) ids[--k] = id;
    for (let k = 1; k < count; k++) {
      if (textOrder(zone, ids[k - 1]!, ids[k]!) <= 0) continue;
      ids.set([...ids.subarray(0, count)].sort((a, b) => textOrder(zone, a, b)));
      break;
    }
    return count;
  }

  private viewsOf(count: number): readonly RecordView[] {
    const views: RecordView[] = [];
    for (let k = 0; k < count; k++) views.push(new RecordView(this.zone, this.ids[k]!));
    return views;
  }

  /** Whether a type is among the first `count` of `types`; if not, it is put behind them. */
  private isNewType(type: number, count: number): boolean {
    const { types } = this;
    if (count > MANY_TYPES) {
      if (this.typeSet.size !== count) {
        this.typeSet.clear();
        for (let k = 0; k < count; k++) this.typeSet.add(types[k]!);
      }
      if (this.typeSet.has(type)) return false;
      this.typeSet.add(type);
    } else for (let k = 0; k < count; k++) if (types[k] === type) return false;
    if (count === types.length) {
      this.types = new Int32Array(2 * count);
      this.types.set(types);
    }
    this.types[count] = type;
    return true;
  }

  private runZone(): void {
    const findings: Finding[] = [];
    this.subject = NOBODY;
    for (const check of this.table.zoneChecks)
      this.collect(check.reports[0]!, (context) => check.run(this.zone, context), findings);
    this.replaced(this.forZone, findings);
    this.forZone = findings;
    this.zoneRulesDue = false;
  }
}

import { ROOT } from '../names/name-tree.ts';
import type { NameId } from '../names/name-tree.ts';
import type { RecordId } from '../records/record-table.ts';
import { HAS_DNAME, HAS_NS } from '../records/record-table.ts';
import { typeByMnemonic } from '../rrtypes/registry.ts';
import { decode } from '../text/utf8.ts';
import type { Block } from '../model/block.ts';
import { RecordView } from '../model/record-view.ts';
import { textOrder } from '../model/text-order.ts';
import type { Zone, ZoneObserver } from '../model/zone.ts';
import { RuleContext } from './context.ts';
import type { LintSettings, Neighbours } from './context.ts';
import { Dependencies } from './dependencies.ts';
import type { Finding } from './finding.ts';
import { RuleTable } from './rule-table.ts';
import type { Draft, NameView, Rule, RuleMeta } from './rule.ts';

const none: readonly Finding[] = [];
/** Bit of `seen`. */
const HANGS = 128;

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
  private readonly waiting = new Set<NameId>();
  private readonly newBlocks = new Set<Block>();
  /** Next name of a run over all names; -1 when there is none. */
  private sweep = -1;
  private zoneRulesDue = true;
  /** What exists and cuts there were when a name was last looked at: 1 exists, 2 NS, 8 DNAME; and 128 when `dependencies` knows the name. */
  private seen = new Uint8Array(1024);
  /** Whether a wildcard was ever seen. */
  private hasWildcards = false;
  private subject: NameId = -1;
  /** Rules that failed, by code, with the first reason: each is said once. */
  readonly crashes = new Map<string, string>();

  constructor(zone: Zone, rules: readonly Rule[], settings: LintSettings, neighbours: Neighbours) {
    this.zone = zone;
    this.table = new RuleTable(rules, settings, mnemonic => typeByMnemonic(mnemonic)?.code ?? -1);
    this.dependencies = new Dependencies();
    this.context = new RuleContext(zone, settings, neighbours, {
      name: name => { if (name !== this.subject && this.subject >= 0 && !this.pointsAt(name)) { this.dependencies.add(this.subject, name); this.remember(); } },
      negative: () => { if (this.subject >= 0) { this.dependencies.addNegative(this.subject); this.remember(); } },
      outside: name => { this.dependencies.addOutside(this.subject, name); this.remember(); },
    });
  }

  /** Whether a record of the subject points at a name: then it hears of changes there anyway. */
  private pointsAt(name: NameId): boolean {
    const { records } = this.zone;
    for (let id = records.first(this.subject), seen = 0; id >= 0 && seen < 8; id = records.next[id]!, seen++) if (records.target[id] === name) return true;
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
    for (const block of this.zone.blocks) if (block !== undefined && block.anchor === undefined) this.newBlocks.add(block);
    this.zone.observer = this;
    this.sweep = 0;
    this.zoneRulesDue = true;
  }

  nameChanged(name: NameId): void { this.changed.add(name); }
  blockChanged(block: Block): void { this.newBlocks.add(block); }
  blockRemoved(block: Block): void { this.byBlock.delete(block); this.newBlocks.delete(block); this.zoneRulesDue = true; }

  /** Another zone of the workspace changed, or came or went: what hangs on it runs again. */
  outsideChanged(): void {
    this.context.forgetFacts();
    for (const name of this.dependencies.outsiders()) if (name >= 0) this.waiting.add(name);
    this.zoneRulesDue = true;
  }

  get settled(): boolean { return this.sweep < 0 && this.changed.size === 0 && this.waiting.size === 0 && this.newBlocks.size === 0 && !this.zoneRulesDue; }

  /** Runs what is due until all is done or `shouldStop` says so. Returns whether it is done. */
  settle(shouldStop: () => boolean): boolean {
    const views: RecordView[] = this.zone.readViews = [];
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
    for (const block of this.newBlocks) {
      this.newBlocks.delete(block);
      this.runBlock(block);
      if (shouldStop()) return false;
    }
    if (this.changed.size > 0) this.spread();
    for (let n = 0; this.sweep >= 0; n++) {
      if (this.sweep >= this.zone.names.size) { this.sweep = -1; break; }
      const name = this.sweep++;
      this.waiting.delete(name);
      this.runName(name);
      if ((n & 63) === 63 && shouldStop()) return false;
    }
    let n = 0;
    for (const name of this.waiting) {
      this.waiting.delete(name);
      this.runName(name);
      if ((++n & 63) === 0 && shouldStop()) return false;
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
    let wildcards = false;
    for (const name of this.changed) {
      this.waiting.add(name);
      const kinds = records.kinds(name), now = (kinds === 0 ? 0 : 1) | (kinds & (name === apex ? HAS_DNAME : HAS_NS | HAS_DNAME)), before = this.seenAt(name) & ~HANGS;
      this.seen[name] = now | (this.seen[name]! & HANGS);
      this.wakeDependents(name);
      if (((now ^ before) & (HAS_NS | HAS_DNAME)) !== 0) this.wakeBelow(name);
      if (((now ^ before) & 1) === 0) continue;
      this.wakeEmptyNonTerminals(name);
      if (names.isWildcard(name)) this.hasWildcards = wildcards = true;
      else if (this.hasWildcards) wildcards = true;
    }
    this.changed.clear();
    // Which wildcard answers, and whether any does, hangs on names that nobody asked for.
    if (wildcards) for (const name of this.dependencies.negatives()) this.waiting.add(name);
    this.zoneRulesDue = true;
  }

  private wakeDependents(name: NameId): void {
    const { records } = this.zone;
    for (let id = records.firstReferrer(name); id >= 0; id = records.nextReferrerOf(id)) this.waiting.add(records.owner[id]!);
    for (const dependent of this.dependencies.of(name)) this.waiting.add(dependent);
  }

  /** A zone cut or a DNAME came or went: what is below it is answered in another way. */
  private wakeBelow(name: NameId): void {
    const { names } = this.zone, stack = [name];
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
    for (let above = name; above !== ROOT;) {
      above = names.parent(above);
      if (records.first(above) >= 0) return;
      this.wakeDependents(above);
    }
  }

  private seenAt(name: NameId): number {
    if (name >= this.seen.length) { const larger = new Uint8Array(Math.max(name + 1, this.seen.length * 2)); larger.set(this.seen); this.seen = larger; }
    return this.seen[name]!;
  }

  private runBlock(block: Block): void {
    const findings: Finding[] = [];
    this.subject = -1;
    for (const problem of block.problems) {
      const rule = this.table.reported(problem.code);
      if (rule === undefined) continue;
      const span = { block, start: problem.start, end: problem.end }, args = problem.args ?? {};
      const draft: Draft = { message: problem.message, at: span, args };
      const { fixes } = rule;
      if (fixes === undefined) { findings.push({ meta: rule.meta, draft }); continue; }
      const text = decode(block.chunk.bytes, problem.start, problem.end);
      this.collect(rule.meta, function* (context) { yield { ...draft, fixes: fixes({ block, message: problem.message, args, span, text }, context) }; }, findings);
    }
    for (const rule of this.table.chunkRules(block.chunk.features)) this.collect(rule.meta, context => rule.check?.({ block, bytes: block.chunk.bytes }, context), findings);
    if (findings.length > 0) this.byBlock.set(block, findings); else this.byBlock.delete(block);
    this.zoneRulesDue = true;
  }

  private collect(meta: RuleMeta, run: (context: RuleContext) => Iterable<Draft> | undefined, into: Finding[]): void {
    try {
      for (const draft of run(this.context) ?? []) {
        const said = draft.code === undefined ? meta : this.table.metaOf(draft.code);
        if (said !== undefined) into.push({ meta: said, draft });
      }
    } catch (error) {
      if (!this.crashes.has(meta.code)) this.crashes.set(meta.code, error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error));
    }
  }

  private runName(name: NameId): void {
    const { records } = this.zone, first = records.first(name);
    const kinds = records.kinds(name);
    if (kinds !== 0 && this.zone.names.isWildcard(name)) this.hasWildcards = true;
    if (name >= this.seen.length || (this.seen[name]! & ~HANGS) === 0) { this.seenAt(name); this.seen[name]! |= (kinds === 0 ? 0 : 1) | (kinds & (name === this.zone.apex ? HAS_DNAME : HAS_NS | HAS_DNAME)); }
    const one = first >= 0 && records.next[first]! < 0;
    if ((this.seen[name]! & HANGS) !== 0) { this.dependencies.clear(name); this.seen[name]! &= ~HANGS; }
    if (first < 0 || !(one ? this.wakesAlone(name, first) : this.wakesTogether(name, first))) {
      if (this.byName.size > 0) this.byName.delete(name);
      return;
    }
    this.subject = name;
    const findings: Finding[] = [];
    if (one) this.runType(name, records.type[first]!, [first], findings);
    else this.runSeveral(name, first, findings);
    this.subject = -1;
    if (findings.length > 0) this.byName.set(name, findings); else if (this.byName.size > 0) this.byName.delete(name);
  }

  /** Most names of a big zone have one record, which no rule wants to see: told without making anything. */
  private wakesAlone(name: NameId, record: RecordId): boolean {
    const { zone } = this;
    for (const { on } of this.table.rulesForOne(zone.records.type[record]!)) if (on.when === undefined || on.when(zone, record, name)) return true;
    return false;
  }

  /** The same for names with several records. May say yes without need. */
  private wakesTogether(name: NameId, first: RecordId): boolean {
    const { zone } = this, { records } = zone;
    for (let id = first; id >= 0; id = records.next[id]!) {
      const type = records.type[id]!;
      for (const { on } of this.table.allRules(type)) {
        if (on.when !== undefined ? on.when(zone, id, name) : !on.several || on.kind === 'name' || this.hasTwo(first, type)) return true;
      }
    }
    return false;
  }

  private hasTwo(first: RecordId, type: number): boolean {
    const { records } = this.zone;
    let count = 0;
    for (let id = first; id >= 0; id = records.next[id]!) if (records.type[id] === type && ++count > 1) return true;
    return false;
  }

  private runSeveral(name: NameId, first: RecordId, findings: Finding[]): void {
    const { zone } = this, { records } = zone, ids: RecordId[] = [];
    for (let id = first; id >= 0; id = records.next[id]!) ids.push(id);
    ids.sort((a, b) => textOrder(zone, a, b));
    const types: number[] = [];
    for (const id of ids) if (!types.includes(records.type[id]!)) types.push(records.type[id]!);
    for (const type of types) this.runType(name, type, types.length === 1 ? ids : ids.filter(id => records.type[id] === type), findings);
    const rules = this.table.nameRules(types);
    if (rules.length === 0) return;
    let view: NameView | undefined;
    for (const rule of rules) {
      if (rule.on.when !== undefined && !rule.on.when(zone, ids[0]!, name)) continue;
      const subject = view ??= { name, records: ids.map(id => new RecordView(zone, id)) };
      this.collect(rule.meta, context => rule.check?.(subject, context), findings);
    }
  }

  private runType(name: NameId, type: number, ids: readonly RecordId[], findings: Finding[]): void {
    const { zone } = this, { rrset, record, name: named } = this.table.rules(type);
    let views: readonly RecordView[] | undefined;
    for (const rule of rrset) {
      if ((rule.on.several && ids.length < 2) || (rule.on.when !== undefined && !rule.on.when(zone, ids[0]!, name))) continue;
      const subject = { owner: name, type, records: views ??= ids.map(id => new RecordView(zone, id)) };
      this.collect(rule.meta, context => rule.check?.(subject, context), findings);
    }
    for (const rule of record) {
      for (let k = 0; k < ids.length; k++) {
        if (rule.on.when !== undefined && !rule.on.when(zone, ids[k]!, name)) continue;
        const subject = (views ??= ids.map(id => new RecordView(zone, id)))[k]!;
        this.collect(rule.meta, context => rule.check?.(subject, context), findings);
      }
    }
    if (ids.length > 1 || zone.records.next[zone.records.first(name)]! >= 0) return;
    for (const rule of named) {
      if (rule.on.several || (rule.on.when !== undefined && !rule.on.when(zone, ids[0]!, name))) continue;
      const subject: NameView = { name, records: views ??= ids.map(id => new RecordView(zone, id)) };
      this.collect(rule.meta, context => rule.check?.(subject, context), findings);
    }
  }

  private runZone(): void {
    const findings: Finding[] = [];
    this.subject = -1;
    for (const rule of this.table.zoneRules) this.collect(rule.meta, context => rule.check?.(this.zone, context), findings);
    this.forZone = findings;
    this.zoneRulesDue = false;
  }
}

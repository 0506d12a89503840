import type { LintSettings } from '../../findings/lint-settings.ts';
import type { NameView, ReportedView, Rrset, Rule, RuleOf, ChunkView, Trigger } from './rule.ts';
import type { RuleMeta } from '../../findings/rule-meta.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { isWanted } from './wanted.ts';

interface TypeRules {
  readonly rrset: RuleOf<Rrset>[];
  readonly record: RuleOf<RecordView>[];
  readonly name: RuleOf<NameView>[];
}

/** Whether a rule runs: its severity was set, or its profile is chosen. */
export function isActive({ meta, family }: Rule, settings: LintSettings): boolean {
  return (family ?? [meta]).some(each => isWanted(settings, each.code, each.profile, each.bind));
}

function put(rules: TypeRules, rule: Rule): void {
  switch (rule.on.kind) {
    case 'rrset': rules.rrset.push(rule as RuleOf<Rrset>); break;
    case 'record': rules.record.push(rule as RuleOf<RecordView>); break;
    default: rules.name.push(rule as RuleOf<NameView>);
  }
}

/** The active rules of a run, by what wakes them. */
export class RuleTable {
  readonly zoneRules: RuleOf<Zone>[] = [];
  private readonly metas = new Map<string, RuleMeta>();
  private readonly byCode = new Map<string, RuleOf<ReportedView>>();
  private readonly chunk: RuleOf<ChunkView>[] = [];
  private readonly forAll: TypeRules = { rrset: [], record: [], name: [] };
  private readonly byType: (TypeRules | undefined)[] = [];

  constructor(rules: readonly Rule[], settings: LintSettings, codeOf: (mnemonic: string) => number) {
    for (const rule of rules) {
      if (!isActive(rule, settings)) continue;
      for (const meta of rule.family ?? []) if (isWanted(settings, meta.code, meta.profile, meta.bind)) this.metas.set(meta.code, meta);
      const { kind, types } = rule.on;
      if (kind === 'zone') this.zoneRules.push(rule as RuleOf<Zone>);
      else if (kind === 'reported') this.byCode.set(rule.meta.code, rule as RuleOf<ReportedView>);
      else if (kind === 'chunk') this.chunk.push(rule as RuleOf<ChunkView>);
      else if (types.length === 0) put(this.forAll, rule);
      else for (const type of types) put(this.of(codeOf(type)), rule);
    }
  }

  private of(code: number): TypeRules { return this.byType[code] ??= { rrset: [], record: [], name: [] }; }

  /** The meta of an active rule of a family. */
  metaOf(code: string): RuleMeta | undefined { return this.metas.get(code); }

  reported(code: string): RuleOf<ReportedView> | undefined { return this.byCode.get(code); }

  chunkRules(features: number): readonly RuleOf<ChunkView>[] {
    return this.chunk.filter(({ on }) => on.features === undefined || on.features === 0 || (on.features & features) !== 0);
  }

  /** The rules that a type wakes, those for all types first. */
  rules(type: number): TypeRules {
    const cached = this.merged[type];
    if (cached !== undefined) return cached;
    const own = this.byType[type] ?? { rrset: [], record: [], name: [] }, { forAll } = this;
    return this.merged[type] = { rrset: [...forAll.rrset, ...own.rrset], record: [...forAll.record, ...own.record], name: [...forAll.name, ...own.name] };
  }

  private readonly merged: (TypeRules | undefined)[] = [];

  /** What a record of this type alone at its name wakes. */
  alone(type: number): Woken {
    const known = this.ofOne[type];
    if (known !== undefined) return known;
    const { rrset, record, name } = this.rules(type);
    return this.ofOne[type] = woken([...record, ...rrset, ...name].filter(rule => !rule.on.several));
  }

  /** What a record of this type wakes, whatever else is at its name. */
  forRecord(type: number): Woken { return this.ofRecord[type] ??= woken(this.rules(type).record); }

  /** What an RRset of this type wakes. */
  forRrset(type: number): Woken { return this.ofRrset[type] ??= woken(this.rules(type).rrset); }

  /** What a name with several records of these types wakes, each rule once. */
  forName(types: Int32Array, count: number): Woken {
    let at = this.ofTypes;
    for (let k = 0; k < count; k++) {
      const next = at.next.get(types[k]!);
      if (next !== undefined) at = next;
      else { const fresh = newTypes(); at.next.set(types[k]!, fresh); at = fresh; }
    }
    if (at.woken !== undefined) return at.woken;
    const found = new Set<RuleOf<NameView>>();
    for (const type of types.subarray(0, count)) for (const rule of this.rules(type).name) found.add(rule);
    return at.woken = woken([...found]);
  }

  private readonly ofOne: Woken[] = [];
  private readonly ofRecord: Woken[] = [];
  private readonly ofRrset: Woken[] = [];
  private readonly ofTypes: Types = newTypes();
}

/** Rules and what they ask before anything is made for them, side by side: looked at for every record of a zone. */
export interface Woken {
  readonly rules: readonly (RuleOf<RecordView> | RuleOf<Rrset> | RuleOf<NameView>)[];
  readonly whens: readonly When[];
  /** Whether only several records wake the rule. */
  readonly several: readonly boolean[];
}

type When = NonNullable<Trigger<unknown>['when']>;

/** The rules for some types of record, found by one type after the other. */
interface Types {
  readonly next: Map<number, Types>;
  woken: Woken | undefined;
}

const newTypes = (): Types => ({ next: new Map(), woken: undefined });
const always: When = () => true;
const woken = (rules: Woken['rules']): Woken => ({ rules, whens: rules.map(({ on }) => on.when ?? always), several: rules.map(({ on }) => on.several) });

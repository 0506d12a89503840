import { allCodes, codeTable } from '../../findings/codes/index.ts';
import type { Code } from '../../findings/codes/index.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';
import type { Check, ChunkCheck, NameCheck, RecordCheck, Repairs, RrsetCheck, When, ZoneCheck } from './check.ts';
import { typeByMnemonic } from '../../zone/rrtypes/registry/registry.ts';
import { isWanted } from './wanted.ts';

interface TypeChecks {
  readonly rrset: RrsetCheck[];
  readonly record: RecordCheck[];
  readonly name: NameCheck[];
}

function put(checks: TypeChecks, check: RecordCheck | RrsetCheck | NameCheck): void {
  switch (check.kind) {
    case 'rrset':
      checks.rrset.push(check);
      break;
    case 'record':
      checks.record.push(check);
      break;
    case 'name':
      checks.name.push(check);
  }
}

/** The active checks of a run, by what wakes them, and the codes that are wanted. */
export class RuleTable {
  readonly zoneChecks: ZoneCheck[] = [];
  private readonly settings: LintSettings;
  private readonly wanted: ReadonlySet<Code>;
  private readonly chunk: ChunkCheck[] = [];
  private repairs: Repairs['of'] = {};
  private readonly forAll: TypeChecks = { rrset: [], record: [], name: [] };
  private readonly byType: (TypeChecks | undefined)[] = [];

  constructor(checks: readonly Check[], settings: LintSettings, codeOf: (mnemonic: string) => number) {
    this.settings = settings;
    this.wanted = new Set(allCodes.filter((code) => isWanted(settings, code)));
    for (const check of checks) {
      if (check.kind === 'repairs') {
        this.repairs = { ...this.repairs, ...check.of };
        continue;
      }
      if (!check.reports.some((code) => this.wanted.has(code))) continue;
      if (check.kind === 'zone') this.zoneChecks.push(check);
      else if (check.kind === 'chunk') this.chunk.push(check);
      else if (check.types.length === 0) put(this.forAll, check);
      else for (const type of check.types) put(this.of(codeOf(type)), check);
    }
  }

  private of(code: number): TypeChecks {
    return (this.byType[code] ??= { rrset: [], record: [], name: [] });
  }

  wants(code: Code, message: string): boolean {
    return this.wanted.has(code) && (codeTable[code].profiles === undefined || isWanted(this.settings, code, message));
  }

  /** What can repair a finding of the reader. */
  repairOf(code: Code): Repairs['of'][Code] {
    return this.repairs[code];
  }

  chunkChecks(features: number): readonly ChunkCheck[] {
    return this.chunk.filter((check) => check.features === 0 || (check.features & features) !== 0);
  }

  /** The checks that a type wakes, those for all types first. */
  checks(type: number): TypeChecks {
    const cached = this.merged[type];
    if (cached !== undefined) return cached;
    const own = this.byType[type] ?? { rrset: [], record: [], name: [] },
      { forAll } = this;
    return (this.merged[type] = {
      rrset: [...forAll.rrset, ...own.rrset],
      record: [...forAll.record, ...own.record],
      name: [...forAll.name, ...own.name],
    });
  }

  private readonly merged: (TypeChecks | undefined)[] = [];

  /** What a record of this type alone at its name wakes. */
  alone(type: number): Woken {
    const known = this.ofOne[type];
    if (known !== undefined) return known;
    const { rrset, record, name } = this.checks(type);
    return (this.ofOne[type] = woken([...record, ...rrset, ...name].filter((check) => !check.several)));
  }

  /** What a record of this type wakes, whatever else is at its name. */
  forRecord(type: number): Woken {
    return (this.ofRecord[type] ??= woken(this.checks(type).record));
  }

  /** What an RRset of this type wakes. */
  forRrset(type: number): Woken {
    return (this.ofRrset[type] ??= woken(this.checks(type).rrset));
  }

  /** What a name with several records of these types wakes, each check once. */
  forName(types: Int32Array, count: number): Woken {
    let at = this.ofTypes;
    for (let k = 0; k < count; k++) {
      const next = at.next.get(types[k]!);
      if (next !== undefined) at = next;
      else {
        const fresh = newTypes();
        at.next.set(types[k]!, fresh);
        at = fresh;
      }
    }
    if (at.woken !== undefined) return at.woken;
    const found = new Set<NameCheck>();
    for (const type of types.subarray(0, count)) for (const check of this.checks(type).name) found.add(check);
    return (at.woken = woken([...found]));
  }

  private readonly ofOne: Woken[] = [];
  private readonly ofRecord: Woken[] = [];
  private readonly ofRrset: Woken[] = [];
  private readonly ofTypes: Types = newTypes();
}

const tables = new WeakMap<readonly Check[], WeakMap<LintSettings, RuleTable>>();

/** The table of checks under settings: all zones with the same settings share it. */
export function ruleTableOf(checks: readonly Check[], settings: LintSettings): RuleTable {
  let bySettings = tables.get(checks);
  if (bySettings === undefined) tables.set(checks, (bySettings = new WeakMap()));
  let table = bySettings.get(settings);
  if (table === undefined)
    bySettings.set(
      settings,
      (table = new RuleTable(checks, settings, (mnemonic) => typeByMnemonic(mnemonic)?.code ?? -1)),
    );
  return table;
}

/** Checks and what they ask before anything is made for them, side by side: looked at for every record of a zone. */
export interface Woken {
  readonly checks: readonly (RecordCheck | RrsetCheck | NameCheck)[];
  readonly whens: readonly When[];
  /** Whether only several records wake the check. */
  readonly several: readonly boolean[];
}

/** The checks for some types of record, found by one type after the other. */
interface Types {
  readonly next: Map<number, Types>;
  woken: Woken | undefined;
}

const newTypes = (): Types => ({ next: new Map(), woken: undefined });
const woken = (checks: Woken['checks']): Woken => ({
  checks,
  whens: checks.map(({ when }) => when),
  several: checks.map(({ several }) => several),
});

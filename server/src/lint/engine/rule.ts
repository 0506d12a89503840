import type { ProblemArgs } from '../../zone/rrtypes/fields/rdata.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import type { Block } from '../../zone/model/block.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { Span, SpanBeside } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { RuleContext } from './context.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';
import type { Fix } from '../../findings/fix.ts';

import type { RuleMeta, Severity } from '../../findings/rule-meta.ts';

/** What a rule says. The engine adds code, severity and the words. */
export interface Draft {
  /** Key into `meta.messages`. */
  readonly message: string;
  /** In a family of rules: which one speaks. */
  readonly code?: string;
  /** The exact token that is wrong. */
  readonly at: Span | SpanBeside;
  readonly args?: ProblemArgs;
  /** The other places involved, each with a plain sentence. */
  readonly related?: readonly { readonly at: Span | SpanBeside; readonly message: string; /** When it is in another zone. */ readonly zone?: Zone }[];
  readonly fixes?: readonly Fix[];
  /** When it differs from the rule's. */
  readonly severity?: Severity;
}

/** The records of one type at one name, in the order of the text. */
export interface Rrset {
  readonly owner: NameId;
  readonly type: number;
  readonly records: readonly RecordView[];
}

/** A name with records. */
export interface NameView {
  readonly name: NameId;
  /** All its records in the order of the text. */
  readonly records: readonly RecordView[];
}

/** A problem that reading the text already reported under the rule's code. */
export interface ReportedView {
  readonly block: Block;
  readonly message: string;
  readonly args: ProblemArgs;
  readonly span: Span;
  /** What stands at the span. */
  readonly text: string;
}

/** Bytes of one chunk of a file, for rules about the text itself. Spans are made with `block` and byte offsets in `bytes`. */
export interface ChunkView {
  readonly block: Block;
  readonly bytes: Uint8Array;
}

/**
 * When a rule runs. Record, RRset and name rules run for one owner name at a time; whatever they look up through their context is remembered, and they run again when it changes.
 */
export type Trigger<Subject> = {
  readonly kind: 'reported' | 'record' | 'rrset' | 'name' | 'zone' | 'chunk';
  /** Record types (mnemonics) that wake the rule; none: all. */
  readonly types: readonly string[];
  /** Only RRsets or names with more than one record. */
  readonly several: boolean;
  /** Asked before any view is made, a million times: must not allocate. `record` is the first of an RRset or name. */
  readonly when?: (zone: Zone, record: RecordId, name: NameId, settings: LintSettings) => boolean;
  /** For chunk rules: bits of `Chunk.features`, one of which must be set. */
  readonly features?: number;
  readonly subject?: Subject;
};

type When = { readonly when?: NonNullable<Trigger<unknown>['when']>; readonly several?: boolean };

const trigger = <S>(kind: Trigger<S>['kind'], types: readonly string[], options: When = {}): Trigger<S> => ({ kind, types, several: options.several ?? false, ...(options.when === undefined ? {} : { when: options.when }) });

/** The reader finds it; the rule has the words and perhaps fixes. */
export const reported = (): Trigger<ReportedView> => trigger('reported', []);
export const eachRecord = (types: readonly string[], options?: When): Trigger<RecordView> => trigger('record', types, options);
export const eachRrset = (types: readonly string[], options?: When): Trigger<Rrset> => trigger('rrset', types, options);
/** Names that have a record of one of the types. */
export const eachName = (types: readonly string[], options?: When): Trigger<NameView> => trigger('name', types, options);
/** Once a zone, after every change: must be quick, so ask the apex and the indexes, never walk all names. */
export const wholeZone = (): Trigger<Zone> => trigger('zone', []);
/** The text itself, chunk by chunk, where it has one of the features. */
export const eachChunk = (features: number): Trigger<ChunkView> => ({ ...trigger<ChunkView>('chunk', []), features });

export interface RuleOf<Subject> {
  readonly meta: RuleMeta;
  /** Rules that are found together in one go: the metas of all, by which drafts name theirs with `code`. */
  readonly family?: readonly RuleMeta[];
  readonly on: Trigger<Subject>;
  /** Yields what is wrong. For `reported` rules it is absent. */
  readonly check?: (subject: Subject, context: RuleContext) => Iterable<Draft>;
  /** Fixes for what the reader reported. */
  readonly fixes?: (problem: ReportedView, context: RuleContext) => readonly Fix[];
}

export type Rule = RuleOf<ReportedView> | RuleOf<RecordView> | RuleOf<Rrset> | RuleOf<NameView> | RuleOf<Zone> | RuleOf<ChunkView>;

/**
 * Rules that are found together in one go, such as all that can be said about one SPF string. Gives one rule that runs, and one that only stands for each code.
 */
export function defineFamily<Subject>(metas: readonly RuleMeta[], on: Trigger<Subject>, check: (subject: Subject, context: RuleContext) => Iterable<Draft>): readonly Rule[] {
  const runner: RuleOf<Subject> = { meta: metas[0]!, family: metas, on, check };
  return [runner as unknown as Rule, ...metas.slice(1).map(meta => defineRule({ meta, on: reported() }))];
}

export function defineRule<Subject>(rule: RuleOf<Subject>): RuleOf<Subject> { return rule; }

import type { Arguments, Code, Message } from '../../findings/codes/index.ts';
import type { Severity, Values } from '../../findings/code.ts';
import type { Fix } from '../../findings/fix.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { Block } from '../../zone/model/block.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { Span, SpanBeside } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import type { RuleContext } from './context.ts';

/** Where a finding is, and what comes with it. */
export interface Placed {
  /** The exact token that is wrong. */
  readonly at: Span | SpanBeside;
  /** The other places involved, each with a plain sentence. */
  readonly related?: readonly {
    readonly at: Span | SpanBeside;
    readonly message: string /** When it is in another zone. */;
    readonly zone?: Zone;
  }[];
  /** Left out by the engine where a directive made the record. */
  readonly fixes?: readonly Fix[];
  /** When it differs from the code's. */
  readonly severity?: Severity;
}

/** A code with one of its messages, and what fills it. */
export interface Said {
  readonly code: Code;
  readonly message: string;
  readonly args?: Values;
}

/** What a reader or an evaluator said, whose own report the compiler has checked. */
export interface Relayed extends Placed {
  readonly said: Said;
}

type Filled<Name extends string> = [Name] extends [never]
  ? { readonly args?: Values }
  : { readonly args: Readonly<Record<Name, string | number>> & Values };
type Worded<C extends Code, Coded> = {
  readonly [M in Message<C>]: Placed & Coded & Filled<Arguments<C, M>> & { readonly message: M };
}[Message<C>];
type ByCode<C extends Code> = C extends Code ? Worded<C, { readonly code: C }> : never;
type IsOne<C, Each = C> = [C] extends [never] ? false : Each extends C ? ([C] extends [Each] ? true : false) : never;

/** What a check of some codes says. Where it is of one code alone it need not name it. */
export type Report<C extends Code> = true extends IsOne<C> ? Worded<C, { readonly code?: C }> : ByCode<C>;

/** What any check says, as the engine takes it. */
export type AnyReport = (Placed & { readonly code?: Code; readonly message: string; readonly args?: Values }) | Relayed;

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

/** Bytes of one chunk of a file, for checks of the text itself. Spans are made with `block` and byte offsets in `bytes`. */
export interface ChunkView {
  readonly block: Block;
  readonly bytes: Uint8Array;
}

interface Subjects {
  readonly record: RecordView;
  readonly rrset: Rrset;
  readonly name: NameView;
  readonly zone: Zone;
  readonly chunk: ChunkView;
}

type Kind = keyof Subjects;

/** Asked before any view is made, a million times: must not allocate. `record` is the first of an RRset or name. */
export type When = (zone: Zone, record: RecordId, name: NameId, settings: LintSettings) => boolean;

/**
 * When a check runs. Checks of records, RRsets and names run for one owner name at a time; whatever they look up through their context is remembered, and they run again when it changes.
 */
export interface Trigger<K extends Kind = Kind> {
  readonly kind: K;
  /** Record types (mnemonics) that wake the check; none: all. */
  readonly types: readonly string[];
  /** Only RRsets or names with more than one record. */
  readonly several: boolean;
  readonly when: When;
  /** For checks of chunks: bits of `Chunk.features`, one of which must be set; 0: every chunk. */
  readonly features: number;
}

interface Options {
  readonly when?: When;
  readonly several?: boolean;
}

const always: When = () => true;
const trigger = <K extends Kind>(
  kind: K,
  types: readonly string[],
  { when = always, several = false }: Options = {},
  features = 0,
): Trigger<K> => ({ kind, types, several, when, features });

export const eachRecord = (types: readonly string[], options?: Options): Trigger<'record'> =>
  trigger('record', types, options);
export const eachRrset = (types: readonly string[], options?: Options): Trigger<'rrset'> =>
  trigger('rrset', types, options);
/** Names that have a record of one of the types. */
export const eachName = (types: readonly string[], options?: Options): Trigger<'name'> =>
  trigger('name', types, options);
/** Once a zone, after every change: must be quick, so ask the apex and the indexes, never walk all names. */
export const wholeZone = (): Trigger<'zone'> => trigger('zone', []);
/** The text itself, chunk by chunk, where it has one of the features. */
export const eachChunk = (features: number): Trigger<'chunk'> => trigger('chunk', [], {}, features);

/** A check of one kind of subject: what wakes it, the codes it reports, and what finds them. */
export interface CheckOf<K extends Kind> extends Trigger<K> {
  readonly reports: readonly Code[];
  readonly run: (subject: Subjects[K], context: RuleContext) => Iterable<AnyReport>;
}

export type RecordCheck = CheckOf<'record'>;
export type RrsetCheck = CheckOf<'rrset'>;
export type NameCheck = CheckOf<'name'>;
export type ZoneCheck = CheckOf<'zone'>;
export type ChunkCheck = CheckOf<'chunk'>;

/** A problem that reading the text reported. */
export interface ReportedView {
  readonly block: Block;
  readonly message: string;
  readonly args: Values;
  readonly span: Span;
  /** What is at the span. */
  readonly text: string;
}

/** Fixes for what reading the text reports, by code. */
export interface Repairs {
  readonly kind: 'repairs';
  readonly of: Readonly<Partial<Record<Code, (problem: ReportedView, context: RuleContext) => readonly Fix[]>>>;
}

export type Check = RecordCheck | RrsetCheck | NameCheck | ZoneCheck | ChunkCheck | Repairs;

/** Defines a check. What `run` yields is held against the codes it reports. */
export function check<K extends Kind, const C extends Code>({
  on,
  reports,
  run,
}: {
  readonly on: Trigger<K>;
  readonly reports: C | readonly C[];
  run(subject: Subjects[K], context: RuleContext): Iterable<Report<NoInfer<C>> | Relayed>;
}): CheckOf<K> {
  return { ...on, reports: typeof reports === 'string' ? [reports] : reports, run };
}

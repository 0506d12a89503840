/** One run of check_host(): its limits, what it asked so far, and the walk that it leaves behind. */

import { lookupName, plainName } from '../dns/resolver.ts';
import type { LookupStatus, LookupType, RecordData, Resolver } from '../dns/resolver.ts';
import type { IpAddress } from './syntax/address.ts';
import { cost } from './limits.ts';
import type { Part, SpfTerm } from './syntax/spf-record.ts';
import type { SpfOptions, SpfResult, SpfTrouble, TroubleKind, WalkQuery, WalkStep } from './verdict.ts';

/** A step that is still being walked. */
export interface Step {
  readonly depth: number;
  readonly domain: string;
  readonly kind: WalkStep['kind'];
  term: Part;
  readonly asked: WalkQuery[];
  outcome: WalkStep['outcome'];
  result: SpfResult | undefined;
  detail: string;
  lookups: number;
  voidLookups: number;
}

export interface CheckRun {
  readonly resolver: Resolver;
  readonly ip: IpAddress;
  readonly sender: string;
  readonly localPart: string;
  readonly senderDomain: string;
  readonly helo: string;
  readonly options: Required<Omit<SpfOptions, 'explanation'>>;
  readonly deadline: number;
  readonly steps: Step[];
  lookups: number;
  voidLookups: number;
}

/** The whole check ends here. */
export interface Stop {
  readonly stop: 'temperror' | 'permerror';
  readonly problem: SpfTrouble;
}

export function isStop(value: object): value is Stop {
  return 'stop' in value;
}

export const noTerm: Part = { start: 0, end: 0, text: '' };

export function beginStep(run: CheckRun, step: Pick<Step, 'depth' | 'domain' | 'kind'>, term: Part): Step {
  const begun: Step = {
    ...step,
    term,
    asked: [],
    outcome: 'result',
    result: undefined,
    detail: '',
    lookups: run.lookups,
    voidLookups: run.voidLookups,
  };
  run.steps.push(begun);
  return begun;
}

export function endStep(run: CheckRun, step: Step, outcome: Step['outcome'], detail: string, result?: SpfResult): void {
  step.outcome = outcome;
  step.detail = detail;
  step.result = result;
  step.lookups = run.lookups;
  step.voidLookups = run.voidLookups;
}

export function stopAt(step: Step, stop: Stop['stop'], kind: TroubleKind, message: string, name?: string): Stop {
  const { domain, term } = step;
  const at = term.text === '' || step.kind === 'record' ? {} : { term: term.text, start: term.start, end: term.end };
  return { stop, problem: { kind, domain, ...at, ...(name === undefined ? {} : { name }), message } };
}

/** Counts what the term costs, before it asks anything (§4.6.4). */
export function spend(run: CheckRun, step: Step, term: SpfTerm): Stop | undefined {
  run.lookups += cost(term);
  if (run.lookups <= run.options.lookupLimit) return undefined;
  return stopAt(
    step,
    'permerror',
    'lookup-limit',
    `This is lookup ${run.options.lookupLimit + 1}, and receivers give up after ${run.options.lookupLimit}.`,
  );
}

/** What a look-up's failure means to the term that made it. */
export interface AskOptions {
  /** A look-up without an answer counts; not so for the first record and for explanations. */
  readonly countVoid: boolean;
  /** Errors count as no records, as `ptr` and `exp` have it (§5.5, §6.2). */
  readonly tolerant?: boolean;
}

export interface Asked<T extends LookupType> {
  readonly status: LookupStatus | 'malformed';
  readonly records: readonly RecordData[T][];
}

export interface QueryName {
  /** As a resolver is asked; undefined for what is no domain name. */
  readonly name: string | undefined;
  readonly plain: string;
}

/** A name without escapes, as an address or a macro gives it. */
export function fromPlain(plain: string): QueryName {
  return { name: lookupName(plain), plain };
}

/** A name in presentation form, as a record gives it. */
export function fromRecord(name: string): QueryName {
  return { name: name.toLowerCase(), plain: plainName(name) };
}

/** What is no domain name can't be asked for and has no records (§4.8 leaves this open). */
export function ask<T extends LookupType>(
  run: CheckRun,
  step: Step,
  { name, plain }: QueryName,
  type: T,
  options: AskOptions,
): Asked<T> | Stop {
  if (name === undefined) {
    step.asked.push({ name: plain, type, status: 'malformed', answers: [], void: false });
    return { status: 'malformed', records: [] };
  }
  if (run.options.clock() > run.deadline) return stopAt(step, 'temperror', 'time', 'The check took too long.', name);
  const { status, records } = run.resolver.lookup(name, type);
  const isVoid = options.countVoid && (status === 'nodata' || status === 'nxdomain');
  step.asked.push({ name, type, status, answers: presentations(records), void: isVoid });
  if (isVoid && ++run.voidLookups > run.options.voidLimit) {
    return stopAt(
      step,
      'permerror',
      'void-limit',
      `This is void lookup ${run.options.voidLimit + 1}, and receivers give up after ${run.options.voidLimit}.`,
      name,
    );
  }
  return lookupError(step, name, type, status, options.tolerant === true) ?? { status, records };
}

function lookupError(
  step: Step,
  name: string,
  type: LookupType,
  status: LookupStatus,
  tolerant: boolean,
): Stop | undefined {
  if (status === 'unknown' && !tolerant)
    return stopAt(step, 'temperror', 'unknown', `No zone here contains the ${type} records of ${name}.`, name);
  if (tolerant) return undefined;
  if (status === 'timeout')
    return stopAt(step, 'temperror', 'timeout', `The query for the ${type} records of ${name} timed out.`, name);
  if (status === 'servfail')
    return stopAt(
      step,
      'temperror',
      'servfail',
      `The query for the ${type} records of ${name} failed (SERVFAIL).`,
      name,
    );
  return undefined;
}

/** By the records of an answer, which a resolver may give again. */
const presented = new WeakMap<readonly RecordData[LookupType][], readonly string[]>();

function presentations(records: readonly RecordData[LookupType][]): readonly string[] {
  const known = presented.get(records);
  if (known !== undefined) return known;
  const texts = records.map(presentation);
  presented.set(records, texts);
  return texts;
}

function presentation(record: RecordData[LookupType]): string {
  if (typeof record === 'string') return record;
  if ('exchange' in record) return `${record.preference} ${record.exchange}`;
  if ('port' in record) return `${record.priority} ${record.weight} ${record.port} ${record.target}`;
  if ('usage' in record) return `${record.usage} ${record.selector} ${record.matchingType} ${record.data}`;
  return record.join('');
}

export function walkOf(run: CheckRun): readonly WalkStep[] {
  return run.steps.map(({ term, result, ...step }) => ({
    ...step,
    term: term.text,
    start: term.start,
    end: term.end,
    ...(result === undefined ? {} : { result }),
  }));
}

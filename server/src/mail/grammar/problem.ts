/**
 * What the mail parsers report about a record.
 *
 * Offsets count octets of the joined text of one TXT record (RFC 7208 §3.3, RFC 6376 §3.6.2.2),
 * where each octet is one character of the string (latin1). A rule maps them back to the zone file.
 */

import { codeTable } from '../../findings/codes/index.ts';
import type { Arguments, Code, Message } from '../../findings/codes/index.ts';
import type { Severity, Values } from '../../findings/code.ts';
import { fillTemplate } from '../../findings/template.ts';

/** Half open: `start` is the first octet, `end` the one after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface MailEdit extends Span {
  readonly text: string;
}

export interface MailFix {
  /** What the light bulb offers, in the imperative. */
  readonly title: string;
  /** A safe fix keeps what the record was meant to say; the others are offered only. */
  readonly safe: boolean;
  /** In ascending order, without overlap. */
  readonly edits: readonly MailEdit[];
}

export interface MailProblem extends Span {
  readonly code: Code;
  /** Key of the template among the code's messages. */
  readonly message: string;
  readonly args: Values;
  /** Where this message weighs differently from the code. */
  readonly severity?: Severity;
  readonly fix?: MailFix;
}

export interface ProblemExtras {
  readonly severity?: Severity;
  readonly fix?: MailFix;
}

type Filled<Name extends string> = [Name] extends [never]
  ? [args?: Values, extras?: ProblemExtras]
  : [args: Readonly<Record<Name, string | number>> & Values, extras?: ProblemExtras];

/** Adds one problem. The compiler holds code, message and arguments against the code's row. */
export type Report<Reported extends Code> = <C extends Reported, M extends Message<C>>(
  code: C,
  message: M,
  at: Span,
  ...more: Filled<Arguments<C, M>>
) => void;

export interface Collector<Reported extends Code> {
  readonly report: Report<Reported>;
  /** What was reported, in the order of the text. */
  problems(): readonly MailProblem[];
}

export function collect<Reported extends Code>(): Collector<Reported> {
  const found: MailProblem[] = [];
  return {
    report: (code, message, at, ...[args = {}, extras = {}]) => {
      found.push({ code, message, args, start: at.start, end: at.end, ...extras });
    },
    problems: () => found.toSorted((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** The sentence a person reads. */
export function problemText({ code, message, args }: Pick<MailProblem, 'code' | 'message' | 'args'>): string {
  return fillTemplate(codeTable[code].messages[message] ?? '', args);
}

export const severityOf = ({ code, severity }: Pick<MailProblem, 'code' | 'severity'>): Severity =>
  severity ?? codeTable[code].severity;

/** The text after the edits. They must be in ascending order and must not overlap. */
export function applyEdits(text: string, edits: readonly MailEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** A piece of a record in plain words, for hovers. */
export interface Explanation extends Span {
  readonly text: string;
}

/** A problem of one record among several at the same name; `record` is its index. */
export interface SetProblem extends MailProblem {
  readonly record: number;
}

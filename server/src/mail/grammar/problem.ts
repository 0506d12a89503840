/**
 * What the mail parsers report about a record.
 *
 * Offsets count octets of the joined text of one TXT record (RFC 7208 §3.3, RFC 6376 §3.6.2.2),
 * where each octet is one character of the string (latin1). A rule maps them back to the zone file.
 */

export type MailSeverity = 'error' | 'warning' | 'information' | 'hint';

/** Which profile first shows the finding: each profile holds those before it. */
export type MailProfile = 'recommended' | 'strict' | 'all';

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

export type MailArgs = Readonly<Record<string, string | number>>;

export interface MailProblem extends Span {
  /** The id of the rule catalogue, such as `dkim/p-missing`. */
  readonly code: string;
  /** Key of the template in the rule's `messages`. */
  readonly message: string;
  readonly args: MailArgs;
  /** Where this message weighs differently from the rule. */
  readonly severity?: MailSeverity;
  readonly fix?: MailFix;
}

export interface MailRule {
  readonly severity: MailSeverity;
  readonly profile: MailProfile;
  /** An RFC section, or `practice`. */
  readonly source: string;
  readonly summary: string;
  /** Templates with `{arg}`. */
  readonly messages: Readonly<Record<string, string>>;
  readonly fix?: 'safe' | 'unsafe';
}

export type MailRules = Readonly<Record<string, MailRule>>;

export interface ProblemExtras {
  readonly severity?: MailSeverity;
  readonly fix?: MailFix;
}

/** Adds one problem; the code and the message key are checked against the rule table by the compiler. */
export type Report<R extends MailRules> = <C extends keyof R & string>(
  code: C,
  message: keyof R[C]['messages'] & string,
  at: Span,
  args?: MailArgs,
  extras?: ProblemExtras,
) => void;

export interface Collector<R extends MailRules> {
  readonly report: Report<R>;
  /** What was reported, in the order of the text. */
  problems(): readonly MailProblem[];
}

export function collect<R extends MailRules>(_rules: R): Collector<R> {
  const found: MailProblem[] = [];
  return {
    report: (code, message, at, args = {}, extras = {}) => {
      found.push({ code, message, args, start: at.start, end: at.end, ...extras });
    },
    problems: () => found.toSorted((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** Fills `{arg}`; an argument that was not given stays visible as `{arg}`. */
export function fillTemplate(template: string, args: MailArgs): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : String(value);
  });
}

/** The sentence a person reads; empty where the table does not know the code or the message. */
export function problemText(rules: MailRules, problem: Pick<MailProblem, 'code' | 'message' | 'args'>): string {
  const template = rules[problem.code]?.messages[problem.message];
  return template === undefined ? '' : fillTemplate(template, problem.args);
}

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

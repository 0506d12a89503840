/** *error*: a server refuses it or a MUST is broken so that mail or resolution fails. *warning*: a SHOULD is broken or a known failure waits. *information*: practice. *hint*: style, or a suggestion. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The worst is 0. */
export const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** The smallest profile that has a code: `recommended` ⊂ `strict` ⊂ `all`. */
export type Profile = 'recommended' | 'strict' | 'all';

/** What lists, pages and findings say about a code. What isn't written is the default. */
export interface CodeRow {
  readonly severity: Severity;
  /** `recommended` when left out. */
  readonly profile?: Profile;
  /** Whether named-checkzone (BIND 9.18) refuses or warns about the same: such codes make the profile `bind`. */
  readonly bind?: 'error' | 'warning';
  /** Safe fixes join "fix all"; unsafe ones are offered only. */
  readonly fix?: 'safe' | 'unsafe';
  /** `RFC 7505 §3`, `BIND`, or `practice`. */
  readonly source: string;
  /** A noun phrase for lists: the defect. */
  readonly summary: string;
  /** Templates with `{argument}`: what is wrong with the actual value, and what breaks. */
  readonly messages: Readonly<Record<string, string>>;
  /** Severity of single messages where it differs. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Profile of single messages where it differs. */
  readonly profiles?: Readonly<Record<string, Profile>>;
  /** Options that settings give for the code. */
  readonly options?: Readonly<Record<string, OptionSchema>>;
}

export interface OptionSchema {
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  readonly description: string;
  readonly default: string | number | boolean | readonly string[];
}

/** One area's table. The compiler keeps its words, so that a report of a code is checked for its message and for what fills it. */
export const codes = <const Table extends Readonly<Record<`${string}/${string}`, CodeRow>>>(table: Table): Table =>
  table;

/** A word in braces; other text in braces, as of `$GENERATE`, is no argument. */
type Argument<Text extends string> = Text extends `${string}${' ' | ',' | '…' | '?' | '%' | '$'}${string}`
  ? never
  : Text;
/** A macro of SPF, `%{i}`, is text. */
type ArgumentsIn<Template extends string> = Template extends `${infer Before}{${infer Text}}${infer Rest}`
  ? (Before extends `${string}%` ? never : Argument<Text>) | ArgumentsIn<Rest>
  : never;

export type MessagesOf<Row extends CodeRow> = keyof Row['messages'] & string;
export type ArgumentsOf<Row extends CodeRow, Key extends MessagesOf<Row>> = ArgumentsIn<Row['messages'][Key]>;

/** Values by argument; one that no template asks for is passed over. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** The last parameter of a report: what a message needs to be filled with, if anything. */
export type Filled<Name extends string> = [Name] extends [never]
  ? [args?: Values]
  : [args: Readonly<Record<Name, string | number>> & Values];

/** *error*: a server refuses it or a MUST is broken so that mail or resolution fails. *warning*: a SHOULD is broken or a known failure waits. *information*: practice. *hint*: style, or a suggestion. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The worst is 0. */
export const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** The smallest profile that has the rule: `recommended` ⊂ `strict` ⊂ `all`. */
export type Profile = 'recommended' | 'strict' | 'all';

export interface RuleMeta {
  /** Area and name: `mx/no-address`. The rule's file is at lint/rules/<code>.ts, its page beside it. */
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  /** `RFC 7505 §3`, `BIND`, or `practice`. */
  readonly source: string;
  /** One sentence for lists: what the rule finds. */
  readonly summary: string;
  /** Templates with `{argument}`: what is wrong with the actual value, what happens because of it, what to do. */
  readonly messages: Readonly<Record<string, string>>;
  /** Severity of single messages where it differs. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** `recommended` when left out. */
  readonly profile?: Profile;
  /** Safe fixes join "fix all"; unsafe ones are offered only. */
  readonly fix?: 'safe' | 'unsafe';
  /** Whether named-checkzone (BIND 9.18) refuses or warns about the same: such rules make the profile `bind`. */
  readonly bind?: 'error' | 'warning';
  /** JSON schema of the rule's options. */
  readonly options?: Readonly<Record<string, OptionSchema>>;
}

export interface OptionSchema {
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  readonly description: string;
  readonly default: string | number | boolean | readonly string[];
}

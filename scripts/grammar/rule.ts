/** A rule of a TextMate grammar, as far as VS Code's tokenizer knows them. */
export interface Rule {
  readonly include?: string;
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  /** Checked at the start of every further line; when it fails, the rule and all that is open inside it are left. */
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

export type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly Rule[] }>>;

export interface Grammar {
  readonly [key: string]: unknown;
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Rule[] }>>;
}

/** The full scope name: every scope of this grammar ends in its language, so that themes can tell it apart. */
export const scope = (names: string): string =>
  names
    .split(' ')
    .map((name) => `${name}.dns-zone`)
    .join(' ');

export const include = (key: string): Rule => ({ include: `#${key}` });

/** Captures by number from 1: scopes, or scopes with rules for what is inside. `undefined` leaves a group as it is. */
export function groups(
  ...contents: readonly (string | undefined | { readonly name?: string; readonly patterns: readonly Rule[] })[]
): Captures {
  const captures: Record<string, { name?: string; patterns?: readonly Rule[] }> = {};
  for (const [index, content] of contents.entries()) {
    if (content === undefined) continue;
    if (typeof content === 'string') captures[index + 1] = { name: scope(content) };
    else
      captures[index + 1] = {
        ...(content.name === undefined ? {} : { name: scope(content.name) }),
        patterns: content.patterns,
      };
  }
  return captures;
}

/** Where a record's data is: on one line, so that it ends with the line; or inside parentheses, so that it ends where they do (RFC 1035 §5.1). */
export type Mode = 'line' | 'parentheses';
export const endOf = (mode: Mode): string => (mode === 'line' ? '$' : '(?=\\))');
export const suffixOf = (mode: Mode): string => (mode === 'line' ? '' : '-in-parentheses');

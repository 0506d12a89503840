import { endOf, include, scope, suffixOf, type Captures, type Mode, type Rule } from './rule.ts';
import type { Form, Shape } from './shapes.ts';
import { TOKEN, whole } from './text.ts';

/**
 * Rdata as a chain of states: the state after a field is a rule inside the rule of that field, and all of them end together, with the line or before the
 * closing parenthesis. Types whose fields end alike share the states of that end.
 *
 * Which field stands behind a closing parenthesis is more than such a grammar can know: what follows is coloured by its looks, and never called wrong.
 */
export interface Chains {
  /** The key of the state in which these fields are still to come. `generic`: `\# length hex` may stand instead of them (RFC 3597 §5). */
  state(shapes: readonly Shape[], mode: Mode, generic?: boolean): string;
  readonly repository: Map<string, readonly Rule[]>;
}

const open = { 0: { name: scope('punctuation.section.parens.begin') } };
const nestedOpen = { 0: { name: scope('punctuation.section.parens.begin invalid.illegal.nested-parenthesis') } };
const close = { 0: { name: scope('punctuation.section.parens.end') } };

/** Text in parentheses. They don't nest (RFC 1035 §5.1), though BIND lets them. */
export function parenthesized(mode: Mode, patterns: readonly Rule[]): Rule {
  return { begin: '\\(', beginCaptures: mode === 'line' ? open : nestedOpen, end: '\\)', endCaptures: close, patterns };
}

/** A closing parenthesis that nothing opened. */
const strayParenthesis: Rule = { match: '\\)', name: scope('invalid.illegal.unbalanced-parenthesis') };

/** What may stand between any two tokens. */
export function between(mode: Mode, parentheses: Rule): readonly Rule[] {
  return [include('comment'), parentheses, ...(mode === 'line' ? [strayParenthesis] : [])];
}

/** The forms of a token as one expression, a group each. */
export function formsRule(forms: readonly Form[]): { readonly match: string; readonly captures: Captures } {
  const captures: Record<string, { name?: string; patterns?: readonly Rule[] }> = {};
  for (const [index, { name, inside }] of forms.entries()) {
    captures[index + 1] = {
      ...(name === undefined ? {} : { name: scope(name) }),
      ...(inside === undefined ? {} : { patterns: inside }),
    };
  }
  return { match: forms.map(({ match }) => `(${match})`).join('|'), captures };
}

export function createChains(generic: readonly Shape[]): Chains {
  const repository = new Map<string, readonly Rule[]>();

  function state(shapes: readonly Shape[], mode: Mode, withGeneric = false): string {
    const key = `rdata${withGeneric ? '-or-generic' : ''}-${shapes.map(({ id }) => id).join('-') || 'end'}${suffixOf(mode)}`;
    if (!repository.has(key)) {
      repository.set(key, []);
      repository.set(key, rulesOf(shapes, mode, withGeneric));
    }
    return key;
  }

  function rulesOf(shapes: readonly Shape[], mode: Mode, withGeneric: boolean): readonly Rule[] {
    const [first, ...others] = shapes;
    const inside = [include(state(shapes, 'parentheses', withGeneric))];
    if (first === undefined) {
      const extra = {
        match: `${TOKEN}|"(?>[^"\\\\\\n]+|\\\\.)*(?:"|\\\\?$)`,
        name: scope('invalid.illegal.extra-data'),
      };
      return [...between(mode, parenthesized(mode, inside)), extra];
    }
    const mark: readonly Rule[] = withGeneric
      ? [
          {
            begin: whole('\\\\#') + ('text' in first ? '(?=[\\s(]*[0-9])' : ''),
            beginCaptures: { 0: { name: scope('keyword.other.generic-data') } },
            end: endOf(mode),
            patterns: [include(state(generic, mode))],
          },
        ]
      : [];
    if ('rest' in first) return [...between(mode, parenthesized(mode, inside)), ...mark, ...first.rest(mode)];
    const parentheses: Rule = {
      begin: '(?=\\()',
      end: endOf(mode),
      patterns: [parenthesized(mode, inside), include(`loose${suffixOf(mode)}`)],
    };
    const { match, captures } = formsRule(first.forms);
    return [
      ...between(mode, parentheses),
      ...mark,
      { begin: match, beginCaptures: captures, end: endOf(mode), patterns: [include(state(others, mode))] },
    ];
  }

  return { state, repository };
}

import type { RecordType } from '../../server/src/zone/rrtypes/fields/record-type.ts';
import { between, createChains, parenthesized } from './chains.ts';
import { directiveRules } from './directives.ts';
import { anyOf, CLASS, entryRules, TYPE_NUMBER } from './entries.ts';
import { createKinds, textFamilies } from './kinds.ts';
import { groups, include, scope, suffixOf, type Grammar, type Mode, type Rule } from './rule.ts';
import { hexShape, numberShape } from './shapes.ts';
import { spfRules } from './spf.ts';
import { serviceParameterRules } from './svc-params.ts';
import { tagListRules, tagLists, uriRules } from './tag-lists.ts';
import { byLooks, quoted, textRules, TIME, TOKEN, TOKEN_END, whole } from './text.ts';

const modes: readonly Mode[] = ['line', 'parentheses'];

/** The strings of a record whose first string named its family: those that follow may begin in the middle of a word. */
function familyRules(): Readonly<Record<string, readonly Rule[]>> {
  const inside: Readonly<Record<string, readonly Rule[]>> = {
    ...spfRules,
    ...Object.fromEntries(tagLists.map((list) => [list.id, tagListRules(list)])),
  };
  const rules: Record<string, readonly Rule[]> = { ...inside };
  for (const { id } of textFamilies) {
    for (const mode of modes) {
      const key = `${id}-strings`;
      rules[key + suffixOf(mode)] = [
        ...between(mode, parenthesized(mode, [include(`${key}-in-parentheses`)])),
        ...quoted([include(id)], `meta.${id}`),
        include('unquoted-string'),
      ];
    }
  }
  return rules;
}

/** The value of a CAA property, a domain, then parameters (RFC 8659 §4.2); or a URI. */
const value: readonly Rule[] = [
  include('uris'),
  { match: ';', name: scope('punctuation.separator.parameter') },
  {
    match: '(?<![A-Za-z0-9-])([A-Za-z0-9-]+)[ \\t]*(=)',
    captures: groups('variable.parameter.value', 'keyword.operator.assignment'),
  },
  { match: '(?<=")[ \\t]*[A-Za-z0-9_.-]+(?=[ \\t;"\\\\]|$)', name: scope('variable.other.domain.value') },
];

function looseRules(): Readonly<Record<string, readonly Rule[]>> {
  return Object.fromEntries(
    modes.map((mode) => [
      `loose${suffixOf(mode)}`,
      [...between(mode, parenthesized(mode, [include('loose-in-parentheses')])), include('by-looks')],
    ]),
  );
}

/**
 * A line in parentheses that can only be the next entry, as the lexer judges it (server/src/zone/syntax/recovery.ts): a directive; or an owner name in the
 * first column, then class or TTL and a type; or a type whose data looks right. An entry that was never closed ends there, and spoils its own colours only.
 */
function clearlyAnEntry(types: readonly RecordType[]): string {
  const type = `(?:${anyOf(types)}|${TYPE_NUMBER})`;
  const data = [
    '(?i:A)[ \\t]+[0-9]{1,3}(?:\\.[0-9]{1,3}){3}',
    '(?i:AAAA)[ \\t]+[0-9A-Fa-f:.]{0,40}:[0-9A-Fa-f:.]{0,40}',
    '(?i:TXT)[ \\t]+"[^"]*"',
    '(?i:MX)[ \\t]+[0-9]{1,5}[ \\t]+(?>[^\\s;]+)',
    '(?i:CNAME|NS|PTR)[ \\t]+(?=[^\\s;]+\\.)(?>[^\\s;]+)',
  ];
  const directive = `\\$(?i:ORIGIN|TTL|INCLUDE|GENERATE)${TOKEN_END}`;
  const withHeader = `(?:(?:${CLASS}|${whole('[0-9]+')})[ \\t]+){1,2}${type}[ \\t]*[^\\s;]`;
  return `(?:${directive}|(?!${type})${TOKEN}[ \\t]+(?:${withHeader}|(?:${data.join('|')})[ \\t]*(?:;|$)))`;
}

/** The whole grammar, for the record types of the registry. */
function zoneGrammar(types: readonly RecordType[]): Grammar {
  const chains = createChains([numberShape, hexShape]);
  const kinds = createKinds();
  const named: Readonly<Record<string, readonly Rule[]>> = {
    ...directiveRules(types, chains),
    ...entryRules(types, kinds, chains),
    ...looseRules(),
    ...familyRules(),
    ...uriRules,
    ...textRules,
    ...serviceParameterRules(),
    'value-string': quoted(value),
    // RFC 3402 §3.2; the back-reference \1 is written \\1.
    'substitution-string': quoted(
      [{ match: '\\\\\\\\[1-9]', name: scope('variable.other.back-reference') }],
      'string.regexp',
    ),
    'type-reference': [
      { match: `${anyOf(types)}|${TYPE_NUMBER}`, name: scope('support.type.record.reference') },
      include('string'),
      { match: TOKEN, name: scope('invalid.illegal.unknown-type') },
    ],
    'by-looks': byLooks,
    'not-zone-text': [
      { match: '^(?:<{7}|={7}|>{7}|\\|{7})(?= |$).*$', name: scope('invalid.illegal.merge-conflict') },
      // "#" can be a name; then class or TTL follow it, which they seldom do in a remark.
      {
        match: `^(?!#[ \\t]+(?:${CLASS}|${whole(TIME)})[ \\t])(?:#(?=[\\s#]|$)|//).*$`,
        name: scope('invalid.illegal.comment'),
      },
    ],
  };
  const repository = Object.fromEntries(
    [...Object.entries(named), ...chains.repository].map(([key, patterns]) => [key, { patterns }]),
  );
  return {
    information_for_contributors: [
      'Generated from the record-type registry by scripts/generate-grammar.ts. Change that, and run "npm run docs".',
    ],
    name: 'DNS Zone',
    scopeName: 'source.dns-zone',
    patterns: [
      {
        begin: '^',
        while: `^(?!${clearlyAnEntry(types)})`,
        patterns: [include('comment'), include('not-zone-text'), include('directive'), include('record')],
      },
    ],
    repository,
  };
}

/** The text of syntaxes/dns-zone.tmLanguage.json. */
export function grammarFile(types: readonly RecordType[]): string {
  const { repository, ...rest } = zoneGrammar(types);
  const entries = Object.entries(repository).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  // One state a line: a change shows where it is, and the file stays small.
  return `${JSON.stringify(rest, null, 2).slice(0, -2)},\n "repository": {\n${entries.join(',\n')}\n }\n}\n`;
}

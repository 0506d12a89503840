import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';

const root = path.dirname(path.dirname(import.meta.dirname));

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Reads lines of a zone with the grammar as VS Code does. */
export async function zoneTokenizer(): Promise<(lines: readonly string[]) => readonly (readonly Token[])[]> {
  const registry = createRegistry([
    {
      path: path.join(root, 'syntaxes/dns-zone.tmLanguage.json'),
      scopeName: 'source.dns-zone',
      language: 'dns-zone',
      injectTo: [],
    },
  ]);
  const grammar = await registry.loadGrammar('source.dns-zone');
  if (grammar === null) throw new Error('the grammar does not load');
  return (lines) => {
    let state: Parameters<typeof grammar.tokenizeLine>[1] = null;
    return lines.map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
    });
  };
}

const TYPES = ['other', 'comment', 'string', 'regex'] as const;

interface Contributed {
  readonly contributes: {
    readonly grammars: readonly { readonly tokenTypes: Readonly<Record<string, (typeof TYPES)[number]>> }[];
  };
}

/** What a character of a line is to VS Code: the type of its token, as the grammar's scopes and package.json say. */
export async function zoneTokenTypes(): Promise<(line: string, at: number) => (typeof TYPES)[number]> {
  const registry = createRegistry([
    {
      path: path.join(root, 'syntaxes/dns-zone.tmLanguage.json'),
      scopeName: 'source.dns-zone',
      language: 'dns-zone',
      injectTo: [],
    },
  ]);
  const [contributed] = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Contributed).contributes
    .grammars;
  const tokenTypes = Object.fromEntries(
    Object.entries(contributed!.tokenTypes).map(([scope, type]) => [scope, TYPES.indexOf(type)]),
  );
  const grammar = await registry.loadGrammarWithConfiguration('source.dns-zone', 1, { tokenTypes });
  if (grammar === null) throw new Error('the grammar does not load');
  return (line, at) => {
    const { tokens } = grammar.tokenizeLine2(line, null);
    let metadata = 0;
    for (let k = 0; k < tokens.length && tokens[k]! <= at; k += 2) metadata = tokens[k + 1]!;
    return TYPES[(metadata >>> 8) & 3]!;
  };
}

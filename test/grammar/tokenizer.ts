import path from 'node:path';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';

const root = path.dirname(path.dirname(import.meta.dirname));

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Reads lines of a zone with the grammar as VS Code does. */
export async function zoneTokenizer(): Promise<(lines: readonly string[]) => readonly (readonly Token[])[]> {
  const registry = createRegistry([{ path: path.join(root, 'syntaxes/dns-zone.tmLanguage.json'), scopeName: 'source.dns-zone', language: 'dns-zone', injectTo: [] }]);
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

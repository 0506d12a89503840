import * as monaco from 'monaco-editor/editor';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate';
import { scopedRules } from './themes.ts';

const SCOPE = 'source.dns-zone';

/** The editor wants to compare and copy what a line ends with. */
class LineEnd implements monaco.languages.IState {
  readonly stack: StateStack;

  constructor(stack: StateStack) {
    this.stack = stack;
  }

  clone(): LineEnd {
    return this;
  }

  equals(other: monaco.languages.IState): boolean {
    return other instanceof LineEnd && other.stack.equals(this.stack);
  }
}

/** Milliseconds for a line, as in VS Code: what takes longer stays without colors. */
const patience = 500;
/** UTF-16 units of a line, as in VS Code. */
const longest = 20_000;

/** The innermost of a token's scopes that the themes know. */
function scopeFor(scopes: readonly string[]): string {
  const known = scopes
    .toReversed()
    .find((scope) => scopedRules.some((rule) => scope === rule || scope.startsWith(`${rule}.`)));
  return known ?? '';
}

/** Colors zone files by the TextMate grammar that VS Code has. `wasm`: the program of vscode-oniguruma. */
export async function colorByGrammar(language: string, grammarText: string, wasm: ArrayBuffer): Promise<void> {
  await loadWASM({ data: wasm });
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => createOnigScanner(patterns),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(scope === SCOPE ? parseRawGrammar(grammarText, 'dns-zone.tmLanguage.json') : null),
  });
  const grammar = await registry.loadGrammar(SCOPE);
  if (grammar === null) throw new Error(`The grammar isn't one of ${SCOPE}.`);
  monaco.languages.setTokensProvider(language, {
    getInitialState: () => new LineEnd(INITIAL),
    tokenize(line, state) {
      const before = state instanceof LineEnd ? state.stack : INITIAL;
      if (line.length > longest) return { tokens: [{ startIndex: 0, scopes: '' }], endState: new LineEnd(before) };
      const { tokens, ruleStack } = grammar.tokenizeLine(line, before, patience);
      return {
        tokens: tokens.map(({ startIndex, scopes }) => ({ startIndex, scopes: scopeFor(scopes) })),
        endState: new LineEnd(ruleStack),
      };
    },
  });
}

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'jsonc-parser';
import { tokenModifiers } from '../../../server/src/ide/semantic-tokens.ts';

const root = path.join(import.meta.dirname, '../../..'),
  themes = path.join(root, 'test/vscode/node_modules/code-server/lib/vscode/extensions/theme-defaults/themes');

interface Manifest {
  readonly contributes: {
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}
interface Theme {
  readonly include?: string;
  readonly tokenColors?: readonly {
    readonly scope?: string | readonly string[];
    readonly settings: { readonly foreground?: string };
  }[];
}

const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest,
  scopes = contributes.semanticTokenScopes[0]!.scopes;

/** The color that a theme gives a scope: that of its longest selector that fits. */
function colorOf(file: string, scope: string): string | undefined {
  const { include, tokenColors = [] } = parse(readFileSync(path.join(themes, file), 'utf8')) as Theme;
  let color = include === undefined ? undefined : colorOf(include, scope),
    longest = -1;
  for (const { scope: selectors = [], settings } of tokenColors)
    for (const selector of [selectors].flat().flatMap((one) => one.split(',')))
      if (
        (scope === selector.trim() || scope.startsWith(`${selector.trim()}.`)) &&
        selector.length >= longest &&
        settings.foreground
      ) {
        longest = selector.length;
        color = settings.foreground;
      }
  return color;
}

describe('the colors of semantic tokens', () => {
  it('have a modifier in the manifest for each that the server adds to those of the protocol', () => {
    assert.deepEqual(
      contributes.semanticTokenModifiers.map(({ id }) => id),
      tokenModifiers.filter((modifier) => modifier !== 'declaration' && modifier !== 'deprecated'),
    );
  });

  it("tell the zone's own name and other zones' names from the rest in the stock themes", {
    skip: !existsSync(themes),
  }, () => {
    for (const theme of [
      'dark_modern.json',
      'light_modern.json',
      'dark_plus.json',
      'light_plus.json',
      'hc_light.json',
    ]) {
      const plain = colorOf(theme, 'variable'),
        others = Object.values(scopes).map(([scope]) => colorOf(theme, scope!));
      assert.equal(new Set([plain, ...others]).size, 1 + others.length, `${theme}: ${[plain, ...others].join(' ')}`);
    }
  });
});

import * as monaco from 'monaco-editor/editor';

/** A scope of the grammar, its color on white and its color on dark; each has a contrast of 4.5 or more (WCAG 2.2, 1.4.3). */
const colors: readonly (readonly [scope: string, light: string, dark: string])[] = [
  ['comment', '4f6b3a', '8fb573'],
  ['string', 'a31515', 'd99a7c'],
  ['constant.numeric', '0a6e4f', 'b5cea8'],
  ['constant.language', '0b5fa5', '6fb7e8'],
  ['constant.character.escape', '9a3d00', 'd7ba7d'],
  ['keyword.control', '8a1fb0', 'd08cd8'],
  ['keyword.operator', '5a5a5a', 'bdbdbd'],
  ['keyword.other', '8a1fb0', 'd08cd8'],
  ['storage', '0b5fa5', '6fb7e8'],
  ['support.type', '0b4fb3', '5fb8f0'],
  ['support.function', '795400', 'dcdcaa'],
  ['variable.parameter', '6b4b00', '9cdcfe'],
  ['variable', '1c3f66', '9cdcfe'],
  ['entity.name', '1c3f66', '9cdcfe'],
  ['punctuation', '5a5a5a', 'bdbdbd'],
  ['invalid', 'c5221f', 'ff8f87'],
];

/** The scopes that the themes have a color for. */
export const scopedRules: readonly string[] = colors.map(([scope]) => scope);

/** What the server's semantic tokens look like; strings are left to the grammar. */
const semantic: Readonly<Record<string, string>> = {
  variable: 'variable',
  'variable.declaration': 'variable',
  number: 'constant.numeric',
  modifier: 'storage',
  type: 'support.type',
  macro: 'keyword.control',
  enumMember: 'constant.language',
};

function rulesFor(dark: boolean): monaco.editor.ITokenThemeRule[] {
  const foregrounds = new Map(colors.map(([scope, onLight, onDark]) => [scope, dark ? onDark : onLight]));
  const scoped = [...foregrounds].map(([token, foreground]) => ({ token, foreground }));
  const tokens = Object.entries(semantic).map(([token, scope]) => ({
    token,
    foreground: foregrounds.get(scope) ?? '',
    ...(token.endsWith('.declaration') ? { fontStyle: 'bold' } : {}),
  }));
  return [...scoped, ...tokens];
}

/** Follows the color scheme of the system. */
export function followColorScheme(): void {
  for (const dark of [false, true])
    monaco.editor.defineTheme(dark ? 'zonewright-dark' : 'zonewright-light', {
      base: dark ? 'vs-dark' : 'vs',
      inherit: true,
      rules: rulesFor(dark),
      colors: dark
        ? {
            'editor.background': '#161b22',
            'editorCodeLens.foreground': '#9aa4b2',
            'editorLineNumber.foreground': '#8b949e',
            'editorLineNumber.dimmedForeground': '#8b949e',
          }
        : {
            'editor.background': '#ffffff',
            'editorCodeLens.foreground': '#5f6872',
            'editorLineNumber.foreground': '#5f6872',
            'editorLineNumber.dimmedForeground': '#5f6872',
          },
    });
  const dark = matchMedia('(prefers-color-scheme: dark)'),
    contrast = matchMedia('(forced-colors: active)');
  const choose = (): void => {
    const high = contrast.matches ? 'hc' : 'zonewright';
    monaco.editor.setTheme(
      high === 'hc' ? (dark.matches ? 'hc-black' : 'hc-light') : dark.matches ? 'zonewright-dark' : 'zonewright-light',
    );
  };
  for (const query of [dark, contrast]) query.addEventListener('change', choose);
  choose();
}

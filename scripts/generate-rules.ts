/** Writes server/src/lint/rules/index.ts from the rule files that are there. `--check` only says whether it is stale. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../server/src/lint/rules'), target = join(folder, 'index.ts');
const paths = globSync('*/*.ts', { cwd: folder }).map(path => path.replaceAll('\\', '/')).sort();
const name = (path: string): string => path.replace(/\.ts$/, '').replaceAll(/[^a-zA-Z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());
const lines = [
  '// Written by `npm run docs` from the files beside it.',
  "import type { Rule } from '../engine/rule.ts';",
  ...paths.map(path => `import ${name(path)} from './${path}';`),
  '',
  'const files: readonly (Rule | readonly Rule[])[] = [',
  ...paths.map(path => `  ${name(path)} as Rule | readonly Rule[],`),
  '];',
  '',
  '/** Every rule, in the order of their codes. */',
  'export const allRules: readonly Rule[] = files.flat();',
  '',
].join('\n');
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== lines) { console.log('server/src/lint/rules/index.ts is stale: run npm run docs'); process.exitCode = 1; }
} else writeFileSync(target, lines);

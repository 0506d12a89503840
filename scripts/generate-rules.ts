/** Writes the two lists of what is in a folder: server/src/lint/rules/index.ts from the checks, server/src/findings/codes/table.ts from the tables of codes. `--check` only says whether they are stale. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../server/src');
const filesIn = (folder: string, pattern: string): readonly string[] =>
  globSync(pattern, { cwd: join(source, folder) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
const name = (path: string): string =>
  path.replace(/\.ts$/, '').replaceAll(/[^a-zA-Z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());

const checks = filesIn('lint/rules', '*/*.ts');
const areas = filesIn('findings/codes', '*.ts')
  .filter((path) => path !== 'index.ts' && path !== 'table.ts')
  .map((path) => path.replace(/\.ts$/, ''));

const lists: Readonly<Record<string, readonly string[]>> = {
  'lint/rules/index.ts': [
    '// Written by `npm run docs` from the files beside it.',
    "import type { Check } from '../engine/check.ts';",
    ...checks.map((path) => `import ${name(path)} from './${path}';`),
    '',
    'const files: readonly (Check | readonly Check[])[] = [',
    ...checks.map((path) => `  ${name(path)},`),
    '];',
    '',
    '/** Every check, in the order of their files. */',
    'export const allChecks: readonly Check[] = files.flat();',
    '',
  ],
  'findings/codes/table.ts': [
    '// Written by `npm run docs` from the tables beside it.',
    ...areas.map((area) => `import { ${area}Codes } from './${area}.ts';`),
    '',
    '/** Every code there is, with what lists, pages and findings say about it. */',
    'export const table = {',
    ...areas.map((area) => `  ...${area}Codes,`),
    '};',
    '',
  ],
};

for (const [file, lines] of Object.entries(lists)) {
  const target = join(source, file),
    text = lines.join('\n');
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.log(`server/src/${file} is stale: run npm run docs`);
    process.exitCode = 1;
  }
}

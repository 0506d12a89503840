// Writes docs/zonewright.1, the manual page, from the same table as --help. With --check it only says whether the page is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { program } from '../server/src/cli/program.ts';
import { programTable } from '../server/src/cli/reference/command-table.ts';
import { manPage } from '../server/src/cli/reference/man-page.ts';
import { root } from './paths.ts';

const file = path.join(root, 'docs/zonewright.1'),
  page = manPage(programTable(program(() => undefined)));
if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (readFileSync(file, 'utf8') !== page) {
  console.log('docs/zonewright.1 is stale: run npm run docs.');
  process.exitCode = 1;
}

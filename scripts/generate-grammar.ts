// Writes the TextMate grammar from the record-type registry. With --check, only says whether the file is up to date, by its exit status.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { allTypes } from '../server/src/zone/rrtypes/registry/registry.ts';
import { grammarFile } from './grammar/zone.ts';
import { root } from './paths.ts';

const file = path.join(root, 'syntaxes/dns-zone.tmLanguage.json');
const fresh = grammarFile(allTypes);

if (process.argv.includes('--check')) {
  const current = await readFile(file, 'utf8');
  if (current !== fresh) {
    console.error('syntaxes/dns-zone.tmLanguage.json is stale: run "npm run docs"');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, fresh);
}

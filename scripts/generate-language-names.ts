// Writes the names and first lines of zone files into package.json. With --check, only says by its exit status whether they are up to date.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { languageClaims } from './language-names.ts';
import { root } from './paths.ts';

const file = path.join(root, 'package.json');
const current = await readFile(file, 'utf8');
const manifest = JSON.parse(current) as { contributes: { languages: [Partial<typeof languageClaims>] } };
Object.assign(manifest.contributes.languages[0], languageClaims);
const fresh = `${JSON.stringify(manifest, null, 2)}\n`;

if (!process.argv.includes('--check')) await writeFile(file, fresh);
else if (current !== fresh) {
  console.error('The file names in package.json are stale: run npm run docs');
  process.exitCode = 1;
}

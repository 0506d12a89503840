import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filenamePatterns } from './language-names.ts';
import { root } from './paths.ts';

const file = path.join(root, 'package.json');
const manifest = JSON.parse(await readFile(file, 'utf8')) as { contributes: { languages: [{ filenamePatterns: readonly string[] }] } };
manifest.contributes.languages[0].filenamePatterns = filenamePatterns;
await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './imports.ts';

const map = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
})
  .trim()
  .split('\n');
const { dependencies = {}, devDependencies = {} } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
) as {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};

/** What the map names in backticks that looks like a file or a folder: with a slash, or with an ending of ours. `<…>` stands for a name to choose. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => /^[\w*./<>-]+$/.test(name) && (name.includes('/') || /\.(?:ts|md|json)$/.test(name)))
    .filter((name) => !(name in dependencies) && !(name in devDependencies) && !name.startsWith('.'));

/** A path from the top or from any folder on the way: `node/bounded-files.ts`. */
function isThere(name: string): boolean {
  const source = name
    .replace(/\/$/, '')
    .replaceAll('.', '\\.')
    .replaceAll('*', '[^/]*')
    .replaceAll(/<[^>]*>/g, '[^/]+');
  const shape = new RegExp(`(?:^|/)${source}(?:/|$)`);
  return tracked.some((file) => shape.test(file));
}

describe('ARCHITECTURE.md', () => {
  it('names files and folders that are there', () => {
    assert.deepEqual(
      pathsIn(map).filter((name) => !isThere(name)),
      [],
    );
    assert.ok(pathsIn(map).length > 40, 'few paths were seen');
    assert.deepEqual(
      pathsIn('`lint/gone.ts`, `zone/records`').filter((name) => !isThere(name)),
      ['lint/gone.ts'],
    );
  });

  it('counts its invariants', () => {
    const numbers = [...map.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => Number(number));
    assert.deepEqual(
      numbers,
      numbers.map((_, k) => k + 1),
    );
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '../../..');
const { optionalDependencies, devDependencies } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
) as Readonly<Record<'optionalDependencies' | 'devDependencies', Readonly<Record<string, string>>>>;
const major = (range: string): number => Number(/\d+/.exec(range)?.[0]);

test('the Node that runs scripts is the same for every platform, in its types and among those of CI', () => {
  const majors = new Set(Object.values(optionalDependencies).map(major));
  assert.equal(majors.size, 1);
  const [node = 0] = majors;
  assert.equal(major(devDependencies['@types/node'] ?? ''), node);
  const matrix = /node: \[(.*)\]/
    .exec(readFileSync(path.join(root, '.github/workflows/ci.yml'), 'utf8'))?.[1]
    ?.split(', ')
    .map(Number);
  assert.ok(matrix?.includes(node), `CI runs on Node ${matrix?.join(' and ')}, and scripts on Node ${node}`);
});

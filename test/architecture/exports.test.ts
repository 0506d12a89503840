import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ExportsAndUses, productModules } from './exports.ts';
import { root } from './imports.ts';

/** What others than this tree take: the library, and what an editor starts. */
const forOthers = new Set([
  'server/src/main-library.ts',
  'client/src/extension-node.ts',
  'client/src/extension-browser.ts',
  'server/src/main-executable-parts.ts',
]);

/** What tests build worlds of. */
const onlyForTests = new Set(['noFacts', 'noOthers', 'checkZones']);

const tests = (): ReadonlyMap<string, string> =>
  new Map(
    globSync('test/{*,[!v]*/**/*,vscode/*,vscode/suite/**/*}.ts', { cwd: root }).map(
      (file) => [file.replaceAll('\\', '/'), readFileSync(path.join(root, file), 'utf8')] as const,
    ),
  );

describe('the exports of the product', () => {
  it('have a caller outside tests: another module, or their own where a test takes them too', () => {
    const product = productModules();
    const forTests = new ExportsAndUses(new Map([...product, ...tests()]));
    const taken = new ExportsAndUses(product);
    assert.ok(taken.exports.length > 1000, `only ${taken.exports.length} exports were seen`);
    const dead = taken
      .unused()
      .filter(({ file, name, kind }) => {
        if (kind === 'type' || forOthers.has(file) || onlyForTests.has(name)) return false;
        const calledAtHome = kind === 'value' && taken.timesNamed(file, name) > 1;
        return !calledAtHome || forTests.isUnused(file, name);
      })
      .map(({ file, name }) => `${file}: ${name}`);
    assert.deepEqual(dead, []);
  });

  it('are seen through lists, stars, name spaces and imports at run time', () => {
    const seen = new ExportsAndUses(
      new Map([
        [
          'a.ts',
          "export function called() {}\nexport const dead = 1;\nexport { one, two as second } from './b.ts';\n// export const not = 1;\n",
        ],
        [
          'b.ts',
          'export const one = 1;\nexport const two = 2;\nexport const three = 3;\nexport type Shape = string;\n',
        ],
        ['c.ts', "import { called, second as other } from './a.ts';\nconst { three } = await import('./b.ts');\n"],
        ['d.ts', 'export class Whole {}\n'],
        ['e.ts', "import * as d from './d.ts';\n"],
      ]),
    );
    assert.deepEqual(
      seen.unused().map(({ file, name, kind }) => `${file} ${name} ${kind}`),
      ['a.ts dead value', 'a.ts one listed', 'b.ts Shape type'],
    );
  });
});

import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { allCodes } from '../../../server/src/findings/codes/index.ts';
import { readExamples, tell } from './problem-pages.ts';

const source = path.join(import.meta.dirname, '../../../server/src'),
  pages = path.join(source, '../../docs/rules');
const sections = ['What', 'Why', 'Invalid', 'Valid', 'When to turn it off'];

for (const code of allCodes.filter((one) => /^(?:config|settings|suppression)\//.test(one)))
  describe(code, () => {
    const file = path.join(pages, `${code}.md`),
      page = existsSync(file) ? readFileSync(file, 'utf8') : '';

    it('has a page with all its sections', () => {
      assert.ok(page.startsWith(`# ${code}\n`), `${file} is missing`);
      assert.deepEqual(
        [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title),
        sections,
      );
    });

    for (const { valid, files, messages } of readExamples(page))
      it(`${valid ? 'is silent' : 'speaks'} as its page says about ${files.map(({ name }) => name).join(' and ')}`, () => {
        const told = tell(files).filter((one) => one.code.split('/')[0] === code.split('/')[0]);
        assert.deepEqual(
          told.map((one) => one.code),
          valid ? [] : messages.map(() => code),
        );
        assert.deepEqual(
          told.map(({ message }) => message),
          messages,
        );
        assert.deepEqual(
          told.map((one) => `${one.file} ${one.place}`),
          files.flatMap(({ name, marks }) => marks.map((mark) => `${name} ${mark}`)),
        );
      });
  });

describe('every code that is told anywhere', () => {
  const known = new Set<string>(allCodes);
  const areas = new Set([...known].map((code) => code.split('/')[0]));

  it("is a rule's or has its place among the problems of configurations", () => {
    const unknown = globSync('**/*.ts', { cwd: source }).flatMap((file) =>
      [...readFileSync(path.join(source, file), 'utf8').matchAll(/(?<=['"`])([a-z0-9]+)\/[a-z0-9-]*[a-z0-9](?=['"`])/g)]
        .filter(([code, area]) => areas.has(area!) && !known.has(code))
        .map(([code]) => `${file}: ${code}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('has its page', () => {
    const without = [...known].filter((code) => !existsSync(path.join(pages, `${code}.md`)));
    assert.deepEqual(without, []);
  });
});

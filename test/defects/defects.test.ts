/** Bad zones with one defect each, found at the right token and nowhere else; and zones without a fault, of which nothing is said. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { codesOf, readTable, summary } from '../../scripts/defects/table.ts';
import type { ShownFinding } from '../../server/src/lint/engine/finding.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import { lintFiles } from '../rules/lint-example.ts';
import type { ExampleFile } from '../rules/page.ts';
import { cleanZones, defects, NOT_FOUND } from './corpus.ts';
import type { Defect } from './corpus.ts';

const serious = ({ severity }: ShownFinding): boolean => severity === 'error' || severity === 'warning';
const place = (
  name: string,
  {
    start,
    end,
  }: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  },
): string => `${name}:${start.line + 1}:${start.character}-${end.line + 1}:${end.character}`;
const shown = ({ place: { uri, range }, code, message }: ShownFinding): string =>
  `${place(uri, range)} ${code} ${message}`;

function found(
  files: readonly ExampleFile[],
  settings: Readonly<Record<string, unknown>> = {},
): readonly ShownFinding[] {
  const { findings, crashes } = lintFiles(files, allChecks, settings);
  assert.deepEqual(crashes, []);
  return findings;
}

function checkDefect({ codes, files, repaired, settings }: Defect): void {
  const expectedCodes = new Set(codes.flatMap((some) => some.split(' ')));
  assert.ok(codes.length > 0, 'no code is expected');
  if (codes[0] === NOT_FOUND) {
    assert.ok(
      files.some(({ marks }) => marks.length > 0),
      'no token is marked',
    );
    assert.deepEqual(found(files, settings).filter(serious).map(shown), [], 'the corpus says that this is not found');
    return;
  }
  const wanted = files.flatMap(({ name, marks }) => marks.map((mark) => place(name, mark)));
  const expected = wanted.flatMap((at, index) => (codes[index] ?? codes[0]!).split(' ').map((code) => `${at} ${code}`));
  assert.ok(expected.length > 0, 'no token is marked');
  const said = found(files, settings).filter((finding) => serious(finding) || expectedCodes.has(finding.code));
  assert.deepEqual(
    said.map(({ code, place: { uri, range } }) => `${place(uri, range)} ${code}`),
    expected,
    said.map(shown).join('\n'),
  );
  const left = found(repaired, settings).filter((finding) => serious(finding) || expectedCodes.has(finding.code));
  assert.deepEqual(left.map(shown), [], 'of the repaired zone');
}

for (const [kind, least] of [
  ['zone', 200],
  ['mail', 80],
] as const) {
  const corpus = defects(kind);
  describe(`one defect in a zone (${kind})`, () => {
    it(`there are at least ${least}, each with a title of its own`, () => {
      assert.ok(corpus.length >= least, `${corpus.length}`);
      assert.equal(new Set(corpus.map(({ name }) => name)).size, corpus.length);
    });
    for (const defect of corpus) it(defect.name, () => checkDefect(defect));
  });
}

for (const kind of ['zone', 'mail'] as const) {
  describe(`docs/${kind}-defects-by-tool.md`, () => {
    const { rows, summary: written } = readTable(
      readFileSync(path.join(import.meta.dirname, `../../docs/${kind}-defects-by-tool.md`), 'utf8'),
    );
    it('has a row for each bad zone: otherwise run npm run defects', () => {
      assert.deepEqual(
        rows.map(({ area, title, code }) => `${area}: ${title} (${code})`),
        defects(kind).map((defect) => `${defect.area}: ${defect.title} (${codesOf(defect)})`),
      );
    });
    it('says of Zonewright what the tests above say', () => {
      assert.deepEqual(
        rows.map(({ title, cells }) => `${title}: ${cells[0]}`),
        defects(kind).map(({ title, codes }) => `${title}: ${codes[0] === NOT_FOUND ? '–' : '✔ line'}`),
      );
    });
    it('counts what it shows', () => {
      const columns = written.map((line) => {
        const [name = '', version = '', call = ''] = line.slice(2, -2).split(' | ');
        return { name, version, call: call.replaceAll('`', '') };
      });
      assert.ok(columns.length >= 4);
      assert.deepEqual(written, summary(columns, rows));
    });
  });
}

describe('zones without a fault', () => {
  const clean = cleanZones();
  it('there are at least 15', () => assert.ok(clean.length >= 15));
  for (const { title, files, settings } of clean)
    it(title, () => assert.deepEqual(found(files, settings).filter(serious).map(shown), []));
});

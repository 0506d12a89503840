import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { LintSettings } from '../../server/src/findings/lint-settings.ts';
import type { ShownFinding } from '../../server/src/lint/engine/finding.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import { allCodes, codeTable, isCode } from '../../server/src/findings/codes/index.ts';
import type { Code } from '../../server/src/findings/codes/index.ts';
import { applyFixes, filledIn, lintFiles, withoutPlaceholders } from './lint-example.ts';
import type { TestFile } from './lint-example.ts';
import { readPage } from './page.ts';
import type { Example } from './page.ts';

const pages = join(import.meta.dirname, '../../docs/rules');
const only = process.env['RULE'];
/** What is told of configurations, settings and comments has a test of its own: test/unit/config/problem-pages.test.ts. */
const codes = allCodes.filter((code) => !/^(?:config|settings|suppression)\//.test(code));

const sections = ['What', 'Why', 'Invalid', 'Valid', 'When to turn it off'];
const showPlace = (finding: ShownFinding): string =>
  `${finding.place.uri}:${finding.place.range.start.line}:${finding.place.range.start.character}-${finding.place.range.end.line}:${finding.place.range.end.character}`;

test('there are checks, and each code is reported by one of them or by the reader', () => {
  assert.ok(allChecks.length > 100);
  for (const check of allChecks) if (check.kind !== 'repairs') assert.ok(check.reports.length > 0);
});

test('every page is the page of a code', () => {
  assert.deepEqual(
    globSync('*/*.md', { cwd: pages })
      .map((path) => path.replaceAll('\\', '/').replace(/\.md$/, ''))
      .filter((code) => !isCode(code)),
    [],
  );
});

for (const code of codes) {
  const row = codeTable[code];
  if (only !== undefined && !code.startsWith(only)) continue;
  describe(code, () => {
    const path = join(pages, `${code}.md`);
    test('has a page with all its sections', () => {
      assert.ok(existsSync(path), `${path} is missing`);
      const page = readPage(readFileSync(path, 'utf8'));
      assert.equal(page.title, code);
      for (const section of sections) assert.ok(page.headings.includes(section), `section "${section}" is missing`);
      assert.ok(
        page.examples.some((example) => !example.valid),
        'no invalid example',
      );
      assert.ok(
        page.examples.some((example) => example.valid),
        'no valid example',
      );
      if (row.fix !== undefined)
        assert.ok(
          page.examples.some((example) => example.fixed.size > 0),
          'no example of the fix',
        );
    });
    if (!existsSync(path)) return;
    for (const example of readPage(readFileSync(path, 'utf8')).examples)
      test(`${example.valid ? 'valid' : 'invalid'} example at line ${example.line}`, () => checkExample(code, example));
  });
}

function settingsFor(code: Code, example: Example): Partial<LintSettings> {
  return {
    ...example.settings,
    severities: { [code]: codeTable[code].severity, ...(example.settings['severities'] as object | undefined) },
  };
}

/** The files with what they were before. */
function filesOf({ files, before }: Example): readonly TestFile[] {
  return files.map((file) => {
    const text = before.get(file.name);
    return text === undefined ? file : { ...file, before: text };
  });
}

function checkExample(code: Code, example: Example): void {
  const settings = settingsFor(code, example),
    { findings, crashes } = lintFiles(filesOf(example), allChecks, settings);
  assert.deepEqual(crashes, []);
  const mine = findings.filter((finding) => finding.code === code);
  if (example.valid) {
    assert.deepEqual(
      mine.map((finding) => `${showPlace(finding)} ${finding.message}`),
      [],
    );
    assert.deepEqual(
      findings.filter(isSerious).map((finding) => `${showPlace(finding)} ${finding.code} ${finding.message}`),
      [],
      'errors or warnings of other rules in a valid example',
    );
    return;
  }
  const expected = example.files.flatMap((file) =>
    file.marks.map(({ start, end }) => `${file.name}:${start.line}:${start.character}-${end.line}:${end.character}`),
  );
  assert.deepEqual(
    mine.map(showPlace).sort(),
    expected.sort(),
    `places; messages are ${JSON.stringify(mine.map((finding) => finding.message))}`,
  );
  assert.ok(expected.length > 0, 'an invalid example marks what is wrong');
  const messages = mine.map((finding) => finding.message);
  assert.deepEqual(
    example.messages.length === 1 && messages.length > 1 ? [...new Set(messages)] : messages,
    example.messages,
    'messages',
  );
  checkFixes(code, example, mine, findings, settings);
}

function checkFixes(
  code: Code,
  example: Example,
  mine: readonly ShownFinding[],
  before: readonly ShownFinding[],
  settings: Partial<LintSettings>,
): void {
  if (example.fixed.size > 0) {
    const fixed = applyFixes(
      filesOf(example),
      mine.flatMap((finding) => finding.fixes.slice(0, 1)),
    );
    for (const [name, text] of example.fixed) {
      const header = example.files.find((file) => file.name === name)?.header ?? '';
      assert.equal(fixed.find((file) => file.name === name)?.text, header + text, `${name} after the fix`);
    }
  }
  for (const finding of mine)
    for (const fix of finding.fixes) {
      assert.equal(typeof codeTable[code].fix, 'string', 'meta.fix says that there are fixes');
      for (const edit of fix.edits()) {
        const isSnippet = 'snippet' in edit && edit.snippet === true;
        assert.ok(!isSnippet || !fix.safe, `"${fix.title}" asks for a value, so it can't be safe`);
        assert.deepEqual(
          inventedIn(isSnippet ? withoutPlaceholders(edit.text) : edit.text, example, 'createFile' in edit),
          [],
          `"${fix.title}" inserts values that the zone doesn't have`,
        );
      }
      assert.ok(!fix.safe || codeTable[code].fix === 'safe', 'a safe fix in a rule whose meta says otherwise');
      const after = lintFiles(applyFixes(filesOf(example), [fix], filledIn), allChecks, settings).findings;
      assert.ok(count(after, code) < count(before, code), `"${fix.title}" leaves the finding`);
      const serious = after.filter(isSerious);
      for (const other of new Set(serious.map((each) => each.code)))
        assert.ok(
          count(after, other) <= count(before, other),
          `"${fix.title}" adds ${other}: ${after
            .filter((f) => f.code === other)
            .map((f) => f.message)
            .join(' | ')}`,
        );
    }
}

/** The addresses (RFC 5737, RFC 3849) and domains (RFC 2606) for documentation in a text that an example's files and settings don't have. A new file may take over what is in the zone's SOA. */
function inventedIn(text: string, { files, settings }: Example, isFile: boolean): readonly string[] {
  const known = [
    JSON.stringify(settings),
    ...files.flatMap(({ name, text: whole, header }) => [name, isFile ? whole : whole.slice(header.length)]),
  ]
    .join('\n')
    .toLowerCase();
  const found = text.match(
    /(?:192\.0\.2|198\.51\.100|203\.0\.113)\.(?:\d{1,3}(?![\d/])|(?=\d+\/))|2001:0?db8:[\da-f:]*|\bexample\.(?:com|net|org)\b|[\w-]+\.(?:example|test|invalid)\b(?!\.[a-z])/gi,
  );
  return (found ?? []).filter(
    (one) =>
      !known.includes(one.toLowerCase()) &&
      // The address that an owner in a reverse zone is for.
      !known.includes(`${one.split('.').slice(0, 3).reverse().join('.')}.in-addr.arpa`),
  );
}

const isSerious = ({ severity }: ShownFinding): boolean => severity === 'error' || severity === 'warning';

function count(findings: readonly ShownFinding[], code: string): number {
  return findings.filter((finding) => finding.code === code).length;
}

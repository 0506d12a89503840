import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { problemCodes } from '../../server/src/config/reading/problem-codes.ts';
import type { LintSettings } from '../../server/src/findings/lint-settings.ts';
import type { ShownFinding } from '../../server/src/lint/engine/finding.ts';
import type { Rule } from '../../server/src/lint/engine/rule.ts';
import { applyFixes, lintFiles } from './lint-example.ts';
import type { TestFile } from './lint-example.ts';
import { readPage } from './page.ts';
import type { Example } from './page.ts';

const root = join(import.meta.dirname, '../../server/src/lint/rules'), pages = join(import.meta.dirname, '../../docs/rules');
const only = process.env['RULE'];
const paths = globSync('*/*.ts', { cwd: root }).sort();
const rules: Rule[] = [];
for (const path of paths) rules.push(...rulesOf(await import(join(root, path)) as { default: Rule | readonly Rule[] }));

/** A file holds one rule, or a family of rules made from one table. */
function rulesOf(module: { default: Rule | readonly Rule[] }): readonly Rule[] {
  return Array.isArray(module.default) ? module.default as readonly Rule[] : [module.default as Rule];
}

const sections = ['What', 'Why', 'Invalid', 'Valid', 'When to turn it off'];
const showPlace = (finding: ShownFinding): string => `${finding.place.uri}:${finding.place.range.start.line}:${finding.place.range.start.character}-${finding.place.range.end.line}:${finding.place.range.end.character}`;

test('there are rules to test', () => assert.ok(rules.length > 0));

test('no two rules have the same code', () => assert.equal(new Set(rules.map(rule => rule.meta.code)).size, new Set(rules.map(rule => rule.meta)).size));

test('every page is the page of a rule', () => {
  const codes = new Set<string>([...rules.map(rule => rule.meta.code), ...Object.keys(problemCodes)]);
  assert.deepEqual(globSync('*/*.md', { cwd: pages }).map(path => path.replaceAll('\\', '/').replace(/\.md$/, '')).filter(code => !codes.has(code)), []);
});

for (const rule of new Map(rules.map(each => [each.meta.code, each])).values()) {
  const { meta } = rule, { code } = meta;
  if (only !== undefined && !code.startsWith(only)) continue;
  describe(code, () => {
    const path = join(pages, `${code}.md`);
    test('has a page with all its sections', () => {
      assert.ok(existsSync(path), `${path} is missing`);
      const page = readPage(readFileSync(path, 'utf8'));
      assert.equal(page.title, code);
      for (const section of sections) assert.ok(page.headings.includes(section), `section "${section}" is missing`);
      assert.ok(page.examples.some(example => !example.valid), 'no invalid example');
      assert.ok(page.examples.some(example => example.valid), 'no valid example');
      if (meta.fix !== undefined) assert.ok(page.examples.some(example => example.fixed.size > 0), 'no example of the fix');
    });
    if (!existsSync(path)) return;
    for (const example of readPage(readFileSync(path, 'utf8')).examples) test(`${example.valid ? 'valid' : 'invalid'} example at line ${example.line}`, () => checkExample(rule, example));
  });
}

function settingsFor({ meta }: Rule, example: Example): Partial<LintSettings> {
  return { ...example.settings, severities: { [meta.code]: meta.severity, ...example.settings['severities'] as object | undefined } };
}

/** The files with what they were before. */
function filesOf({ files, before }: Example): readonly TestFile[] {
  return files.map(file => { const text = before.get(file.name); return text === undefined ? file : { ...file, before: text }; });
}

function checkExample(rule: Rule, example: Example): void {
  const { code } = rule.meta, settings = settingsFor(rule, example), { findings, crashes } = lintFiles(filesOf(example), rules, settings);
  assert.deepEqual(crashes, []);
  const mine = findings.filter(finding => finding.code === code);
  if (example.valid) {
    assert.deepEqual(mine.map(finding => `${showPlace(finding)} ${finding.message}`), []);
    assert.deepEqual(findings.filter(isSerious).map(finding => `${showPlace(finding)} ${finding.code} ${finding.message}`), [], 'errors or warnings of other rules in a valid example');
    return;
  }
  const expected = example.files.flatMap(file => file.marks.map(({ start, end }) => `${file.name}:${start.line}:${start.character}-${end.line}:${end.character}`));
  assert.deepEqual(mine.map(showPlace).sort(), expected.sort(), `places; messages are ${JSON.stringify(mine.map(finding => finding.message))}`);
  assert.ok(expected.length > 0, 'an invalid example marks what is wrong');
  const messages = mine.map(finding => finding.message);
  assert.deepEqual(example.messages.length === 1 && messages.length > 1 ? [...new Set(messages)] : messages, example.messages, 'messages');
  checkFixes(rule, example, mine, findings, settings);
}

function checkFixes(rule: Rule, example: Example, mine: readonly ShownFinding[], before: readonly ShownFinding[], settings: Partial<LintSettings>): void {
  if (example.fixed.size > 0) {
    const fixed = applyFixes(filesOf(example), mine.flatMap(finding => finding.fixes.slice(0, 1)));
    for (const [name, text] of example.fixed) {
      const header = example.files.find(file => file.name === name)?.header ?? '';
      assert.equal(fixed.find(file => file.name === name)?.text, header + text, `${name} after the fix`);
    }
  }
  for (const finding of mine) for (const fix of finding.fixes) {
    assert.equal(typeof rule.meta.fix, 'string', 'meta.fix says that there are fixes');
    assert.ok(!fix.safe || rule.meta.fix === 'safe', 'a safe fix in a rule whose meta says otherwise');
    const after = lintFiles(applyFixes(filesOf(example), [fix]), rules, settings).findings;
    assert.ok(count(after, rule.meta.code) < count(before, rule.meta.code), `"${fix.title}" leaves the finding`);
    const serious = after.filter(isSerious);
    for (const code of new Set(serious.map(({ code: c }) => c))) assert.ok(count(after, code) <= count(before, code), `"${fix.title}" adds ${code}: ${after.filter(f => f.code === code).map(f => f.message).join(' | ')}`);
  }
}

const isSerious = ({ severity }: ShownFinding): boolean => severity === 'error' || severity === 'warning';

function count(findings: readonly ShownFinding[], code: string): number {
  return findings.filter(finding => finding.code === code).length;
}

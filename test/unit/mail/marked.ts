import assert from 'node:assert/strict';
import { it } from 'node:test';

import { applyEdits, problemText } from '../../../server/src/mail/grammar/problem.ts';
import type { CodeRow } from '../../../server/src/findings/code.ts';
import type { MailProblem } from '../../../server/src/mail/grammar/problem.ts';

/** A record with one mistake: `«…»` marks the octets that the finding has to point at. */
export interface BrokenRecord {
  readonly says: string;
  readonly text: string;
  readonly code: string;
  readonly message: string;
  /** The text after the fix; where it is missing there must be none. */
  readonly fixed?: string;
  /** Codes of other findings that the same text cannot avoid. */
  readonly also?: readonly string[];
  readonly severity?: string;
}

export interface RecordSuite {
  readonly rules: Readonly<Record<string, CodeRow>>;
  readonly problemsOf: (text: string) => readonly MailProblem[];
  readonly broken: readonly BrokenRecord[];
  readonly good: Readonly<Record<string, string>>;
  /** Codes whose evaluators need more than one record, tested elsewhere. */
  readonly elsewhere?: readonly string[];
}

export function unmark(marked: string): { readonly text: string; readonly start: number; readonly end: number } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  assert.ok(start >= 0 && end >= start, `no mark in ${marked}`);
  return { text: marked.replace(/[«»]/g, ''), start, end };
}

const codes = (problems: readonly MailProblem[]): readonly string[] =>
  problems.map((problem) => problem.code).toSorted();

function checkBroken(suite: RecordSuite, broken: BrokenRecord): void {
  const { text, start, end } = unmark(broken.text);
  const problems = suite.problemsOf(text);
  assert.deepEqual(codes(problems), [broken.code, ...(broken.also ?? [])].toSorted());
  const problem = problems.find((candidate) => candidate.code === broken.code);
  assert.ok(problem !== undefined);
  assert.deepEqual(
    {
      message: problem.message,
      start: problem.start,
      end: problem.end,
      marked: text.slice(problem.start, problem.end),
    },
    { message: broken.message, start, end, marked: text.slice(start, end) },
  );
  const rule = suite.rules[problem.code];
  assert.equal(problem.severity ?? rule?.severity, broken.severity ?? rule?.severity);
  const sentence = problemText(problem);
  assert.match(sentence, /^[^{}]{20,}$/, 'every argument of the message is given');
  const fixed = problem.fix === undefined ? undefined : applyEdits(text, problem.fix.edits);
  assert.equal(fixed, broken.fixed);
  if (fixed === undefined) return;
  const left = suite.problemsOf(fixed);
  const expected = [...(broken.also ?? [])];
  for (const code of codes(left)) assert.ok(expected.includes(code), `the fix leaves or adds ${code} in ${fixed}`);
}

function checkTable(suite: RecordSuite): void {
  const fixes = new Map<string, Set<boolean>>();
  const seen = new Set<string>(suite.elsewhere);
  const messages = new Set<string>();
  for (const broken of suite.broken) {
    seen.add(broken.code);
    messages.add(`${broken.code} ${broken.message}`);
    for (const { code, fix } of suite.problemsOf(unmark(broken.text).text)) {
      if (fix !== undefined) fixes.set(code, (fixes.get(code) ?? new Set()).add(fix.safe));
    }
  }
  assert.deepEqual(
    Object.keys(suite.rules).filter((code) => !seen.has(code)),
    [],
    'codes without an example',
  );
  for (const [code, rule] of Object.entries(suite.rules)) {
    if (suite.elsewhere?.includes(code) === true) continue;
    const kinds = fixes.get(code) ?? new Set();
    const said = kinds.has(true) ? 'safe' : kinds.has(false) ? 'unsafe' : undefined;
    assert.equal(rule.fix, said, `the table says of ${code} that its fix is ${rule.fix}`);
    const untested = Object.keys(rule.messages).filter((message) => !messages.has(`${code} ${message}`));
    assert.deepEqual(untested, [], `messages of ${code} without an example`);
  }
}

/** One test for each broken and each good record, and one that the rule table has no gaps. */
export function testRecords(suite: RecordSuite): void {
  for (const broken of suite.broken) it(broken.says, () => checkBroken(suite, broken));
  for (const [says, text] of Object.entries(suite.good)) {
    it(says, () => assert.deepEqual(suite.problemsOf(text), []));
  }
  it('every rule and every message has an example', () => checkTable(suite));
}

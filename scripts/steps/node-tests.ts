import { globSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { root } from '../paths.ts';
import type { Tally } from './tally.ts';

interface Outcome {
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** How many suites the test is in. */
  readonly nesting: number;
  readonly details: { readonly type?: string | undefined; readonly error?: unknown };
  readonly skip?: string | boolean | undefined;
}

/** Every node:test file of the tree; the suites under test/vscode run inside VS Code instead, and test/playground needs the page built. */
function testFiles(patterns: readonly string[]): readonly string[] {
  const all = globSync('test/**/*.test.ts', {
    cwd: root,
    exclude: ['test/vscode/**', 'test/playground/**', '**/node_modules/**'],
  }).toSorted();
  return patterns.length === 0 ? all : all.filter((file) => patterns.some((pattern) => file.includes(pattern)));
}

/** The failure as a reader wants it: the assertion and the lines of this project in its stack. */
function explain(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return text
    .split('\n')
    .filter((line) => !/^\s+at .*(node:internal|node:test)/.test(line))
    .map((line) => `         ${line}`)
    .join('\n');
}

/** Runs the unit, property, rule, LSP and architecture tests, two files at a time. Finding no test file is a failure. */
export async function nodeTests(patterns: readonly string[] = []): Promise<Tally> {
  return runFiles(testFiles(patterns), patterns);
}

/** Runs test files of node:test. `patterns`: what they were chosen by. */
export async function runFiles(files: readonly string[], patterns: readonly string[] = []): Promise<Tally> {
  if (files.length === 0) {
    console.log(`FAILED no test file matches ${patterns.join(' ') || 'test/**/*.test.ts'}`);
    return { passed: 0, failed: 1 };
  }
  let passed = 0;
  let failed = 0;
  let leftOut = 0;
  const stream = run({ files: files.map((file) => path.join(root, file)), concurrency: 2, cwd: root });
  // What is around a test is known only from the suites that started before it in its file.
  const open = new Map<string, string[]>();
  stream.on('test:start', ({ file = '', nesting, name }) => {
    const names = open.get(file) ?? [];
    open.set(file, names);
    names.splice(nesting, Infinity, name);
  });
  const fullName = ({ file = '', nesting, name }: Outcome): string =>
    [...(open.get(file) ?? []).slice(0, nesting), name].join(' › ');
  const isTest = (outcome: Outcome): boolean => outcome.details.type !== 'suite' && outcome.details.type !== 'file';
  stream.on('test:pass', (outcome: Outcome) => {
    // Of a suite that is left out only the suite itself is heard of.
    if (outcome.skip !== undefined && outcome.skip !== false) {
      leftOut += 1;
      console.log(`left out ${fullName(outcome)}: ${String(outcome.skip)}`);
    } else if (isTest(outcome)) passed += 1;
  });
  stream.on('test:fail', (outcome: Outcome) => {
    const error = outcome.details.error as { readonly failureType?: string } | undefined;
    // A suite or file whose own code is fine fails because a test in it did, and that one is counted already.
    if (error?.failureType === 'subtestsFailed') return;
    failed += 1;
    console.log(
      `FAILED ${outcome.file === undefined ? '' : `${path.relative(root, outcome.file)}:${outcome.line ?? 0} `}${fullName(outcome)}\n${explain(error)}`,
    );
  });
  const printed = (text: string): void => void process.stdout.write(text);
  stream.on('test:stdout', ({ message }) => printed(message));
  stream.on('test:stderr', ({ message }) => printed(message));
  for await (const _ of stream) continue;
  console.log(`${files.length} test files: ${passed} passed, ${failed} failed, ${leftOut} left out`);
  if (passed + failed + leftOut === 0) return { passed: 0, failed: 1 };
  return { passed, failed, leftOut };
}

// Runs the tests of the TextMate grammar, and ends with one line: N passed, N failed.
// test/grammar/*.test.zone hold assertions about lines of a zone, each such line a test; test/grammar/snapshots/*.zone are compared, token by token, with the .snap beside them.
// Usage: scripts/test-grammar.ts [--update]   --update writes the snapshots anew; read their diff before committing it.
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.ts';
import { runNode } from './steps/processes.ts';
import { sum, type Tally } from './steps/tally.ts';

const tool = (name: string): string => path.join(root, 'node_modules/vscode-tmgrammar-test/dist', name);
const grammar = ['--grammar', 'syntaxes/dns-zone.tmLanguage.json'];

/** Every asserted line counts: the report of the tool has one case a line. */
async function assertions(): Promise<Tally> {
  const report = await mkdtemp(path.join(os.tmpdir(), 'zonewright-grammar-'));
  try {
    const { code, output } = await runNode([
      tool('unit.js'),
      ...grammar,
      '--xunit-report',
      report,
      'test/grammar/*.test.zone',
    ]);
    console.log(output.trimEnd());
    let tests = 0;
    let failed = 0;
    for (const file of await readdir(report)) {
      const cases = (await readFile(path.join(report, file), 'utf8')).split('<testcase ').slice(1);
      tests += cases.length;
      failed += cases.filter((text) => text.includes('<failure')).length;
    }
    // A tool that fails without naming a case, or that finds no test, has failed all the same.
    if ((code === 0) !== (failed === 0) || tests === 0) failed += 1;
    return { passed: Math.max(0, tests - failed), failed };
  } finally {
    await rm(report, { recursive: true, force: true });
  }
}

/** One test a zone. The tool would write a missing snapshot and call that a success. */
async function snapshots(update: boolean): Promise<Tally> {
  const zones = globSync('test/grammar/snapshots/*.zone', { cwd: root }).toSorted();
  const missing = zones.filter((zone) => !update && !existsSync(path.join(root, `${zone}.snap`)));
  for (const zone of missing) console.log(`FAILED ${zone}: there is no ${zone}.snap; write it with --update`);
  const there = zones.filter((zone) => !missing.includes(zone));
  const results = await Promise.all(
    there.map(async (zone) => {
      const { code, output } = await runNode([
        tool('snapshot.js'),
        ...grammar,
        '--scope',
        'source.dns-zone',
        ...(update ? ['--updateSnapshot'] : []),
        zone,
      ]);
      console.log(output.trimEnd());
      return code === 0;
    }),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: zones.length - passed + (zones.length === 0 ? 1 : 0) };
}

/** Runs both kinds of tests. */
export async function testGrammar(update = false): Promise<Tally> {
  return sum([await assertions(), await snapshots(update)]);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  const { passed, failed } = await testGrammar(process.argv.includes('--update'));
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

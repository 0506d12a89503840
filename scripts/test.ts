// Runs every test there is, or the named steps only, and ends with one line: N passed, N failed.
// Usage: scripts/test.ts [STEP…] [-- PATTERN…]   Patterns choose files of the step "unit" by a part of their path,
// or hosts of the step "vscode" by name: node, web, desktop.
import { lint } from './steps/biome.ts';
import { runGenerators } from './steps/generators.ts';
import { nodeTests } from './steps/node-tests.ts';
import { playgroundTests } from './steps/playground-tests.ts';
import { runNode } from './steps/processes.ts';
import { sum, type Tally } from './steps/tally.ts';
import { typeCheck } from './steps/type-check.ts';
import { vscodeHosts } from './steps/vscode-hosts.ts';
import { packageVsix } from './steps/vsix.ts';
import { testGrammar } from './test-grammar.ts';

const separator = process.argv.indexOf('--');
const named = process.argv.slice(2, separator === -1 ? undefined : separator);
const patterns = separator === -1 ? [] : process.argv.slice(separator + 1);

async function build(): Promise<Tally> {
  const { code } = await runNode(['scripts/build.ts'], { show: true });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface Step {
  readonly run: () => Promise<Tally>;
  /** Whether it looks at what was built, and so tells nothing when the build has just failed. */
  readonly ofBuilt?: boolean;
  /** Whether it runs only when it is named. */
  readonly byName?: boolean;
}

const steps: Readonly<Record<string, Step>> = {
  build: { run: build },
  types: { run: typeCheck },
  lint: { run: lint },
  generated: { run: () => runGenerators({ check: true }) },
  unit: { run: () => nodeTests(patterns) },
  grammar: { run: () => testGrammar() },
  vsix: { run: packageVsix, ofBuilt: true },
  vscode: { run: () => vscodeHosts(patterns), ofBuilt: true },
  playground: { run: playgroundTests, ofBuilt: true, byName: true },
};

const unknown = named.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no test step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const tallies: Tally[] = [];
let buildFailed = false;
for (const [name, { run, ofBuilt = false, byName = false }] of Object.entries(steps)) {
  if (named.length > 0 ? !named.includes(name) : byName) continue;
  if (ofBuilt && buildFailed) {
    console.log(`── ${name}\n   left out, since the build failed`);
    continue;
  }
  const started = performance.now();
  console.log(`── ${name}`);
  try {
    const tally = await run();
    tallies.push(tally);
    if (name === 'build') buildFailed = tally.failed > 0;
  } catch (error) {
    console.log(`FAILED ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    tallies.push({ passed: 0, failed: 1 });
  }
  console.log(`   ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
const total = sum(tallies);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed + total.leftOut > 0 ? 0 : 1);

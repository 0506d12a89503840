import { globSync } from 'node:fs';
import { runNode } from './processes.ts';
import { root } from '../paths.ts';
import type { Tally } from './tally.ts';

/**
 * Runs every scripts/generate-*.ts whose name holds the word. Each writes its files, or, with --check, only says by its exit
 * status whether they are up to date; then each counts as one test.
 */
export async function runGenerators({
  check,
  word = '',
}: {
  readonly check: boolean;
  readonly word?: string;
}): Promise<Tally> {
  const generators = globSync('scripts/generate-*.ts', { cwd: root }).filter((file) => file.includes(word));
  let failed = 0;
  // The others read the list of rules that this one writes.
  const isFirst = (file: string): boolean => file.endsWith('generate-rules.ts');
  for (const generator of generators.toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || a.localeCompare(b),
  )) {
    const { code, output } = await runNode([generator, ...(check ? ['--check'] : [])]);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${generator}`);
    if (output.trim() !== '') console.log(output.trimEnd());
    if (code !== 0) failed += 1;
  }
  return { passed: generators.length - failed, failed };
}

import { runNode } from './processes.ts';
import type { Tally } from './tally.ts';

/** Biome's format and lint rules over everything, as biome.json says. */
export async function lint(): Promise<Tally> {
  const { code, output } = await runNode(['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings']);
  if (code !== 0) console.log(output);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

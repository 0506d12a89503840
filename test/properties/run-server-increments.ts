// Tries random sequences of edits, and of files that come and go, on the real server, each against a server that starts afterwards.
// Usage: run-server-increments.ts [SEQUENCES [SEED]]   A sequence that fails is made as short as it can be, and printed with its seed.
import { tryWorlds } from './server-increments.ts';

const [, , sequences = '20000', seed] = process.argv,
  chosen = seed === undefined ? Date.now() & 0x7fffffff : Number(seed);
console.log(`${sequences} sequences, seed ${chosen}`);
try {
  await tryWorlds({ runs: Number(sequences), seed: chosen, time: undefined });
  console.log('All equal.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

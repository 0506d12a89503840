import { describe, it } from 'node:test';
import { tryWorlds } from './server-increments.ts';

const { RUNS, SEED } = process.env;

describe('a server after edits, and files that come and go', () => {
  it('shows what a server shows that is started then', async () => {
    await tryWorlds({
      runs: Number(RUNS ?? 60),
      seed: SEED === undefined ? undefined : Number(SEED),
      time: RUNS === undefined ? 12_000 : undefined,
    });
  });
});

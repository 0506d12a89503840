import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { anyWorld, Lived } from './server-worlds.ts';
import type { World } from './server-worlds.ts';

// Two servers a sequence: most of their time would go into compiling the same file.
process.env['NODE_COMPILE_CACHE'] ??= path.join(tmpdir(), 'zonewright-compile-cache');

/** After a world's steps the server shows what a server shows that was started just then. */
export async function assertLivedIsFresh(world: World): Promise<void> {
  const server = await Lived.start(world);
  try {
    for (const step of world.steps) await server.take(step);
    const { lived, fresh } = await server.pictures();
    for (const key of new Set([...Object.keys(lived), ...Object.keys(fresh)]))
      assert.deepEqual(lived[key], fresh[key], key);
  } finally {
    await server.end();
  }
}

export interface Bounds {
  readonly runs: number;
  readonly seed: number | undefined;
  /** Milliseconds after which no further world is begun. */
  readonly time: number | undefined;
}

/** Tries random worlds. Of one that fails, the smallest that still does is named, with the seed and the path that lead to it. */
export async function tryWorlds({ runs, seed, time }: Bounds): Promise<void> {
  await fc.assert(fc.asyncProperty(anyWorld, assertLivedIsFresh), {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed }),
    ...(time === undefined ? {} : { interruptAfterTimeLimit: time, markInterruptAsFailure: false }),
  });
}

import { buildPlayground, installEditor, largestPlayground, playgroundSize } from '../playground/build-playground.ts';
import { runFiles } from './node-tests.ts';
import { typesOf } from './type-check.ts';
import { sum, type Tally } from './tally.ts';

/** Builds the playground, checks its types, and tries it in a browser. */
export async function playgroundTests(): Promise<Tally> {
  installEditor();
  const types = await typesOf([
    'playground/tsconfig.json',
    'playground/tsconfig.worker.json',
    'test/playground/tsconfig.json',
  ]);
  await buildPlayground();
  console.log(
    `dist/playground has ${Math.round((await playgroundSize()) / 1000)} kB of at most ${largestPlayground / 1000} kB`,
  );
  return sum([types, await runFiles(['test/playground/playground.test.ts'])]);
}

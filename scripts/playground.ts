// Builds the playground into dist/playground, and serves it on 127.0.0.1 until Ctrl-C.
// Usage: npm run playground [-- --port N] [-- --build]   With --build it's only built: the folder's files are all that a web server needs.
import { buildPlayground, largestPlayground, playgroundFolder, playgroundSize } from './playground/build-playground.ts';
import { serveFolder } from './playground/static-server.ts';
import { runNode } from './steps/processes.ts';

const args = process.argv.slice(2),
  port = Number(args[args.indexOf('--port') + 1] ?? '');
const built = await runNode(['scripts/build.ts']);
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}
await buildPlayground();
const size = await playgroundSize();
console.log(`dist/playground has ${Math.round(size / 1000)} kB of at most ${largestPlayground / 1000} kB`);
if (size > largestPlayground) process.exit(1);
if (!args.includes('--build')) {
  const { address, stop } = await serveFolder(playgroundFolder, args.includes('--port') ? port : 5380);
  console.log(`\nThe playground is open at\n\n  ${address}\n\nPress Ctrl-C to stop.`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  await stop();
}

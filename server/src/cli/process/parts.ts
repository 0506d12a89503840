import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

// The program's other files, which it finds beside the one that this is bundled into. The single-file executable has them
// inside itself: its build takes main-executable-parts.ts instead of this file.

const isSource = import.meta.url.endsWith('.ts');

/** Starts another thread of this program. */
export const startThread = (workerData: unknown): Worker =>
  new Worker(new URL(isSource ? '../run.ts' : './cli-run.js', import.meta.url), { workerData });

/** Starts the language server, a file of its own so that the other commands needn't load it. */
export async function startLanguageServer(): Promise<void> {
  await import(new URL(isSource ? '../../main-node.ts' : './server-node.js', import.meta.url).href);
}

/** The version that package.json has. */
export function version(): string {
  const manifest = new URL(isSource ? '../../../../package.json' : '../package.json', import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}

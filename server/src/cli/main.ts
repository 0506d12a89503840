import module from 'node:module';
import { codeCacheFolder } from '../hosts/node/code-cache.ts';

// From Node 22.1 on, what is loaded from here on needs no compiling at the next start. So everything else is in another file.
if (module.enableCompileCache !== undefined) {
  const folder = codeCacheFolder();
  if (folder !== undefined) module.enableCompileCache(folder);
}
await import(new URL(import.meta.url.endsWith('.ts') ? './run.ts' : './cli-run.js', import.meta.url).href);

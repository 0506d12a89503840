import module from 'node:module';

// From Node 22.1 on, what is loaded from here on needs no compiling at the next start. So everything else is in another file.
module.enableCompileCache?.();
await import(new URL(import.meta.url.endsWith('.ts') ? './run.ts' : './cli-run.js', import.meta.url).href);

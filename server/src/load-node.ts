// dist/server-node.js: runs dist/server.js in Node. That bundle is no module, for a web worker loads it too, and asks for
// Node's own modules through a `require` that Node does not give to what is imported.
import { createRequire } from 'node:module';

Object.assign(globalThis, { require: createRequire(import.meta.url) });
// A name that the bundler leaves alone.
await import(new URL('./server.js', import.meta.url).href);

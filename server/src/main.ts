// The server as both extension hosts load it: the one bundle dist/server.js, of which a host runs the part for itself.
// Two bundles would hold the same rules and tables twice, and double what a person downloads.
declare const importScripts: unknown;

// Only a web worker has importScripts. What is not run is never read, so that each part may ask for what only its host has.
void (typeof importScripts === 'function' ? import('./main-browser.ts') : import('./main-node.ts'));

/** Runs the language server in this process, on standard input and output. It ends when its client does. */
export async function lsp(): Promise<void> {
  // Bundled, the server is a file beside this one, so that the other commands needn't load it.
  const entry = import.meta.url.endsWith('.ts') ? '../../main-node.ts' : './server-node.js';
  await import(new URL(entry, import.meta.url).href);
}

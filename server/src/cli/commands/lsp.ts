import { startLanguageServer } from '../process/parts.ts';

/** Runs the language server in this process, on standard input and output. It ends when its client does. */
export const lsp = (): Promise<void> => startLanguageServer();

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './lsp/node-files.ts';
import { startServer } from './lsp/server.ts';
import { verifySignature } from './node-signatures.ts';

startServer(createConnection(ProposedFeatures.all), { nextTurn: (work) => void setImmediate(work), files: nodeFiles, verify: verifySignature });

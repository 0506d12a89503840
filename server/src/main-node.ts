import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { after, nodeFiles } from './hosts/node/node-files.ts';
import { startServer } from './lsp/start-server.ts';
import { verifySignature } from './hosts/node/node-signatures.ts';

startServer(createConnection(ProposedFeatures.all), {
  nextTurn: (work) => void setImmediate(work),
  after,
  files: nodeFiles,
  verify: verifySignature,
});

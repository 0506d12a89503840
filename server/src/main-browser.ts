import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { verifySignature } from './hosts/browser/browser-signatures.ts';
import { startServer } from './lsp/start-server.ts';
import type { After } from './workspace/patient-files.ts';

/** The worker that this script is; TypeScript's own type of `self` leaves open which kind of worker. */
declare const self: DedicatedWorkerGlobalScope;

/** A message to oneself comes back behind those that wait, without the pause of a timer. */
function turns(): (work: () => void) => void {
  const channel = new MessageChannel(),
    waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return (work) => {
    waiting.push(work);
    channel.port2.postMessage(undefined);
  };
}

const after: After = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  nextTurn: turns(),
  after,
  files: undefined,
  verify: verifySignature,
});

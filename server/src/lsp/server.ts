import { TextDocumentSyncKind, type Connection } from 'vscode-languageserver';
import type { ZoneStatus, ZoneStatusMethod } from './messages.ts';

const zoneStatus: ZoneStatusMethod = 'zonewright/zoneStatus';

/** Starts the language server on a connection that the host made. */
export function startServer(connection: Connection): void {
  connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental }, serverInfo: { name: 'Zonewright' } }));
  connection.onRequest(zoneStatus, (): ZoneStatus => ({ apex: null, serial: null, records: 0 }));
  connection.listen();
}

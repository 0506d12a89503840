import type { Connection } from 'vscode-languageserver';
import { zoneSummary } from '../../ide/zone-summary.ts';
import type { ZoneStatus, ZoneStatusMethod, ZoneStatusParams } from '../protocol/messages.ts';
import type { Session } from '../server/lsp-session.ts';

const zoneStatus: ZoneStatusMethod = 'zonewright/zoneStatus';

/** What the status bar says about a document. */
export function listenForZoneStatus(connection: Connection, session: Session): void {
  connection.onRequest(zoneStatus, async ({ uri }: ZoneStatusParams): Promise<ZoneStatus> => {
    const place = await session.place(uri);
    if (place === undefined) return { apex: null, serial: null, records: 0 };
    const { apex, serial, records } = zoneSummary(place.linted.zone, place.held.cut());
    return { apex: apex ?? null, serial: serial ?? null, records };
  });
}

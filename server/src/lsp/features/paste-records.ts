import type { Connection } from 'vscode-languageserver';
import { pastedRecords } from '../../ide/pasted-records.ts';
import type { PasteRecordsMethod, PasteRecordsParams, PasteRecordsResult } from '../protocol/messages.ts';
import type { Session } from '../server/lsp-session.ts';

const pasteRecords: PasteRecordsMethod = 'zonewright/pasteRecords';

/** Text from elsewhere as records of the zone that it is pasted into. */
export function listenForPaste(connection: Connection, session: Session): void {
  connection.onRequest(
    pasteRecords,
    async ({ uri, position, text }: PasteRecordsParams): Promise<PasteRecordsResult | null> => {
      const place = await session.place(uri),
        pasted = place === undefined ? undefined : pastedRecords(place.linted.zone, place.held.cut(), position, text);
      return pasted === undefined
        ? null
        : {
            text: pasted.text,
            title: `Insert ${pasted.count === 1 ? 'the DNS record' : `${pasted.count} DNS records`} from ${pasted.source}`,
          };
    },
  );
}

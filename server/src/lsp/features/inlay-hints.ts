import type { Connection, InlayHint } from 'vscode-languageserver';
import { ttlHints } from '../../ide/ttl-hints.ts';
import { durationInWords } from '../../zone/rrtypes/kinds/seconds.ts';
import type { Session } from '../server/lsp-session.ts';

/** The TTL of records that name none, where the editor's setting `zonewright.inlayHints.ttl` asks for it. */
export function listenForInlayHints(connection: Connection, session: Session): void {
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }): Promise<InlayHint[]> => {
    const place = await session.place(uri);
    if (place === undefined || !session.configuration.showsTtl(place.held.key)) return [];
    return ttlHints(place.linted.zone, place.held.cut(), range).map(({ position, ttl }) => ({
      position,
      label: String(ttl),
      tooltip: `TTL: ${durationInWords(ttl)}`,
      paddingRight: true,
    }));
  });
}

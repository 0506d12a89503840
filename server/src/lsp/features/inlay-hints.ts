import type { Connection, InlayHint } from 'vscode-languageserver';
import { inlayHints } from '../../ide/inlay-hints.ts';
import type { Session } from '../server/lsp-session.ts';

/** What records leave unsaid, as far as the editor's settings `zonewright.inlayHints.*` ask for it. */
export function listenForInlayHints(connection: Connection, session: Session): void {
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }): Promise<InlayHint[]> => {
    const place = await session.place(uri);
    if (place === undefined) return [];
    const kinds = session.configuration.features(place.held.key).inlayHints;
    return inlayHints(place.linted.zone, place.held.cut(), range, kinds).map(({ position, label, tooltip, room }) => ({
      position,
      label,
      tooltip,
      ...(room === 'before' ? { paddingLeft: true } : room === 'after' ? { paddingRight: true } : {}),
    }));
  });
}

import type { Connection, DocumentLink } from 'vscode-languageserver';
import { includeLinks } from '../../ide/include-links.ts';
import type { Session } from '../server/lsp-session.ts';

export function listenForLinks(connection: Connection, session: Session): void {
  connection.onDocumentLinks(async ({ textDocument: { uri } }): Promise<DocumentLink[]> => {
    const place = await session.place(uri);
    if (place === undefined) return [];
    return includeLinks(place.linted.zone, place.held.cut()).map(({ range, uri: target }) => ({ range, target }));
  });
}

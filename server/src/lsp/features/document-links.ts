import type { Connection, DocumentLink } from 'vscode-languageserver';
import { documentLinks } from '../../ide/document-links.ts';
import type { Session } from '../server/lsp-session.ts';
import { rulePage } from '../server/rule-page.ts';
import { inSlices } from '../server/slices.ts';

export function listenForLinks(connection: Connection, session: Session): void {
  connection.onDocumentLinks(async ({ textDocument: { uri } }): Promise<DocumentLink[]> => {
    const place = await session.place(uri);
    if (place === undefined) return [];
    const { held, linted } = place,
      links = await inSlices(session, held, documentLinks(linted.zone, held.cut(), rulePage));
    return links.map(({ range, uri: target, tooltip }) => ({ range, target, tooltip }));
  });
}

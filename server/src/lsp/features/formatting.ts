import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Connection, TextEdit } from 'vscode-languageserver';
import { alignFinished } from '../../ide/finished-line.ts';
import { formatZone } from '../../zone/format/format-zone.ts';
import type { Session } from '../server/lsp-session.ts';

/** Lays a document out in columns: with tabs where the editor indents with tabs, else with spaces. */
export function listenForFormatting(connection: Connection, session: Session): void {
  connection.onDocumentFormatting(
    async ({ textDocument: { uri }, options: { insertSpaces, tabSize } }): Promise<TextEdit[]> => {
      const place = await session.place(uri);
      if (place === undefined) return [];
      const edits = formatZone(place.held.cut(), insertSpaces ? {} : { tabSize });
      if (edits === undefined)
        throw new ResponseError(
          ErrorCodes.InvalidRequest,
          `The zone can't be formatted, because a parenthesis or string is never closed.`,
        );
      return edits.map(({ range, text }) => ({ range, newText: text }));
    },
  );
  connection.onDocumentOnTypeFormatting(async ({ textDocument: { uri }, position }): Promise<TextEdit[]> => {
    const place = await session.place(uri);
    return place === undefined
      ? []
      : alignFinished(place.linted.zone, place.held.cut(), position).map(({ range, text }) => ({
          range,
          newText: text,
        }));
  });
}

import type { Connection, Hover } from 'vscode-languageserver';
import { hoverAt } from '../../ide/hover.ts';
import type { Session } from '../server/lsp-session.ts';

export function listenForHover(connection: Connection, session: Session): void {
  connection.onHover(async ({ textDocument: { uri }, position }): Promise<Hover | null> => {
    const place = await session.place(uri);
    if (place === undefined) return null;
    const hover = hoverAt(
      place.linted.zone,
      place.held.cut(),
      position,
      session.othersOf(place.linted),
      place.linted.settings,
    );
    return hover === undefined ? null : { contents: { kind: 'markdown', value: hover.text }, range: hover.range };
  });
}

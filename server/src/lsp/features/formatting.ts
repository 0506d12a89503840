import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken, Connection, FormattingOptions, TextEdit } from 'vscode-languageserver';
import { alignFinished } from '../../ide/finished-line.ts';
import { LayingOut } from '../../ide/laid-out.ts';
import type { FormatOptions } from '../../zone/format/format-options.ts';
import type { Session } from '../server/lsp-session.ts';

/** Milliseconds of laying out in one turn: a keystroke that comes meanwhile waits no longer. */
const SLICE = 6;

/** Lays out a document, some of its lines, or the line that has just been finished, as the settings say. */
export function listenForFormatting(connection: Connection, session: Session): void {
  const laidOut = async (
    uri: string,
    options: FormattingOptions,
    token: CancellationToken,
    lines?: { readonly first: number; readonly last: number },
  ): Promise<TextEdit[]> => {
    const place = await session.place(uri);
    if (place === undefined) return [];
    const { held } = place,
      { version } = held,
      job = new LayingOut(held.cut(), optionsFor(session, held.key, options), lines);
    for (;;) {
      const end = performance.now() + SLICE;
      if (job.run(() => performance.now() >= end)) break;
      await nextTurn();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      if (held.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The document changed while it was formatted.');
    }
    if (job.refused !== undefined) throw new ResponseError(ErrorCodes.InvalidRequest, job.refused);
    return job.edits.map(({ range, text }) => ({ range, newText: text }));
  };
  connection.onDocumentFormatting(({ textDocument: { uri }, options }, token) => laidOut(uri, options, token));
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, options, range: { start, end } }, token) =>
    laidOut(uri, options, token, {
      first: start.line,
      // A selection of whole lines ends at the start of the next one.
      last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line,
    }),
  );
  connection.onDocumentOnTypeFormatting(async ({ textDocument: { uri }, position, options }): Promise<TextEdit[]> => {
    const place = await session.place(uri);
    if (place === undefined) return [];
    const { linted, held } = place;
    return alignFinished(linted.zone, held.cut(), position, optionsFor(session, held.key, options)).map(
      ({ range, text }) => ({ range, newText: text }),
    );
  });
}

/** What the settings say, and the editor's tabs where they leave it open and the file doesn't tell. */
const optionsFor = (session: Session, key: string, { insertSpaces, tabSize }: FormattingOptions): FormatOptions => ({
  ...session.configuration.formatOptions(key),
  prefersTabs: !insertSpaces,
  ...(insertSpaces ? {} : { tabSize }),
});

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

import type { Connection } from 'vscode-languageserver';
import { insertionOf, mailSnippets } from '../../ide/completion/insert-records.ts';
import type {
  InsertMailRecordMethod,
  InsertMailRecordParams,
  InsertMailRecordResult,
  MailRecordKinds,
  MailRecordsMethod,
  MailRecordsParams,
} from '../protocol/messages.ts';
import type { Session } from '../server/lsp-session.ts';

const mailRecords: MailRecordsMethod = 'zonewright/mailRecords',
  insertMailRecord: InsertMailRecordMethod = 'zonewright/insertMailRecord';

/** What *Insert Mail Record…* asks: which records there are, and the edits that put one of them where it belongs. */
export function listenForMailRecords(connection: Connection, session: Session): void {
  connection.onRequest(mailRecords, async ({ uri }: MailRecordsParams): Promise<MailRecordKinds | null> => {
    const place = await session.place(uri);
    return place === undefined
      ? null
      : mailSnippets(place.linted.zone, new Date()).map((variants) =>
          variants.map(({ prefix, title, description }) => ({ prefix, title, description })),
        );
  });
  connection.onRequest(
    insertMailRecord,
    async ({ uri, prefix }: InsertMailRecordParams): Promise<InsertMailRecordResult> => {
      const place = await session.place(uri),
        snippet =
          place === undefined
            ? undefined
            : mailSnippets(place.linted.zone, new Date())
                .flat()
                .find((one) => one.prefix === prefix);
      if (place === undefined || snippet === undefined) return null;
      const edits = insertionOf(place.linted.zone, snippet),
        uris = [...new Set(edits.map((edit) => edit.uri))];
      return uris.map((file) => ({
        uri: session.texts.get(file)?.uri ?? file,
        version: session.texts.get(file)?.version ?? null,
        edits: edits.filter((edit) => edit.uri === file).map(({ range, text }) => ({ range, snippet: text })),
      }));
    },
  );
}

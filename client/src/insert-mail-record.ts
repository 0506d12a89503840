import * as vscode from 'vscode';
import type {
  ApplySnippetEditArguments,
  InsertMailRecordMethod,
  InsertMailRecordParams,
  InsertMailRecordResult,
  MailRecord,
  MailRecordKinds,
  MailRecordsMethod,
  MailRecordsParams,
} from '../../server/src/lsp/protocol/messages.ts';
import type { LanguageServer } from './language-server.ts';
import type { Asker, Choice } from './wizards/asker.ts';

const mailRecords: MailRecordsMethod = 'zonewright/mailRecords',
  insertMailRecord: InsertMailRecordMethod = 'zonewright/insertMailRecord';

/** What a key binding may give to the command, so that nothing is asked. */
interface InsertMailRecordArguments {
  /** The word that brings the record while typing: `mx`, `spf-google`, … */
  readonly snippet?: string;
}

const choice = (variants: readonly MailRecord[]): Choice => ({
  value: variants[0]?.prefix ?? '',
  label: variants[0]?.title ?? '',
  detail: variants[0]?.description ?? '',
});

async function askForRecord(asker: Asker, kinds: MailRecordKinds): Promise<string | undefined> {
  for (;;) {
    const record = await asker.choose({
      id: 'record',
      title: 'Insert Mail Record',
      prompt: 'Which record?',
      step: 1,
      choices: kinds.map(choice),
    });
    if (record.kind !== 'answer') return undefined;
    const variants = kinds.find(([first]) => first?.prefix === record.value) ?? [];
    if (variants.length <= 1) return variants[0]?.prefix;
    const provider = await asker.choose({
      id: 'provider',
      title: variants[0]?.title ?? '',
      prompt: 'Which provider?',
      step: 2,
      choices: variants.map((one) => choice([one])),
    });
    if (provider.kind === 'cancel') return undefined;
    if (provider.kind === 'answer') return provider.value;
  }
}

/** The command that puts a mail record where it belongs in the zone on the screen, wherever the cursor is. */
export function registerInsertMailRecord(server: LanguageServer, asker: Asker): vscode.Disposable {
  return vscode.commands.registerCommand('zonewright.insertMailRecord', async (given?: InsertMailRecordArguments) => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'dns-zone') {
      void vscode.window.showInformationMessage('Open a DNS zone file first: a mail record is inserted into it.');
      return;
    }
    const uri = server.toServer(document.uri),
      params: MailRecordsParams = { uri };
    const prefix =
      given?.snippet ??
      (await askForRecord(asker, (await server.request<MailRecordKinds | null>(mailRecords, params)) ?? []));
    if (prefix === undefined) return;
    const insertParams: InsertMailRecordParams = { uri, prefix },
      edits = await server.request<InsertMailRecordResult>(insertMailRecord, insertParams);
    for (const edit of edits ?? [])
      await vscode.commands.executeCommand('zonewright.applySnippetEdit', {
        ...edit,
        uri: server.fromServer(edit.uri).toString(),
      } satisfies ApplySnippetEditArguments);
  });
}

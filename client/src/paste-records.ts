import * as vscode from 'vscode';
import type {
  PasteRecordsMethod,
  PasteRecordsParams,
  PasteRecordsResult,
} from '../../server/src/lsp/protocol/messages.ts';
import type { LanguageServer } from './language-server.ts';

const pasteRecords: PasteRecordsMethod = 'zonewright/pasteRecords';

/** A way to paste (VS Code 1.97). */
interface PasteEdit {
  yieldTo?: readonly PasteKind[];
}

interface PasteKind {
  append(...parts: readonly string[]): PasteKind;
}

/** What VS Code has for ways to paste since 1.97; older ones have none of it. */
interface PasteApi {
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Text: PasteKind };
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: {
        provideDocumentPasteEdits(
          document: vscode.TextDocument,
          ranges: readonly vscode.Range[],
          data: vscode.DataTransfer,
          context: unknown,
          token: vscode.CancellationToken,
        ): Promise<PasteEdit[] | undefined>;
      },
      metadata: { readonly providedPasteEditKinds: readonly PasteKind[]; readonly pasteMimeTypes: readonly string[] },
    ): vscode.Disposable;
  };
}

const isPasteApi = (api: object): api is PasteApi => 'DocumentPasteEdit' in api && 'DocumentDropOrPasteEditKind' in api;

/** Offers what `dig`, a hosts file, a provider's console or a web page say as records of the zone. The text as it is stays the first way to paste. */
export function offerPastedRecords(server: LanguageServer): vscode.Disposable {
  const api: object = vscode,
    [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  // Before 1.97 the names are there as a proposal, and asking for them throws.
  if ((major === 1 && minor < 97) || !isPasteApi(api)) return new vscode.Disposable(() => undefined);
  const kind = api.DocumentDropOrPasteEditKind.Text.append('dnsRecords');
  const provider = {
    async provideDocumentPasteEdits(
      document: vscode.TextDocument,
      [range]: readonly vscode.Range[],
      data: vscode.DataTransfer,
    ): Promise<PasteEdit[] | undefined> {
      const text = await data.get('text/plain')?.asString();
      if (text === undefined || range === undefined) return undefined;
      const { line, character } = range.start,
        params: PasteRecordsParams = { uri: server.toServer(document.uri), position: { line, character }, text };
      const pasted = await server.request<PasteRecordsResult | null>(pasteRecords, params);
      if (pasted === null) return undefined;
      const edit = new api.DocumentPasteEdit(pasted.text, pasted.title, kind);
      edit.yieldTo = [api.DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
  return api.languages.registerDocumentPasteEditProvider({ language: 'dns-zone' }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain'],
  });
}

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol/messages.ts';
import { registerInsertMailRecord } from './insert-mail-record.ts';
import { LanguageServer } from './language-server.ts';
import { MailPathView } from './mail-path/mail-path-view.ts';
import { offerPastedRecords } from './paste-records.ts';
import { registerSerialCommands } from './serials.ts';
import { registerShowReferences } from './show-references.ts';
import { registerApplySnippetEdit } from './snippet-edit.ts';
import { QuickInputs } from './wizards/quick-inputs.ts';
import { registerMailWizards } from './wizards/register-mail-wizards.ts';
import { serveWorkspaceFiles } from './workspace-files.ts';
import { tellZonesByText } from './zone-language.ts';
import { showZoneStatus } from './zone-status.ts';

/** Starts the server's transport; the one thing in which the two extension hosts differ. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Where documents are edited. Others (the old side of a diff, say) are not judged, lest one zone be seen twice. An MTA-STS policy is no zone, but is held against one. */
function documentSelector(): (
  | { readonly language: string; readonly scheme: string }
  | { readonly pattern: string; readonly scheme: string }
)[] {
  const schemes = new Set([
    'file',
    'untitled',
    'vscode-vfs',
    'vscode-remote',
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]);
  return [...schemes].flatMap((scheme) => [
    { language: 'dns-zone', scheme },
    { pattern: '**/mta-sts.txt', scheme },
  ]);
}

const initializationOptions: InitializationOptions = {
  snippetCommand: true,
  fileRequests: true,
  mailPath: true,
  references: true,
};

/** One life of the language server, from its start to its end. */
class ServerLife {
  private readonly client: BaseLanguageClient;
  private readonly features: vscode.Disposable;
  /** Settles when the server has started, or has failed to. A server that does not start leaves the commands working, one of which starts it again. */
  readonly started: Promise<void>;

  constructor(createClient: CreateClient, output: vscode.LogOutputChannel, server: LanguageServer) {
    this.client = createClient({ documentSelector: documentSelector(), outputChannel: output, initializationOptions });
    this.features = vscode.Disposable.from(
      serveWorkspaceFiles(this.client),
      showZoneStatus(this.client),
      server.connect(this.client),
    );
    this.started = this.client
      .start()
      .catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
  }

  async end(): Promise<void> {
    this.features.dispose();
    // A client refuses to stop a server that is still starting, or is gone already.
    await this.started;
    if (this.client.isRunning()) await this.client.dispose();
  }
}

/** What the extension tells others that ask for its `exports`, such as its own tests. */
export interface ZonewrightExports {
  /** The name of the question that a wizard has on the screen; undefined where none asks. */
  readonly askedQuestion: () => string | undefined;
}

export async function activateZonewright(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
): Promise<ZonewrightExports> {
  const output = vscode.window.createOutputChannel('Zonewright', { log: true });
  let life: ServerLife | undefined;
  const start = (): Promise<void> => (life ??= new ServerLife(createClient, output, server)).started;
  const server = new LanguageServer(start),
    inputs = new QuickInputs();
  // Any plain text wakes the extension, since it may be a zone; the server waits for one that is.
  const startFor = async (documents: readonly vscode.TextDocument[]): Promise<void> => {
    if (documents.some(({ languageId }) => languageId === 'dns-zone')) await start();
  };
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('zonewright.showOutput', () => output.show()),
    vscode.commands.registerCommand('zonewright.restartServer', async () => {
      await life?.end();
      life = undefined;
      await start();
    }),
    registerInsertMailRecord(server, inputs),
    offerPastedRecords(server),
    registerApplySnippetEdit(),
    registerSerialCommands(server),
    registerShowReferences(server),
    server,
    new MailPathView(context.extensionUri, server),
    registerMailWizards(server, inputs),
    { dispose: () => life?.end() },
    tellZonesByText(),
    vscode.workspace.onDidOpenTextDocument((document) => startFor([document])),
  );
  await startFor(vscode.workspace.textDocuments);
  return { askedQuestion: () => inputs.asked };
}

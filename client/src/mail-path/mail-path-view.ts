import * as vscode from 'vscode';
import type {
  MailPathMethod,
  MailPathParams,
  MailPathResult,
  ShowMailPathArguments,
} from '../../../server/src/lsp/protocol/messages.ts';
import type { LanguageServer } from '../language-server.ts';
import type { Drawn, FromView, ToView } from './drawing.ts';
import { newNonce, pageOf } from './html.ts';

const mailPath: MailPathMethod = 'zonewright/mailPath';
const viewType = 'zonewright.mailPath';

/** Milliseconds in which several reasons to draw anew count as one. */
const together = 100;
/** Milliseconds after which nobody waits for the view to draw any more. */
const patience = 10_000;

/** The panel that draws the way of mail to and from a domain, and follows the zone that is being edited. */
export class MailPathView implements vscode.Disposable {
  private readonly extensionUri: vscode.Uri;
  private readonly server: LanguageServer;
  private readonly subscriptions: vscode.Disposable;
  private panel: vscode.WebviewPanel | undefined;
  /** Whether the page takes messages. */
  private ready = false;
  private document: vscode.Uri | undefined;
  /** Undefined: the apex of the document's zone. */
  private domain: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly drawn = new vscode.EventEmitter<Drawn>();

  constructor(extensionUri: vscode.Uri, server: LanguageServer) {
    this.extensionUri = extensionUri;
    this.server = server;
    this.subscriptions = vscode.Disposable.from(
      this.drawn,
      vscode.commands.registerCommand('zonewright.showMailPath', (given?: ShowMailPathArguments) => this.show(given)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel) => {
          this.adopt(panel);
          return Promise.resolve();
        },
      }),
      server.onMailChanged(() => this.drawSoon()),
    );
  }

  /** Opens the panel beside the editor. Resolves with what it drew. */
  async show(given?: ShowMailPathArguments): Promise<Drawn | undefined> {
    const active = vscode.window.activeTextEditor?.document;
    if (given !== undefined) this.document = this.server.fromServer(given.uri);
    else if (active?.languageId === 'dns-zone') this.document = active.uri;
    if (this.document === undefined) {
      void vscode.window.showInformationMessage('Open a DNS zone file first to see its mail path.');
      return undefined;
    }
    this.domain = given?.domain;
    const done = this.nextDrawing();
    if (this.panel === undefined)
      this.adopt(vscode.window.createWebviewPanel(viewType, 'Mail Path', vscode.ViewColumn.Beside, {}));
    else this.panel.reveal();
    this.drawSoon();
    return done;
  }

  private nextDrawing(): Promise<Drawn | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        once.dispose();
        resolve(undefined);
      }, patience);
      const once = this.drawn.event((drawn) => {
        clearTimeout(timer);
        once.dispose();
        resolve(drawn);
      });
    });
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    this.ready = false;
    const folder = vscode.Uri.joinPath(this.extensionUri, 'dist/client');
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    panel.webview.onDidReceiveMessage((message: FromView) => this.hear(message));
    panel.onDidChangeViewState(() => this.drawSoon());
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    panel.webview.html = pageOf(panel.webview, vscode.Uri.joinPath(folder, 'mail-path.js'), newNonce());
  }

  private hear(message: FromView): void {
    switch (message.kind) {
      case 'ready':
        this.ready = true;
        if (this.document === undefined && message.memory !== null) {
          this.document = this.server.fromServer(message.memory.uri);
          this.domain = message.memory.domain;
        }
        return this.drawSoon();
      case 'domain':
        this.domain = message.domain;
        return this.drawSoon();
      case 'open':
        return void this.open(message.place);
      case 'drawn':
        return this.drawn.fire(message.drawn);
    }
  }

  /** Shows a record in the editors' column, not in the panel's own. */
  private async open({ uri, range: { start, end } }: Extract<FromView, { kind: 'open' }>['place']): Promise<void> {
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const beside = vscode.window.visibleTextEditors.find(
      ({ viewColumn }) => viewColumn !== undefined && viewColumn !== this.panel?.viewColumn,
    )?.viewColumn;
    try {
      await vscode.window.showTextDocument(this.server.fromServer(uri), {
        selection,
        viewColumn: beside ?? vscode.ViewColumn.One,
      });
    } catch (error) {
      void vscode.window.showErrorMessage(
        `Can't show the record: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (
      this.panel === undefined ||
      editor?.document.languageId !== 'dns-zone' ||
      editor.document.uri.toString() === this.document?.toString()
    )
      return;
    void this.draw(editor.document.uri);
  }

  private drawSoon(): void {
    if (this.panel === undefined) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(), together);
  }

  /** Asks for the way of mail and has it drawn, if anybody can see it. `next`: another document, which takes the place of the one before if it has mail at all. */
  private async draw(next?: vscode.Uri): Promise<void> {
    const { panel, document } = this;
    if (panel?.visible !== true || !this.ready) return;
    const asked = ++this.asked,
      uri = next ?? document;
    const message = uri === undefined ? undefined : await this.ask(uri, next === undefined ? this.domain : undefined);
    if (asked !== this.asked || panel !== this.panel) return;
    if (next !== undefined) {
      // A reverse zone, where a click on a PTR record leads, has no mail of its own: then what is shown stays.
      if (message?.kind !== 'path') return;
      this.document = next;
      this.domain = undefined;
    }
    if (message?.kind === 'path') panel.title = `Mail Path: ${message.path.domain}`;
    await panel.webview.postMessage(
      message ?? ({ kind: 'nothing', reason: 'Open a DNS zone file to see its mail path.' } satisfies ToView),
    );
  }

  private async ask(document: vscode.Uri, domain: string | undefined): Promise<ToView> {
    const uri = this.server.toServer(document),
      params: MailPathParams = { uri, ...(domain === undefined ? {} : { domain }) };
    try {
      const path = await this.server.request<MailPathResult | null>(mailPath, params);
      return path === null
        ? {
            kind: 'nothing',
            reason: `${vscode.workspace.asRelativePath(document)} isn't a zone with mail, or its zone name is unknown.`,
          }
        : { kind: 'path', uri, path };
    } catch (error) {
      return {
        kind: 'nothing',
        reason: `The language server didn't answer: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    this.subscriptions.dispose();
  }
}

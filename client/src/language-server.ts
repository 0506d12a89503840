import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import type { MailPathChangedMethod } from '../../server/src/lsp/protocol/messages.ts';

const mailPathChanged: MailPathChangedMethod = 'zonewright/mailPathChanged';

/** The language server that runs now, for what outlives a restart of it. */
export class LanguageServer implements vscode.Disposable {
  private client: BaseLanguageClient | undefined;
  private readonly start: () => Promise<void>;
  private readonly changed = new vscode.EventEmitter<void>();
  /** What the server would say about mail may have changed. */
  readonly onMailChanged = this.changed.event;

  /** @param start starts the server where none runs yet, and connects it */
  constructor(start: () => Promise<void>) {
    this.start = start;
  }

  connect(client: BaseLanguageClient): vscode.Disposable {
    this.client = client;
    return vscode.Disposable.from(
      client.onNotification(mailPathChanged, () => this.changed.fire()),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.changed.fire();
      }),
    );
  }

  /** Asks the server, which is waited for while it starts. Fails where it does not run. */
  async request<T>(method: string, params: object): Promise<T> {
    if (this.client === undefined) await this.start();
    const { client } = this;
    if (client === undefined) throw new Error(`The language server isn't running.`);
    await client.start();
    return client.sendRequest<T>(method, params);
  }

  /** A document's address as the server knows it. */
  toServer(uri: vscode.Uri): string {
    return this.client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
  }

  fromServer(uri: string): vscode.Uri {
    return this.client?.protocol2CodeConverter.asUri(uri) ?? vscode.Uri.parse(uri);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

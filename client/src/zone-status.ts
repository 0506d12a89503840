import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import type {
  ZoneStatus,
  ZoneStatusChangedMethod,
  ZoneStatusMethod,
  ZoneStatusParams,
} from '../../server/src/lsp/protocol/messages.ts';

const zoneStatus: ZoneStatusMethod = 'zonewright/zoneStatus';
const zoneStatusChanged: ZoneStatusChangedMethod = 'zonewright/zoneStatusChanged';

/** Milliseconds of rest after a keystroke before the status is asked for again. */
const restAfterEdit = 400;

function describe({ apex, serial, records }: ZoneStatus): { readonly text: string; readonly detail: string } {
  const count = `${records.toLocaleString('en')} ${records === 1 ? 'record' : 'records'}`;
  if (apex === null)
    return { text: 'Unknown zone', detail: `${count}; no SOA, $ORIGIN or file name says which zone this is` };
  const name = apex === '.' ? 'Root zone' : apex.replace(/\.$/, '');
  return { text: serial === null ? `${name}, no serial` : `${name}, serial ${serial}`, detail: count };
}

/** Keeps the language status item at the zone's apex and serial while a zone is on the screen. */
export function showZoneStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('zonewright.zone', { language: 'dns-zone' });
  item.name = 'Zonewright';
  item.text = 'Zonewright';
  item.command = { command: 'zonewright.showOutput', title: 'Show Output' };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'dns-zone' || !client.isRunning()) return;
    const params: ZoneStatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    item.busy = true;
    try {
      const { text, detail } = describe(await client.sendRequest<ZoneStatus>(zoneStatus, params));
      if (document !== vscode.window.activeTextEditor?.document) return;
      item.text = text;
      item.detail = detail;
      item.severity = vscode.LanguageStatusSeverity.Information;
    } catch (error) {
      item.detail = error instanceof Error ? error.message : String(error);
      item.severity = vscode.LanguageStatusSeverity.Warning;
    } finally {
      item.busy = false;
    }
  };
  const updateAfter = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), milliseconds);
  };

  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(() => updateAfter(0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) updateAfter(restAfterEdit);
    }),
    client.onNotification(zoneStatusChanged, () => updateAfter(0)),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) updateAfter(0);
    }),
  );
}

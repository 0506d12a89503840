import * as vscode from 'vscode';
import { claimsDbFile } from '../../server/src/config/zone-files/reads-like-zone.ts';

/** Enough to tell a zone by. */
const firstLines = 120;

const baseName = (pattern: string): string => pattern.slice(pattern.lastIndexOf('/') + 1);

/** Whether the user has said what such files are. */
function isAssociated(): boolean {
  const associations = vscode.workspace.getConfiguration('files').get<Readonly<Record<string, string>>>('associations');
  return Object.keys(associations ?? {}).some((pattern) => baseName(pattern).startsWith('db.'));
}

/**
 * Makes files `db.NAME` that read like a zone DNS zones when they are opened. Their names can't do it: `db.example.rs` has the ending of Rust,
 * and no list of names holds `db.intranet`. What is said of a document is said once, so that another language may be chosen for it.
 */
export function tellZonesByText(): vscode.Disposable {
  const told = new WeakSet<vscode.TextDocument>();
  const tell = (document: vscode.TextDocument): void => {
    if (told.has(document)) return;
    told.add(document);
    const name = baseName(document.uri.path);
    if (document.languageId === 'dns-zone' || !name.startsWith('db.') || isAssociated()) return;
    const text = document.getText(new vscode.Range(0, 0, firstLines, 0));
    if (claimsDbFile(name, text)) void vscode.languages.setTextDocumentLanguage(document, 'dns-zone');
  };
  vscode.workspace.textDocuments.forEach(tell);
  return vscode.workspace.onDidOpenTextDocument(tell);
}

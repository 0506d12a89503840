import type * as vscode from 'vscode';
import { style } from './style.ts';

/** The page of the view: its looks and its script, and nothing else may be loaded or run. What it shows comes as messages. */
export function pageOf(webview: vscode.Webview, script: vscode.Uri, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mail path</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<script nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>`;
}

/** A word that only this page knows. */
export function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (octet) => octet.toString(16).padStart(2, '0')).join(
    '',
  );
}

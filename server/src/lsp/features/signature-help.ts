import type { Connection, SignatureHelp } from 'vscode-languageserver';
import { plain } from '../../ide/markdown.ts';
import { signatureAt } from '../../ide/signature.ts';
import type { Session } from '../server/lsp-session.ts';

export const signatureTriggers: readonly string[] = [' ', '\t', '"', ';', '=', ':'];

export function listenForSignatureHelp(connection: Connection, session: Session): void {
  connection.onSignatureHelp(async ({ textDocument: { uri }, position }): Promise<SignatureHelp | null> => {
    const place = await session.place(uri),
      signature = place === undefined ? undefined : signatureAt(place.linted.zone, place.held.cut(), position);
    if (signature === undefined) return null;
    const { label, words, parts, active } = signature;
    return {
      activeSignature: 0,
      signatures: [
        {
          label,
          activeParameter: active,
          documentation: { kind: 'markdown', value: plain(words) },
          parameters: parts.map((part) => ({
            label: [part.from, part.to],
            documentation: { kind: 'markdown', value: plain(part.words) },
          })),
        },
      ],
    };
  });
}

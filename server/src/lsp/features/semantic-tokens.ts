import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { Connection, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import type { TokenKind } from '../../ide/semantic-tokens.ts';
import { semanticTokens, tokenKinds } from '../../ide/semantic-tokens.ts';
import type { Session } from '../server/lsp-session.ts';

/** Octets above which only the visible lines are coloured: editors ask for those first. */
const LARGEST_WHOLE = 1 << 21;

const NAMES: Readonly<Record<TokenKind, string>> = {
  owner: 'variable',
  name: 'variable',
  number: 'number',
  class: 'modifier',
  type: 'type',
  directive: 'macro',
  mnemonic: 'enumMember',
};
const DECLARATION = 1,
  DEPRECATED = 2;

export const tokensLegend: SemanticTokensLegend = {
  tokenTypes: tokenKinds.map((kind) => NAMES[kind]),
  tokenModifiers: ['declaration', 'deprecated'],
};

export function listenForSemanticTokens(connection: Connection, session: Session): void {
  const tokens = async (uri: string, first: number, last: number, whole: boolean): Promise<SemanticTokens> => {
    const place = await session.place(uri),
      builder = new SemanticTokensBuilder();
    if (place !== undefined && !(whole && place.held.byteLength > LARGEST_WHOLE)) {
      for (const { line, character, length, kind, deprecated } of semanticTokens(
        place.linted.zone,
        place.held.cut(),
        first,
        last,
      )) {
        builder.push(
          line,
          character,
          length,
          tokenKinds.indexOf(kind),
          (kind === 'owner' ? DECLARATION : 0) | (deprecated ? DEPRECATED : 0),
        );
      }
    }
    return builder.build();
  };
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) => tokens(uri, 0, Number.MAX_SAFE_INTEGER, true));
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }) =>
    tokens(uri, range.start.line, range.end.line, false),
  );
}

import { SemanticTokensBuilder } from 'vscode-languageserver';
import type {
  Connection,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  SemanticTokensLegend,
} from 'vscode-languageserver';
import type { SemanticToken, TokenKind } from '../../ide/semantic-tokens.ts';
import { semanticTokens, tokenKinds, tokenModifiers } from '../../ide/semantic-tokens.ts';
import type { Session } from '../server/lsp-session.ts';
import { inSlices } from '../server/slices.ts';

/** Octets above which only the visible lines are colored: editors ask for those first. */
const LARGEST_WHOLE = 1 << 21;
/** Lines of a range that are colored: no screen has so many, and a range that is a whole huge file would hold up everything else. */
const MOST_LINES = 2000;

const NAMES: Readonly<Record<TokenKind, string>> = {
  owner: 'variable',
  name: 'variable',
  number: 'number',
  class: 'modifier',
  type: 'type',
  directive: 'macro',
  mnemonic: 'enumMember',
};

export const tokensLegend: SemanticTokensLegend = {
  tokenTypes: tokenKinds.map((kind) => NAMES[kind]),
  tokenModifiers: [...tokenModifiers],
};

/** What a document was last told, by which the editor asks for what has changed since. */
interface Told {
  readonly id: string;
  readonly data: readonly number[];
}

export function listenForSemanticTokens(connection: Connection, session: Session): void {
  const told = new Map<string, Told>();
  let results = 0;
  const whole = async (uri: string): Promise<Told> => {
    const place = await session.place(uri),
      builder = new SemanticTokensBuilder();
    if (place !== undefined && place.held.byteLength <= LARGEST_WHOLE) {
      const { held, linted } = place,
        tokens = await inSlices(session, held, collected(semanticTokens(linted.zone, held.cut(), 0, Infinity)));
      for (const token of tokens) push(builder, token);
    }
    for (const known of told.keys()) if (session.texts.get(known)?.isOpen !== true) told.delete(known);
    const fresh = { id: String(++results), data: builder.build().data };
    told.set(uri, fresh);
    return fresh;
  };
  connection.languages.semanticTokens.on(async ({ textDocument: { uri } }): Promise<SemanticTokens> => {
    const { id, data } = await whole(uri);
    return { resultId: id, data: [...data] };
  });
  connection.languages.semanticTokens.onDelta(
    async ({ textDocument: { uri }, previousResultId }): Promise<SemanticTokens | SemanticTokensDelta> => {
      const before = told.get(uri),
        { id, data } = await whole(uri);
      return before?.id === previousResultId
        ? { resultId: id, edits: difference(before.data, data) }
        : { resultId: id, data: [...data] };
    },
  );
  connection.languages.semanticTokens.onRange(async ({ textDocument: { uri }, range }): Promise<SemanticTokens> => {
    const place = await session.place(uri),
      builder = new SemanticTokensBuilder();
    if (place !== undefined)
      for (const tokens of semanticTokens(
        place.linted.zone,
        place.held.cut(),
        range.start.line,
        Math.min(range.end.line, range.start.line + MOST_LINES),
      ))
        for (const token of tokens) push(builder, token);
    return builder.build();
  });
}

/** The one stretch of numbers that has to be replaced. */
function difference(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0,
    tail = 0;
  while (start < shorter && before[start] === now[start]) start++;
  if (start === before.length && start === now.length) return [];
  while (tail < shorter - start && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return [{ start, deleteCount: before.length - start - tail, data: now.slice(start, now.length - tail) }];
}

function* collected(pieces: Iterable<readonly SemanticToken[]>): Generator<void, readonly SemanticToken[]> {
  const all: SemanticToken[] = [];
  for (const piece of pieces) {
    all.push(...piece);
    yield;
  }
  return all;
}

function push(builder: SemanticTokensBuilder, { line, character, length, kind, modifiers }: SemanticToken): void {
  let bits = 0;
  for (const modifier of modifiers) bits |= 1 << tokenModifiers.indexOf(modifier);
  builder.push(line, character, length, tokenKinds.indexOf(kind), bits);
}

import type { ConfigReading } from '../../reading/config-reading.ts';
import type { PlacedText } from '../../reading/places.ts';
import { readTokens, type Token } from './tokens.ts';

/** A word or a quoted string of named.conf. */
export type Word = Token & { readonly kind: 'word' | 'string' };

export interface Block {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
}

/** Words and blocks up to a semicolon. */
export interface Statement {
  readonly file: PlacedText;
  readonly items: readonly (Word | Block)[];
}

/** The statement's name, in lower case: BIND compares without case. */
export function keyword(statement: Statement): string {
  const first = statement.items[0];
  return first?.kind === 'word' ? first.text.toLowerCase() : '';
}

/** The words and strings after the name, blocks left out. */
export function operands(statement: Statement): readonly Word[] {
  return statement.items.slice(1).filter((item) => item.kind !== 'block');
}

export function blockOf(statement: Statement): Block | undefined {
  return statement.items.find((item) => item.kind === 'block');
}

interface Frame {
  readonly statements: Statement[];
  /** The name of the statement that owns the block; empty at the top. */
  readonly owner: string;
  readonly opening: Token | undefined;
  items: (Word | Block)[];
}

const sectionWords = new Set([
  'acl',
  'controls',
  'dnssec-policy',
  'http',
  'include',
  'key',
  'key-store',
  'logging',
  'managed-keys',
  'masters',
  'options',
  'primaries',
  'remote-servers',
  'server',
  'statistics-channels',
  'template',
  'tls',
  'trust-anchors',
  'trusted-keys',
  'view',
  'zone',
]);
const clauseWords = new Set([
  'allow-notify',
  'allow-query',
  'allow-recursion',
  'allow-transfer',
  'allow-update',
  'also-notify',
  'auto-dnssec',
  'check-names',
  'directory',
  'dnssec-policy',
  'file',
  'forwarders',
  'include',
  'inline-signing',
  'masterfile-format',
  'masters',
  'match-clients',
  'notify',
  'primaries',
  'recursion',
  'response-policy',
  'template',
  'type',
  'update-policy',
  'zone',
]);
/** What can't stand inside a zone or the options: where it does, the block before was not closed. */
const neverInside = new Set(['acl', 'logging', 'options', 'view', 'zone']);
const flatOwners = new Set(['options', 'template', 'zone']);

/** Cuts a file into statements. What is missing is reported where it should stand, and reading goes on as if it were there. */
export function readStatements(file: PlacedText, reading: ConfigReading): readonly Statement[] {
  const top: Frame = { statements: [], owner: '', opening: undefined, items: [] };
  const frames: Frame[] = [top];
  let before: Token | undefined;

  const finish = (frame: Frame, missing: boolean): void => {
    if (frame.items.length === 0) return;
    if (missing && before !== undefined)
      reading.report(
        'config/missing-semicolon',
        'semicolon',
        file.span(Math.max(before.start, before.end - 1), before.end),
        { before: describe(before) },
      );
    frame.statements.push({ file, items: frame.items });
    frame.items = [];
  };
  const close = (): void => {
    const frame = frames.pop()!;
    finish(frame, true);
    frames.at(-1)!.items.push({ kind: 'block', statements: frame.statements });
  };

  for (const token of readTokens(file, reading)) {
    let frame = frames.at(-1)!;
    if (startsAnew(frame, token)) finish(frame, true);
    if (
      token.kind === 'word' &&
      frame.items.length === 0 &&
      flatOwners.has(frame.owner) &&
      neverInside.has(token.text.toLowerCase())
    ) {
      reading.report('config/unclosed-block', 'before', placeOf(file, frame.opening), {
        owner: frame.owner,
        next: token.text,
      });
      close();
      finish(frames.at(-1)!, false);
      frame = frames.at(-1)!;
    }
    if (isWord(token)) frame.items.push(token);
    else if (token.kind === '{') {
      const first = frame.items[0];
      frames.push({
        statements: [],
        owner: first?.kind === 'word' ? first.text.toLowerCase() : '?',
        opening: token,
        items: [],
      });
    } else if (token.kind === ';') finish(frame, false);
    else if (frames.length > 1) close();
    else {
      finish(frame, true);
      reading.report('config/stray-brace', 'brace', file.span(token.start, token.end));
    }
    before = token;
  }
  while (frames.length > 1) {
    reading.report('config/unclosed-block', 'never', placeOf(file, frames.at(-1)!.opening));
    close();
    finish(frames.at(-1)!, false);
  }
  finish(top, true);
  return top.statements;
}

const isWord = (token: Token): token is Word => token.kind === 'word' || token.kind === 'string';

/** Whether a line begins a new statement though the last one has no semicolon yet. */
function startsAnew(frame: Frame, token: Token): boolean {
  if (token.kind !== 'word' || !token.firstOnLine || frame.items.length === 0) return false;
  if (frame.items.length === 1 && frame.items[0]!.kind !== 'block') return false;
  const word = token.text.toLowerCase();
  if (frame.owner === '') return sectionWords.has(word);
  if (frame.owner === 'view') return sectionWords.has(word) || clauseWords.has(word);
  return flatOwners.has(frame.owner) && (clauseWords.has(word) || neverInside.has(word));
}

function placeOf(file: PlacedText, token: Token | undefined): ReturnType<PlacedText['span']> {
  return token === undefined ? file.span(0, 0) : file.span(token.start, token.end);
}

function describe(token: Token): string {
  return isWord(token) ? `"${token.text}"` : `"${token.kind}"`;
}

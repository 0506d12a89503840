import { parseSuppression } from '../config/settings/suppressions.ts';
import { decode } from '../text/utf8.ts';
import type { TextRange } from '../text/positions.ts';
import type { Block } from '../zone/model/block.ts';
import type { Zone } from '../zone/model/zone.ts';
import { endOfComment, Lexer } from '../zone/syntax/lexer.ts';
import { QUOTED } from '../text/token-kinds.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { CR, LF, SEMICOLON } from '../text/octets.ts';
import { blocksOf, entriesOf, rangeIn } from './entry-at.ts';

export interface DocumentLink {
  readonly range: TextRange;
  /** A file, or a page on the Web. */
  readonly uri: string;
  readonly tooltip: string;
}

/** A text with more links than this was made by a program. */
const MOST_LINKS = 2000;

const lexer = new Lexer();

/** Files of `$INCLUDE` that were found, RFCs that comments name, and the pages of rules that comments switch off. `pageOf`: where a rule is explained. Yields after each chunk. */
export function* documentLinks(
  zone: Zone,
  text: SourceText,
  pageOf: (code: string) => string | undefined,
): Generator<void, readonly DocumentLink[]> {
  const links: DocumentLink[] = [];
  for (const block of blocksOf(zone, text)) {
    if (links.length >= MOST_LINKS) break;
    links.push(...includeLinks(block), ...commentLinks(block, pageOf));
    yield;
  }
  return links.slice(0, MOST_LINKS);
}

function* includeLinks(block: Block): Iterable<DocumentLink> {
  if (block.includes.length === 0) return;
  for (const { tokens } of entriesOf(block)) {
    const file = block.includes.find(({ includedBy }) => includedBy?.start === tokens[0]?.start),
      name = tokens[1];
    if (file !== undefined && name !== undefined)
      yield { range: rangeIn(block, name.start, name.end), uri: file.uri, tooltip: 'Open the included file' };
  }
}

function* commentLinks(block: Block, pageOf: (code: string) => string | undefined): Iterable<DocumentLink> {
  const { bytes } = block.chunk;
  if (!bytes.includes(SEMICOLON) || !/RFC|zonewright-/i.test(decode(bytes, 0, bytes.length))) return;
  for (const start of commentsIn(bytes)) {
    const end = endOfComment(bytes, start, bytes.length),
      comment = decode(bytes, start, end);
    const { start: from } = rangeIn(block, start, start);
    const range = (first: number, last: number): TextRange => ({
      start: { line: from.line, character: from.character + first },
      end: { line: from.line, character: from.character + last },
    });
    for (const found of comment.matchAll(RFC)) {
      const number = String(Number(found[1])),
        section = found[2];
      yield {
        range: range(found.index, found.index + found[0].length),
        uri: `https://www.rfc-editor.org/rfc/rfc${number}.html${section === undefined ? '' : `#section-${section}`}`,
        tooltip: `Open RFC ${number}`,
      };
    }
    for (const { code, start: first, end: last } of parseSuppression(comment)?.codes ?? []) {
      const page = pageOf(code);
      if (page !== undefined) yield { range: range(first, last), uri: page, tooltip: `Open the page about ${code}` };
    }
  }
}

/** `RFC 1035`, `rfc1035 §3.3.9`, `RFC 7208, section 4.6.4`. */
const RFC = /\bRFC[ -]?0*([1-9]\d{0,4})(?:,?[ ](?:§[ ]?|sections?[ ]|sec\.[ ]?)(\d+(?:\.\d+)*))?/gi;

/** Where comments begin: semicolons that aren't in a token. */
function* commentsIn(bytes: Uint8Array): Iterable<number> {
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  const tokens = lexer.tokens.slice(0, lexer.count);
  let token = 0;
  for (let i = 0; i < bytes.length; i++) {
    // The end of an entry covers the whole entry, and isn't a token of its text.
    while (token < tokens.length && ((tokens[token + 1]! & 7) > QUOTED || tokens[token + 1]! >> 3 <= i)) token += 2;
    if (token < tokens.length && tokens[token]! <= i) {
      i = (tokens[token + 1]! >> 3) - 1;
      continue;
    }
    if (bytes[i] !== SEMICOLON) continue;
    yield i;
    while (i + 1 < bytes.length && bytes[i + 1] !== LF && bytes[i + 1] !== CR) i++;
  }
}

import { PRAGMA } from './source-text.ts';
import type { SourceText } from './source-text.ts';
import { decode } from '../../text/utf8.ts';
import { BACKSLASH, CR, LF, QUOTE, SEMICOLON } from '../../text/octets.ts';

/** A comment where it stands: line from 0, character of its semicolon in UTF-16 code units; its text with the semicolon. */
export interface TextComment {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** The comments of a text that may speak to this program; the other parts of the text aren't looked at. */
export function* pragmaComments(text: SourceText): Iterable<TextComment> {
  for (const [index, chunk] of text.chunks.entries()) {
    if ((chunk.features & PRAGMA) === 0) continue;
    for (const [start, end] of commentsIn(chunk.bytes)) {
      const { line, character } = text.position(index, start);
      yield { line, character, text: decode(chunk.bytes, start, end) };
    }
  }
}

/** Where the comments of some whole entries are, in bytes: from the semicolon to the line's end. A semicolon in a string or behind a backslash begins none (RFC 1035 §5.1). */
export function* commentsIn(bytes: Uint8Array): Iterable<readonly [number, number]> {
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === BACKSLASH) i++;
    else if (c === QUOTE) quoted = !quoted;
    else if (c === LF) quoted = false;
    else if (c === SEMICOLON && !quoted) {
      const start = i;
      while (i < bytes.length && bytes[i] !== LF && bytes[i] !== CR) i++;
      yield [start, i];
    }
  }
}

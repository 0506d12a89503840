import type { ConfigReading } from '../../reading/config-reading.ts';
import type { PlacedText } from '../../reading/places.ts';

export interface Token {
  readonly kind: 'word' | 'string' | '{' | '}' | ';';
  /** A string without its quotes and escapes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly firstOnLine: boolean;
}

/** A comment may begin within a word, as in BIND. */
const wordEnd = /[\s{};"]|\/\/|\/\*|#/g;

/** The tokens of named.conf without white space and its three kinds of comment. A string doesn't go past its line. */
export function* readTokens(file: PlacedText, reading: ConfigReading): Iterable<Token> {
  const { text } = file;
  let at = 0,
    fresh = true;
  const token = (kind: Token['kind'], value: string, end: number): Token => {
    const read = { kind, text: value, start: at, end, firstOnLine: fresh };
    fresh = false;
    at = end;
    return read;
  };
  while (at < text.length) {
    const c = text[at]!;
    if (c === '\n' || c === '\r') {
      fresh = true;
      at++;
    } else if (c <= ' ' || c === '\u00a0') at++;
    else if (c === '#' || text.startsWith('//', at)) at = lineEnd(text, at);
    else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      if (close === -1) reading.report('config/unclosed-comment', 'comment', file.span(at, at + 2));
      at = close === -1 ? text.length : close + 2;
    } else if (c === '{' || c === '}' || c === ';') yield token(c, c, at + 1);
    else if (c === '"') {
      const close = closingQuote(text, at),
        closed = text[close] === '"';
      // Without its quote a string is taken to end before the semicolon that was meant to follow it.
      const semicolon = closed ? -1 : text.slice(at, close).indexOf(';');
      const end = closed ? close + 1 : semicolon === -1 ? close : at + semicolon;
      if (!closed) reading.report('config/unclosed-string', 'refused', file.span(at, at + 1), { server: 'BIND' });
      yield token('string', text.slice(at + 1, closed ? end - 1 : end).replace(/\\(["\\])/g, '$1'), end);
    } else {
      wordEnd.lastIndex = at + 1;
      const end = wordEnd.exec(text)?.index ?? text.length;
      yield token('word', text.slice(at, end), end);
    }
  }
}

function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (text[i] === '\n' || text[i] === '\r') return i;
  return text.length;
}

/** The offset of the closing quote, or of the line's end. */
function closingQuote(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const c = text[i]!;
    if (c === '"' || c === '\n' || c === '\r') return i;
    if (c === '\\' && text[i + 1] !== '\n' && text[i + 1] !== '\r') i++;
  }
  return text.length;
}

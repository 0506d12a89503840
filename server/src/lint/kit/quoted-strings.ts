import { encodedLength } from '../../text/utf8.ts';

const LONGEST = 255;

/** One written character with the octets that it stands for: an escape (RFC 1035 §5.1) or a character in UTF-8. */
interface Unit {
  readonly text: string;
  readonly octets: number;
}

function* units(source: string): Iterable<Unit> {
  for (let i = 0; i < source.length; ) {
    const escapeText = /^\\(?:\d{3}|[^])/.exec(source.slice(i, i + 4))?.[0];
    const text = escapeText ?? String.fromCodePoint(source.codePointAt(i)!);
    yield {
      text,
      octets:
        escapeText === undefined || escapeText.length === 2
          ? encodedLength(text.slice(escapeText === undefined ? 0 : 1))
          : 1,
    };
    i += text.length;
  }
}

/**
 * Text as it is written in a zone file, escapes included, as quoted strings of up to 255 octets each (RFC 1035 §3.3). Joined they are the text again.
 * Words stay whole where a space is near the cut, so that people can read them.
 */
export function quotedStrings(source: string): string {
  const strings: string[] = [];
  let piece: Unit[] = [],
    length = 0;
  for (const unit of units(source)) {
    if (length + unit.octets > LONGEST) {
      const cut = cutAt(piece),
        rest = piece.slice(cut);
      strings.push(textOf(piece.slice(0, cut)));
      piece = rest;
      length = rest.reduce((sum, { octets }) => sum + octets, 0);
    }
    piece.push(unit);
    length += unit.octets;
  }
  strings.push(textOf(piece));
  return strings.map((string) => `"${string}"`).join(' ');
}

const textOf = (piece: readonly Unit[]): string => piece.map(({ text }) => text).join('');

/** Behind the last space of the last forty characters, else at the end. */
function cutAt(piece: readonly Unit[]): number {
  for (let k = piece.length; k > piece.length - 40 && k > 0; k--) if (piece[k - 1]!.text === ' ') return k;
  return piece.length;
}

/** Plain text as it must be written between quotation marks, escapes in it kept. */
export function withEscapedQuotes(source: string): string {
  return source.replace(/\\[^]|"/g, (found) => (found === '"' ? '\\"' : found));
}

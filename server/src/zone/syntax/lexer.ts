import { BLANK_OWNER, ENTRY_END, QUOTED, WORD } from '../../text/token-kinds.ts';
import { looksLikeEntry } from './recovery.ts';
import { EQUALS } from '../../text/octets.ts';

const PLAIN = 0,
  SPACE = 1,
  LF = 2,
  SEMICOLON = 3,
  QUOTE = 4,
  OPEN = 5,
  CLOSE = 6,
  BACKSLASH = 7,
  CR = 8;
const CLASS = new Uint8Array(256);
for (const [character, kind] of [
  [32, SPACE],
  [9, SPACE],
  [13, CR],
  [10, LF],
  [59, SEMICOLON],
  [34, QUOTE],
  [40, OPEN],
  [41, CLOSE],
  [92, BACKSLASH],
] as const)
  CLASS[character] = kind;

/** Room that a small file needs: each open file has a lexer. */
const FEWEST = 1 << 9;

/** What the lexer saw that no server accepts, or not all of them. */
export type LexicalProblem =
  | 'syn/unbalanced-paren-open'
  | 'syn/unbalanced-paren-close'
  | 'syn/nested-paren'
  | 'syn/paren-first'
  | 'syn/quote-adjacent'
  | 'syn/unterminated-quote'
  | 'syn/lone-cr'
  | 'syn/bad-escape'
  | 'syn/bom';

export interface LexicalFinding {
  readonly code: LexicalProblem;
  /** Byte offsets in the block. */
  readonly start: number;
  end: number;
}

/**
 * Cuts a block of bytes into entries (RFC 1035 §5.1) as BIND's lexer does. Tokens are never kept: the buffer is reused for the next block.
 *
 * The lexer is total. An unclosed parenthesis ends where the next entry clearly begins (see `looksLikeEntry`), an unclosed quotation mark at its line's end.
 */
export class Lexer {
  /** Pairs of start and `end << 3 | kind`. */
  tokens: Int32Array = new Int32Array(FEWEST);
  /** How many numbers of `tokens` are in use. */
  count = 0;
  /** Whether the text ended inside parentheses, so that more text could still belong to the last entry. */
  openAtEnd = false;
  /** Whether the last entry has no line ending, so that more text could still belong to it. */
  unfinished = false;
  /** Whether the last entry was ended by looking at the line after it. */
  recovered = false;
  readonly findings: LexicalFinding[] = [];

  /**
   * Reads entries from `start` until the first entry boundary at or after `stop`, or until `limit`.
   * Returns the offset after the last entry read. `atEnd` says that nothing follows `limit`.
   */
  read(bytes: Uint8Array, start: number, stop: number, limit: number, atEnd: boolean): number {
    this.findings.length = 0;
    this.openAtEnd = false;
    this.unfinished = false;
    this.recovered = false;
    let tokens: Int32Array = this.tokens,
      room = tokens.length - 8;
    let i = start,
      n = 0,
      depth = 0,
      opened = 0,
      nestedAt = -1,
      entry = start,
      lineStart = true;
    while (i < limit) {
      if (n > room) {
        tokens = this.grow();
        room = tokens.length - 8;
      }
      const kind = CLASS[bytes[i]!];
      if (kind === PLAIN || kind === BACKSLASH) {
        if (lineStart && bytes[i] === 0xef && bytes[i + 1] === 0xbb && bytes[i + 2] === 0xbf) {
          this.report('syn/bom', i, i + 3);
          i += 3;
          continue;
        }
        if (lineStart) {
          entry = i;
          lineStart = false;
        }
        const from = i;
        for (;;) {
          while (i < limit && CLASS[bytes[i]!] === PLAIN) i++;
          if (i >= limit || CLASS[bytes[i]!] !== BACKSLASH) break;
          i = this.escaped(bytes, i, limit);
        }
        tokens[n++] = from;
        tokens[n++] = (i << 3) | WORD;
      } else if (kind === SPACE) {
        if (lineStart && depth === 0) {
          const from = i++;
          while (i < limit && CLASS[bytes[i]!] === SPACE) i++;
          const next = i < limit ? CLASS[bytes[i]!] : LF;
          if (next === LF || next === CR || next === SEMICOLON) {
            i = this.skipBlank(bytes, i, limit);
            if (i >= stop) break;
            continue;
          }
          entry = from;
          lineStart = false;
          tokens[n++] = from;
          tokens[n++] = (i << 3) | BLANK_OWNER;
        } else i++;
      } else if (kind === LF || kind === CR) {
        if (kind === CR && bytes[i + 1] === 10) i++;
        else if (kind === CR) this.report('syn/lone-cr', i, i + 1);
        i++;
        if (depth === 0) {
          if (!lineStart) {
            tokens[n++] = entry;
            tokens[n++] = (i << 3) | ENTRY_END;
          }
          lineStart = true;
          if (i >= stop) break;
        } else if (i < limit && (looksLikeEntry(bytes, i, limit) || isCommentOfOtherLanguage(bytes, entry, i))) {
          this.report('syn/unbalanced-paren-open', opened, opened + 1);
          tokens[n++] = entry;
          tokens[n++] = (i << 3) | ENTRY_END;
          depth = 0;
          lineStart = true;
          if (i >= stop) {
            this.recovered = true;
            break;
          }
        }
      } else if (kind === SEMICOLON) {
        i = endOfComment(bytes, i, limit);
      } else if (kind === QUOTE) {
        if (lineStart) {
          entry = i;
          lineStart = false;
        }
        const from = i,
          touched = n > 0 && tokens[n - 1]! >> 3 === from ? tokens[n - 1]! & 7 : 0;
        i = this.quoted(bytes, i, limit);
        if (touched === QUOTED || (touched === WORD && i > from + 2 && bytes[from - 1] !== EQUALS))
          this.adjacent(bytes, from, i, limit, entry);
        else if (i > from + 2 && i < limit && CLASS[bytes[i]!] === PLAIN) this.adjacent(bytes, i, i, limit, entry);
        tokens[n++] = from;
        tokens[n++] = (i << 3) | QUOTED;
      } else if (kind === OPEN) {
        if (lineStart || (depth === 0 && n > 0 && (tokens[n - 1]! & 7) === BLANK_OWNER))
          this.report('syn/paren-first', i, i + 1);
        if (lineStart) {
          entry = i;
          lineStart = false;
        }
        if (depth === 0) opened = i;
        else {
          if (nestedAt === n) this.widen('syn/nested-paren', i);
          else this.report('syn/nested-paren', i, i + 1);
          nestedAt = n;
        }
        depth++;
        i++;
      } else {
        if (lineStart) {
          entry = i;
          lineStart = false;
        }
        if (depth > 0) depth--;
        else this.report('syn/unbalanced-paren-close', i, i + 1);
        nestedAt = -1;
        i++;
      }
    }
    if (!lineStart) {
      this.unfinished = true;
      this.openAtEnd = depth > 0;
      if (depth > 0 && atEnd) this.report('syn/unbalanced-paren-open', opened, opened + 1);
      tokens[n++] = entry;
      tokens[n++] = (i << 3) | ENTRY_END;
    }
    this.count = n;
    return i;
  }

  private escaped(bytes: Uint8Array, i: number, limit: number): number {
    const next = i + 1 < limit ? bytes[i + 1]! : 10;
    if (next !== 10 && next !== 13) return i + 2;
    this.report('syn/bad-escape', i, i + 1);
    return i + 1;
  }

  /** A line break ends the string, unless a backslash stands before it (BIND takes that as a quoted line break). */
  private quoted(bytes: Uint8Array, from: number, limit: number): number {
    let i = from + 1;
    while (i < limit) {
      const c = bytes[i]!;
      if (c === 34) return i + 1;
      if (c === 10) break;
      i += c === 92 && i + 1 < limit ? 2 : 1;
    }
    const end = i > from + 1 && i <= limit && bytes[i] === 10 && bytes[i - 1] === 13 ? i - 1 : Math.min(i, limit);
    const last = this.findings.at(-1);
    if (last?.code === 'syn/quote-adjacent' && !bytes.subarray(last.start, from).includes(10)) this.findings.pop();
    this.report('syn/unterminated-quote', from, end);
    return end;
  }

  private skipBlank(bytes: Uint8Array, from: number, limit: number): number {
    let i = bytes[from] === 59 ? endOfComment(bytes, from, limit) : from;
    if (i < limit && bytes[i] === 13) {
      if (bytes[i + 1] === 10) i++;
      else this.report('syn/lone-cr', i, i + 1);
    }
    return Math.min(i + 1, limit);
  }

  private report(code: LexicalProblem, start: number, end: number): void {
    this.findings.push({ code, start, end });
  }

  /** A string that touches the word or string before it, or a word that touches the string before it: told once an entry, and not where a quotation mark is missing. An empty string that touches a word is half of a text with two pairs of quotation marks: TXT records have a rule for that. */
  private adjacent(bytes: Uint8Array, start: number, to: number, limit: number, entry: number): void {
    const last = this.findings.at(-1);
    if (
      last !== undefined &&
      last.start >= entry &&
      (last.code === 'syn/quote-adjacent' || last.code === 'syn/unterminated-quote')
    )
      return;
    let end = to;
    while (start === to && end < limit && CLASS[bytes[end]!] === PLAIN) end++;
    this.report('syn/quote-adjacent', start, end);
  }

  /** A run of parentheses is one mistake, however deep it goes. Its finding covers those that touch. */
  private widen(code: LexicalProblem, at: number): void {
    const last = this.findings.at(-1);
    if (last?.code === code && last.end === at) last.end = at + 1;
  }

  private grow(): Int32Array {
    const larger = new Int32Array(this.tokens.length * 2);
    larger.set(this.tokens);
    return (this.tokens = larger);
  }
}

/** Whether the entry and the line at `i` both begin with `#` or `//`: a parenthesis in such a comment holds nothing together. */
function isCommentOfOtherLanguage(bytes: Uint8Array, entry: number, i: number): boolean {
  return bytes[entry] === bytes[i] && (bytes[i] === 35 || (bytes[i] === 47 && bytes[i + 1] === 47));
}

/** The offset of the line ending after a comment. A lone CR ends it too: editors show a new line there. */
export function endOfComment(bytes: Uint8Array, from: number, limit: number): number {
  let i = from;
  while (i < limit && bytes[i] !== 10 && bytes[i] !== 13) i++;
  return i;
}

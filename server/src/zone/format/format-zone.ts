import type { SourceText } from '../syntax/source-text.ts';
import type { TextRange } from '../../text/positions.ts';
import { Lexer } from '../syntax/lexer.ts';
import { isWhite, lineGroups } from './entry-lines.ts';
import type { Line, LineGroup } from './entry-lines.ts';
import { layOut } from './section-layout.ts';
import type { Gap } from './section-layout.ts';

export interface FormatOptions {
  /** Columns are filled with tabs of this width; with spaces where it is left out. */
  readonly tabSize?: number;
}

/** White space to put in place of what stands at some bytes of the file. */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The same as an editor wants it. */
export interface FormatEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** What a lexer may report and a file still be laid out anew: anything else makes it doubtful where entries end. */
const harmless = new Set<string>(['syn/nested-paren', 'syn/paren-first', 'syn/quote-adjacent']);

/**
 * The changes of white space that put owner, TTL, class, type and rdata under each other. Tokens, comments, blank lines and the lines that parentheses span stay as they are, and so does the order on a line.
 * Undefined for a text with an unclosed parenthesis or string, which can't be laid out.
 *
 * Blank lines and directives begin a new set of columns, so that a change shifts its own paragraph only.
 */
export function formatBytes(bytes: Uint8Array, options: FormatOptions = {}): readonly ByteEdit[] | undefined {
  const lexer = new Lexer();
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  if (lexer.findings.some(({ code }) => !harmless.has(code))) return undefined;
  const edits: ByteEdit[] = [];
  for (const section of sections(lineGroups(bytes, lexer.tokens, lexer.count))) {
    for (const gap of layOut(bytes, section, options.tabSize)) put(bytes, gap, edits);
  }
  const last = bytes.at(-1);
  if (last !== undefined && last !== 10 && last !== 13)
    edits.push({ start: bytes.length, end: bytes.length, text: usesCrLf(bytes) ? '\r\n' : '\n' });
  return edits;
}

/** As `formatBytes`, for a text in an editor. */
export function formatZone(text: SourceText, options: FormatOptions = {}): readonly FormatEdit[] | undefined {
  const bytes = new Uint8Array(text.byteLength),
    starts: number[] = [];
  let length = 0;
  for (const chunk of text.chunks) {
    starts.push(length);
    bytes.set(chunk.bytes, length);
    length += chunk.bytes.length;
  }
  let chunk = 0;
  const position = (byte: number): TextRange['start'] => {
    while (chunk + 1 < starts.length && starts[chunk + 1]! <= byte) chunk++;
    while (chunk > 0 && starts[chunk]! > byte) chunk--;
    return text.position(chunk, byte - (starts[chunk] ?? 0));
  };
  return formatBytes(bytes, options)?.map(({ start, end, text: white }) => ({
    range: { start: position(start), end: position(end) },
    text: white,
  }));
}

/** The bytes with all edits carried out. */
export function withEdits(bytes: Uint8Array, edits: readonly ByteEdit[]): Uint8Array {
  let length = bytes.length;
  for (const { start, end, text } of edits) length += text.length - (end - start);
  const out = new Uint8Array(length);
  let from = 0,
    at = 0;
  for (const { start, end, text } of edits) {
    out.set(bytes.subarray(from, start), at);
    at += start - from;
    for (let i = 0; i < text.length; i++) out[at++] = text.charCodeAt(i);
    from = end;
  }
  out.set(bytes.subarray(from), at);
  return out;
}

/** Groups with the same columns. */
function* sections(groups: Iterable<LineGroup>): Iterable<readonly LineGroup[]> {
  let section: LineGroup[] = [];
  for (const group of groups) {
    section.push(group);
    const ends = group.kind === 'directive' || (group.kind === 'between' && group.lines.some(isBlank));
    if (!ends) continue;
    yield section;
    section = [];
  }
  if (section.length > 0) yield section;
}

const isBlank = ({ pieces }: Line): boolean => pieces.length === 0;

function put(bytes: Uint8Array, { start, end, text }: Gap, edits: ByteEdit[]): void {
  if (!isWhite(bytes, start, end)) return;
  let same = text.length === end - start;
  for (let i = 0; same && i < text.length; i++) same = bytes[start + i] === text.charCodeAt(i);
  if (!same) edits.push({ start, end, text });
}

function usesCrLf(bytes: Uint8Array): boolean {
  const first = bytes.indexOf(10);
  return first > 0 && bytes[first - 1] === 13;
}

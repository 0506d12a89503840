import type { TextRange } from '../text/positions.ts';
import type { FormatOptions } from '../zone/format/format-options.ts';
import type { ByteEdit } from '../zone/format/format-zone.ts';
import { FormatRun, withEdits } from '../zone/format/format-zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { decode } from '../text/utf8.ts';

/** Megabytes of a text that an editor may have laid out: its edits take several times as much room. */
const LARGEST_LAID_OUT = 16;
const MEGABYTE = 1 << 20;
/** Edits beyond which an editor gets them by the chunk: it applies one large edit in less time than very many small ones. */
const MOST_EDITS = 10_000;

export interface LaidOutEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** The layout of a text in an editor, in slices of time. */
export class LayingOut {
  /** Why there are no edits, in words; undefined where all is well. */
  refused: string | undefined;
  readonly edits: LaidOutEdit[] = [];
  private readonly steps: Iterator<void>;

  /** @param lines the first and the last line that are laid out; all where they are left out */
  constructor(text: SourceText, options: FormatOptions, lines?: { readonly first: number; readonly last: number }) {
    this.steps = this.work(text, options, lines);
  }

  /** Works until it is done or should stop; gives whether it is done. */
  run(shouldStop: () => boolean): boolean {
    do {
      if (this.steps.next().done === true) return true;
    } while (!shouldStop());
    return false;
  }

  private *work(
    text: SourceText,
    options: FormatOptions,
    lines: { readonly first: number; readonly last: number } | undefined,
  ): Iterator<void> {
    if (text.byteLength > LARGEST_LAID_OUT * MEGABYTE) {
      this.refused = `The file is larger than ${LARGEST_LAID_OUT} MB. Run "zonewright format --write" on it instead.`;
      return;
    }
    const chunks = text.chunks,
      starts: number[] = [],
      bytes = new Uint8Array(text.byteLength);
    let length = 0;
    for (const chunk of chunks) {
      starts.push(length);
      bytes.set(chunk.bytes, length);
      length += chunk.bytes.length;
    }
    const offset = (line: number): number => {
      const { chunk, offset: at } = text.locate({ line, character: 0 });
      return (starts[chunk] ?? 0) + at;
    };
    const part = lines === undefined ? undefined : { from: offset(lines.first), to: offset(lines.last) + 1 };
    const run = new FormatRun(bytes, options, part);
    while (!run.run(() => true)) yield;
    if (run.refused !== undefined) {
      this.refused = `The zone can't be formatted, because ${reasonFor(run.refused)}.`;
      return;
    }
    yield* this.place(text, bytes, starts, run.edits);
  }

  private *place(
    text: SourceText,
    bytes: Uint8Array,
    starts: readonly number[],
    edits: readonly ByteEdit[],
  ): Iterable<void> {
    const byChunk = edits.length > MOST_EDITS;
    let at = 0;
    for (const [chunk, start] of starts.entries()) {
      const end = starts[chunk + 1] ?? bytes.length + 1,
        first = at;
      while (at < edits.length && edits[at]!.start < end) at++;
      const here = edits.slice(first, at),
        position = (byte: number): TextRange['start'] => text.position(chunk, byte - start);
      if (byChunk && here.length > 0) {
        const from = here[0]!.start,
          to = here.at(-1)!.end,
          after = withEdits(bytes.subarray(from, to), here, from);
        this.edits.push({
          range: { start: position(from), end: position(to) },
          text: decode(after, 0, after.length),
        });
      } else
        for (const { start: from, end: to, text: written } of here)
          this.edits.push({ range: { start: position(from), end: position(to) }, text: written });
      yield;
    }
  }
}

/** Why a text isn't laid out, as the end of a sentence, by the code of what makes it doubtful where its entries end. */
export function reasonFor(code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    'syn/unbalanced-paren-open': 'a parenthesis is never closed',
    'syn/unbalanced-paren-close': 'a parenthesis is never opened',
    'syn/unterminated-quote': 'a string is never closed',
    'syn/bad-escape': 'a line ends in a backslash',
    'syn/lone-cr': "a line ends in CR alone, which servers don't treat as a line break",
    'syn/bom': 'it begins with a byte order mark',
  };
  return reasons[code] ?? 'its records would change (please report this)';
}

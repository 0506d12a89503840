import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, TextRange } from '../../text/positions.ts';
import { cursorAt, rangeIn } from '../../ide/entry-at.ts';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { HeldText } from './held-text.ts';

/** Milliseconds without a keystroke after which an entry is taken as finished. */
const PATIENCE = 1000;
/** Characters that a keystroke or a completion brings; more is pasted. */
const MOST_TYPED = 60;

interface Stroke {
  readonly position: Position;
  readonly at: number;
}

/** Which entries are being typed: those whose line grew or shrank at its end a moment ago. */
export class Typing {
  private readonly strokes = new WeakMap<HeldText, Stroke>();
  private readonly waiting = new WeakSet<HeldText>();

  /** The editor changed a document. A line ending, a change elsewhere in a line or a longer text finishes what was being typed. */
  changed(held: HeldText, changes: readonly TextDocumentContentChangeEvent[]): void {
    const [change, ...others] = changes,
      position =
        change === undefined || others.length > 0 || !('range' in change)
          ? undefined
          : endOfStroke(change.range, change.text);
    if (position !== undefined && isLineEnd(held, position))
      this.strokes.set(held, { position, at: performance.now() });
    else this.strokes.delete(held);
  }

  /** The last keystroke, as long as it is not long ago. */
  private stroke(held: HeldText): Stroke | undefined {
    const stroke = this.strokes.get(held);
    return stroke === undefined || performance.now() - stroke.at >= PATIENCE ? undefined : stroke;
  }

  isTyping(held: HeldText): boolean {
    return this.stroke(held) !== undefined;
  }

  /** The findings without those about the entry that is being typed, as far as they are new: `known` are the codes that were shown. */
  withoutUnfinished(
    held: HeldText,
    zone: Zone,
    findings: readonly ShownFinding[],
    known: ReadonlySet<string>,
  ): readonly ShownFinding[] {
    const stroke = this.stroke(held);
    if (stroke === undefined) return findings;
    const cursor = cursorAt(zone, held.cut(), stroke.position);
    // A file beside the zone, such as a policy of MTA-STS, has no entries.
    if (cursor === undefined) return findings;
    const { entry } = cursor,
      range = entry === undefined ? undefined : rangeIn(entry.block, entry.start, entry.end);
    const first = range?.start.line ?? stroke.position.line,
      last = Math.max(
        stroke.position.line,
        range === undefined || range.end.character > 0 ? (range?.end.line ?? first) : range.end.line - 1,
      );
    return findings.filter(
      ({ code, place }) =>
        known.has(code) ||
        !(code === 'zone/no-soa' || (place.range.start.line >= first && place.range.start.line <= last)),
    );
  }

  /** Calls once the entry that is being typed counts as finished, however many keystrokes come meanwhile. */
  whenFinished(held: HeldText, call: () => void): void {
    if (this.waiting.has(held)) return;
    this.waiting.add(held);
    const wait = (): void => {
      const stroke = this.stroke(held);
      if (stroke !== undefined) {
        setTimeout(wait, Math.max(1, PATIENCE - (performance.now() - stroke.at)));
        return;
      }
      this.waiting.delete(held);
      call();
    };
    wait();
  }
}

/** Where the cursor is behind a keystroke; undefined for a change that is none. */
function endOfStroke({ start, end }: TextRange, text: string): Position | undefined {
  return start.line !== end.line || text.length > MOST_TYPED || /[\r\n]/.test(text)
    ? undefined
    : { line: start.line, character: start.character + text.length };
}

/** Whether nothing but what closes itself is behind a position on its line. */
function isLineEnd(held: HeldText, { line, character }: Position): boolean {
  return /^["')]*\s*$/.test(held.cut().slice({ start: { line, character }, end: { line: line + 1, character: 0 } }));
}

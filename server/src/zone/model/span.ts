import type { RecordId } from '../records/record-table.ts';
import type { SourceText } from '../syntax/source-text.ts';
import type { TextRange } from '../../text/positions.ts';
import type { Block } from './block.ts';
import type { Zone } from './zone.ts';

/**
 * A place in a zone's text that stays right while text before it changes: bytes from the start of a record's entry, or bytes in a block.
 */
export type Span =
  | { readonly record: RecordId; readonly start: number; readonly end: number }
  | { readonly block: Block; readonly start: number; readonly end: number }
  /** The start of a file that is empty. */
  | { readonly file: string; readonly start: number; readonly end: number };

/** A place in a file that is no part of a zone, such as a mail policy: right until that file changes. */
export interface SpanBeside {
  readonly text: SourceText;
  readonly range: TextRange;
}

/** More than there are bytes in a block, or characters in a line. */
const LARGER = 2 ** 32;

export interface Place {
  readonly uri: string;
  readonly range: TextRange;
}

/** Where a span is among those of the same file: a number that grows with its start. */
export function orderOf(zone: Zone, span: Span | SpanBeside): number {
  if ('text' in span) return span.range.start.line * LARGER + span.range.start.character;
  if ('file' in span) return 0;
  let block = 'block' in span ? span.block : zone.blockOf(span.record),
    start = 'block' in span ? span.start : zone.records.offset[span.record]! + span.start;
  for (let anchor = block.anchor; anchor !== undefined; anchor = block.anchor) {
    block = anchor.block;
    start = anchor.start;
  }
  return block.index * LARGER + start;
}

/** Where a span is now. A span in text that `$GENERATE` made is at its directive. */
export function placeOf(zone: Zone, span: Span | SpanBeside): Place {
  let block: Block, start: number, end: number;
  if ('text' in span) return { uri: span.text.uri, range: span.range };
  if ('file' in span)
    return { uri: span.file, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
  if ('block' in span) ({ block, start, end } = span);
  else {
    block = zone.blockOf(span.record);
    const base = zone.records.offset[span.record]!;
    start = base + span.start;
    end = base + span.end;
  }
  for (let anchor = block.anchor; anchor !== undefined; anchor = block.anchor) {
    block = anchor.block;
    start = anchor.start;
    end = anchor.end;
  }
  const { text } = block.file;
  return { uri: text.uri, range: { start: text.position(block.index, start), end: text.position(block.index, end) } };
}

import type { NameId } from '../../names/name-tree.ts';
import type { Chunk } from '../syntax/source-text.ts';
import type { Context } from '../records/context.ts';
import type { RdataProblem } from '../rrtypes/fields/rdata.ts';
import type { RecordId } from '../records/record-table.ts';
import type { ZoneFile } from './zone-file.ts';

/** Where a block's text comes from when it is not written in the file but made by a `$GENERATE` entry: that entry's place, bytes in the chunk of `block`. */
export interface Anchor {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** A directive of a block; offsets are bytes in the chunk. */
export interface Directive {
  readonly name: '$TTL' | '$ORIGIN' | '$INCLUDE' | '$GENERATE' | '$DATE' | 'other';
  readonly start: number;
  readonly end: number;
  /** What relative names are completed with behind it. */
  readonly origin: NameId;
}

/** One chunk of a file as a zone reads it. */
export interface Block {
  readonly id: number;
  readonly file: ZoneFile;
  chunk: Chunk;
  readonly anchor: Anchor | undefined;
  /** What the chunk's first entry inherits, and what the chunk hands on. */
  start: Context;
  end: Context;
  /** In the order of the text. */
  records: Int32Array | readonly RecordId[];
  problems: readonly RdataProblem[];
  directives: readonly Directive[];
  /** Blocks made by `$GENERATE` entries of this one. */
  generated: readonly Block[];
  /** Files included by this block. */
  includes: readonly ZoneFile[];
  /** Whether something that it includes now hands on another context. */
  stale: boolean;
  /** Place among the blocks of its file. */
  index: number;
}

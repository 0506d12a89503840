import type { NameId } from '../../names/name-tree.ts';
import { readDirective } from '../records/directives.ts';
import { MOST_INCLUDED } from '../records/directive-scope.ts';
import type { DirectiveScope } from '../records/directive-scope.ts';
import type { IncludeRefusal } from '../records/include-host.ts';
import type { Context } from '../records/context.ts';
import { sameContext, startContext } from '../records/context.ts';
import type { EntryReader, EntrySink } from '../records/entry-reader.ts';
import { FOREIGN, isRefused, withForeignText } from '../records/foreign-text.ts';
import type { RecordId } from '../records/record-table.ts';
import type { RdataProblem } from '../rrtypes/fields/rdata.ts';
import type { Lexer } from '../syntax/lexer.ts';
import { Chunk } from '../syntax/source-text.ts';
import type { ChunkSplice, SourceText } from '../syntax/source-text.ts';
import type { Anchor, Block, Directive } from './block.ts';
import { RecordBatch } from './record-batch.ts';
import type { Zone } from './zone.ts';

/** How deep files may include one another. */
const MAX_INCLUDE_DEPTH = 30;
/** What an included file counts at least: octets of text. */
const INCLUDE_STEP = 1 << 14;
const stepsOf = (text: SourceText): number => 1 + Math.floor(text.byteLength / INCLUDE_STEP);

/** How many records `$GENERATE` entries may make in one zone. */
const MAX_GENERATED = 1 << 20;

/** By nesting. One for all zones: a block's records have their ids before another block is read. */
const batches: RecordBatch[] = [];

/** One file as part of a zone: the zone's own, or one that it includes (then it has a context to start from). */
export class ZoneFile implements EntrySink, DirectiveScope {
  readonly zone: Zone;
  readonly text: SourceText;
  /** Where it is included; undefined for the zone's own file. */
  readonly includedBy: Anchor | undefined;
  readonly blocks: Block[] = [];
  /** How much of what may be included the file takes. */
  private counted: number;
  private startedFrom: Context | undefined;
  private endedWith: Context | undefined;
  private batch!: RecordBatch;
  private problems: RdataProblem[] = [];
  private directives: Directive[] = [];
  private generated: Block[] = [];
  private included: ZoneFile[] = [];
  private current!: Block;
  /** The file is read for the first time and nobody watches: its records go into the table at once. */
  private direct = false;

  constructor(zone: Zone, text: SourceText, includedBy: Anchor | undefined) {
    this.zone = zone;
    this.text = text;
    this.includedBy = includedBy;
    this.counted = stepsOf(text);
  }

  get uri(): string {
    return this.text.uri;
  }
  get windows(): boolean {
    return /\.dns$/i.test(this.text.uri);
  }

  /** Reads the file from the reader's present context; `bytes` when its text was not cut yet. Leaves the reader in the context at its end. */
  open(bytes?: Uint8Array): void {
    const { zone } = this;
    if (this.includedBy === undefined) zone.reader.context = startContext(zone.apex);
    this.startedFrom = zone.reader.context;
    if (bytes !== undefined) this.text.load(bytes, (chunk, lexer, index) => this.append(chunk, lexer, index));
    else this.text.chunks.forEach((chunk, index) => this.append(chunk, this.lex(chunk), index));
    this.endedWith = zone.reader.context;
  }

  close(): void {
    for (const block of this.blocks) this.zone.dropBlock(block);
    this.blocks.length = 0;
  }

  private lex(chunk: Chunk): Lexer {
    const { lexer } = this.zone;
    lexer.read(chunk.bytes, 0, chunk.bytes.length, chunk.bytes.length, true);
    return lexer;
  }

  private append(chunk: Chunk, lexer: Lexer, index: number): void {
    const block = this.newBlock(chunk, index, undefined);
    this.blocks.push(block);
    const { records, observer } = this.zone,
      from = records.limit;
    this.direct = observer === undefined && this.includedBy === undefined && records.isDense;
    this.read(block, lexer);
    block.records = this.direct ? this.recordsSince(from, block) : this.takeRecords(block);
    this.direct = false;
    observer?.blockChanged(block);
  }

  /** The records of a block that went into the table at once. Those of its directives are between them. */
  private recordsSince(from: RecordId, block: Block): Int32Array {
    const { records } = this.zone,
      alone = block.generated.length === 0 && block.includes.length === 0;
    let count = records.limit - from;
    if (!alone) {
      count = 0;
      for (let id = from; id < records.limit; id++) if (records.block[id] === block.id) count++;
    }
    const ids = new Int32Array(count);
    for (let id = from, k = 0; k < count; id++) if (alone || records.block[id] === block.id) ids[k++] = id;
    return ids;
  }

  private newBlock(chunk: Chunk, index: number, anchor: Anchor | undefined): Block {
    const { zone } = this,
      start = zone.reader.context,
      id = zone.newBlockId();
    const block: Block = {
      id,
      file: this,
      chunk,
      anchor,
      start,
      end: start,
      records: [],
      problems: [],
      directives: [],
      generated: [],
      includes: [],
      index,
      stale: false,
    };
    zone.blocks[id] = block;
    return block;
  }

  /** Reads a block's text into `batch`, from the reader's present context. Includes and generated blocks are read on the way. */
  private read(block: Block, lexer: Lexer): void {
    const { reader } = this.zone;
    this.current = block;
    this.batch = batches[this.zone.nesting] ??= new RecordBatch();
    this.batch.clear();
    this.problems = [];
    this.directives = [];
    this.generated = [];
    this.included = [];
    block.start = reader.context;
    reader.readAll(block.chunk.bytes, lexer, this);
    block.end = reader.context;
    const { bytes, features } = block.chunk;
    block.problems =
      block.anchor !== undefined || (this.problems.length === 0 && (features & FOREIGN) === 0)
        ? this.problems
        : withForeignText(bytes, lexer.tokens, lexer.count, features, this.problems);
    block.directives = this.directives;
    block.generated = this.generated;
    block.includes = this.included;
  }

  private takeRecords(block: Block): Int32Array {
    const { batch, zone } = this,
      { records, observer } = zone,
      ids = new Int32Array(batch.count);
    for (let k = 0; k < batch.count; k++) {
      ids[k] = records.add(
        batch.owner[k]!,
        batch.ttl[k]!,
        batch.type[k]!,
        batch.hash[k]!,
        batch.target[k]!,
        block.id,
        batch.offset[k]!,
        batch.flags[k]!,
      );
      if (observer !== undefined) {
        observer.nameChanged(batch.owner[k]!);
        if (batch.target[k]! >= 0) observer.referrersChanged(batch.target[k]!);
      }
    }
    return ids;
  }

  record(owner: NameId, ttl: number, type: number, hash: number, target: NameId, offset: number, flags: number): void {
    if (this.direct) this.zone.records.add(owner, ttl, type, hash, target, this.current.id, offset, flags);
    else this.batch.push(owner, ttl, type, hash, target, offset, flags);
  }

  problem(problem: RdataProblem): void {
    this.problems.push(problem);
  }

  directive(reader: EntryReader, from: number, to: number): void {
    const start = reader.tokens[from]!,
      end = reader.tokens[to - 1]! >> 3;
    const name = readDirective(reader, this, from, to);
    this.directives.push({ name, start, end, origin: reader.origin });
  }

  findInclude(fileName: string): SourceText | IncludeRefusal | 'cycle' | 'depth' | 'limit' {
    // No file system has such a name, and some throw at it.
    if (fileName.includes('\0')) return 'missing';
    const text = this.zone.host.include(fileName, this.uri);
    if (typeof text === 'string') return text;
    let depth = 0;
    for (let file: ZoneFile | undefined = this; file !== undefined; file = file.includedBy?.block.file, depth++)
      if (file.uri === text.uri) return 'cycle';
    if (depth > MAX_INCLUDE_DEPTH) return 'depth';
    return this.zone.reader.included + stepsOf(text) > MOST_INCLUDED ? 'limit' : text;
  }

  /** Reads an included file at its directive; the origin and the owner come back to what they were (RFC 1035 §5.1), a `$TTL` stays, as in BIND. */
  include(text: SourceText, origin: NameId, start: number, end: number): void {
    const { zone } = this,
      { reader } = zone;
    const saved = this.suspend(),
      before = reader.context;
    const file = new ZoneFile(zone, text, { block: saved.current, start, end });
    reader.context = { ...before, origin, included: before.included + stepsOf(text) };
    zone.nesting++;
    file.open();
    zone.nesting--;
    reader.context = {
      ...reader.context,
      origin: before.origin,
      owner: before.owner,
      ownerBefore: before.owner >= 0 ? 2 : 0,
    };
    this.resume(saved);
    this.included.push(file);
  }

  get generateBudget(): number {
    return MAX_GENERATED - this.zone.reader.generated;
  }

  /** Reads the lines that a `$GENERATE` entry stands for. Returns what was wrong with them, for the entry to report. */
  generate(lines: Uint8Array, start: number, end: number): readonly RdataProblem[] {
    const { zone } = this,
      { reader } = zone;
    const saved = this.suspend(),
      before = reader.context;
    const block = this.newBlock(new Chunk(lines, false), 0, { block: saved.current, start, end });
    zone.nesting++;
    this.read(block, this.lex(block.chunk));
    zone.nesting--;
    const problems = block.problems.filter(isRefused);
    block.problems = [];
    block.records = this.takeRecords(block);
    zone.generatedRecords += block.records.length;
    reader.context = {
      ...before,
      lastTtl: reader.lastTtl,
      started: true,
      generated: before.generated + block.records.length,
    };
    this.resume(saved);
    this.generated.push(block);
    return problems;
  }

  private suspend(): Suspended {
    const { batch, problems, directives, generated, included, current, direct } = this;
    this.direct = false;
    return { batch, problems, directives, generated, included, current, direct };
  }

  private resume(saved: Suspended): void {
    this.batch = saved.batch;
    this.problems = saved.problems;
    this.directives = saved.directives;
    this.generated = saved.generated;
    this.included = saved.included;
    this.current = saved.current;
    this.direct = saved.direct;
  }

  /** The text's chunks were replaced: reads the new ones and keeps every record that is still the same. */
  spliced({ at, removed, added }: ChunkSplice, chunks: readonly Chunk[]): void {
    const { zone } = this;
    this.recount();
    zone.moveRequests(this, at, removed, added);
    const old = this.blocks.slice(at, at + removed);
    zone.reader.context = at === 0 ? this.startedFrom! : this.blocks[at - 1]!.end;
    const fresh = this.readFresh(old, chunks.slice(at, at + added), at);
    this.blocks.splice(at, removed, ...fresh);
    for (let k = at + added; k < this.blocks.length; k++) this.blocks[k]!.index = k;
    this.handOn(at + added);
  }

  /** When an included file has become much larger or smaller, less or more may be included after it: the block that includes it is read again. */
  private recount(): void {
    const { includedBy } = this,
      now = includedBy === undefined ? this.counted : stepsOf(this.text);
    if (includedBy === undefined || now === this.counted) return;
    this.counted = now;
    includedBy.block.stale = true;
    this.zone.requestReading(includedBy.block.file, includedBy.block.index);
  }

  /** Reads one block anew, since what it inherits has changed. */
  readAnew(index: number): void {
    const block = this.blocks[index];
    if (block === undefined) return;
    const start = index === 0 ? this.startedFrom! : this.blocks[index - 1]!.end;
    if (!block.stale && sameContext(block.start, start)) return;
    this.zone.reader.context = start;
    this.blocks[index] = this.readFresh([block], [block.chunk], index)[0]!;
    this.handOn(index + 1);
  }

  private handOn(index: number): void {
    const next = this.blocks[index];
    const handed = index === 0 ? this.startedFrom! : this.blocks[index - 1]!.end;
    if (next !== undefined) {
      if (!sameContext(next.start, handed)) this.zone.requestReading(this, index);
      return;
    }
    const by = this.includedBy,
      ended = this.endedWith;
    this.endedWith = handed;
    if (by === undefined || ended === undefined || sameContext(ended, handed)) return;
    by.block.stale = true;
    this.zone.requestReading(by.block.file, by.block.index);
  }

  private readFresh(old: readonly Block[], chunks: readonly Chunk[], at: number): Block[] {
    const { zone } = this,
      pairing = new RecordPairing(zone, old, chunks);
    const fresh = chunks.map((chunk, k) => {
      const block = this.newBlock(chunk, at + k, undefined);
      this.read(block, this.lex(chunk));
      pairing.keep(block, this.batch, k);
      return block;
    });
    pairing.dropRest();
    for (const block of old) {
      block.records = [];
      zone.dropBlock(block);
    }
    for (const block of fresh) zone.observer?.blockChanged(block);
    return fresh;
  }
}

interface Suspended {
  readonly batch: RecordBatch;
  readonly problems: RdataProblem[];
  readonly directives: Directive[];
  readonly generated: Block[];
  readonly included: ZoneFile[];
  readonly current: Block;
  readonly direct: boolean;
}

/**
 * Finds the records that an edit did not touch: those in the part of the text that is the same at the front, and those at the back, as long as they mean the same.
 */
class RecordPairing {
  private readonly zone: Zone;
  private readonly oldIds: RecordIds;
  private readonly commonFront: number;
  private readonly backFrom: number;
  private readonly shift: number;
  private readonly chunkStart: number[] = [];
  private readonly byOffset = new Map<number, number>();

  constructor(zone: Zone, old: readonly Block[], chunks: readonly Chunk[]) {
    this.zone = zone;
    const before = joinedBytes(old.map((block) => block.chunk)),
      after = joinedBytes(chunks);
    const shorter = Math.min(before.length, after.length);
    let front = 0,
      back = 0;
    while (front < shorter && before[front] === after[front]) front++;
    while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
    this.commonFront = front;
    this.backFrom = after.length - back;
    this.shift = after.length - before.length;
    let base = 0;
    for (const chunk of chunks) {
      this.chunkStart.push(base);
      base += chunk.bytes.length;
    }
    base = 0;
    const ids: { id: number; end: number }[] = [];
    for (const block of old) {
      for (let k = 0; k < block.records.length; k++) {
        const id = block.records[k]!,
          next = block.records[k + 1];
        const start = base + zone.records.offset[id]!;
        const end = base + (next === undefined ? block.chunk.bytes.length : zone.records.offset[next]!);
        this.byOffset.set(start, ids.length);
        ids.push({ id, end });
      }
      base += block.chunk.bytes.length;
    }
    this.oldIds = ids;
  }

  /** Gives the records of a block that was just read their ids: the old one where the record is the same, else a new one. */
  keep(block: Block, batch: RecordBatch, chunk: number): void {
    const { zone } = this,
      { records, observer } = zone,
      base = this.chunkStart[chunk]!,
      ids = new Int32Array(batch.count);
    for (let k = 0; k < batch.count; k++) {
      const start = base + batch.offset[k]!;
      const end = base + (k + 1 < batch.count ? batch.offset[k + 1]! : block.chunk.bytes.length);
      const id = this.sameRecord(start, end, batch, k);
      if (id >= 0) {
        records.block[id] = block.id;
        records.offset[id] = batch.offset[k]!;
        ids[k] = id;
        continue;
      }
      ids[k] = records.add(
        batch.owner[k]!,
        batch.ttl[k]!,
        batch.type[k]!,
        batch.hash[k]!,
        batch.target[k]!,
        block.id,
        batch.offset[k]!,
        batch.flags[k]!,
      );
      observer?.nameChanged(batch.owner[k]!);
      if (batch.target[k]! >= 0) observer?.referrersChanged(batch.target[k]!);
    }
    block.records = ids;
  }

  private sameRecord(start: number, end: number, batch: RecordBatch, k: number): number {
    const oldStart = end <= this.commonFront ? start : start >= this.backFrom ? start - this.shift : -1;
    const found = oldStart < 0 ? undefined : this.byOffset.get(oldStart);
    if (found === undefined) return -1;
    const { id, end: oldEnd } = this.oldIds[found]!,
      { records } = this.zone;
    if (oldEnd - oldStart !== end - start) return -1;
    const same =
      records.owner[id] === batch.owner[k] &&
      records.ttl[id] === batch.ttl[k] &&
      records.type[id] === batch.type[k] &&
      records.hash[id] === batch.hash[k] &&
      records.target[id] === batch.target[k] &&
      records.flags[id] === batch.flags[k];
    if (!same) return -1;
    this.byOffset.delete(oldStart);
    return id;
  }

  /** Removes the old records that found no new place. */
  dropRest(): void {
    for (const index of this.byOffset.values()) this.zone.removeRecord(this.oldIds[index]!.id);
  }
}

type RecordIds = readonly { readonly id: number; readonly end: number }[];

function joinedBytes(chunks: readonly Chunk[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!.bytes;
  let length = 0;
  for (const chunk of chunks) length += chunk.bytes.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.bytes, at);
    at += chunk.bytes.length;
  }
  return bytes;
}

import { Lexer } from '../syntax/lexer.ts';
import { NameTree, ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import { UNKNOWN_APEX } from '../records/context.ts';
import { EntryReader } from '../records/entry-reader.ts';
import { RdataWriter } from '../rrtypes/fields/rdata.ts';
import { RecordTable } from '../records/record-table.ts';
import type { RecordId } from '../records/record-table.ts';
import type { SourceText } from '../syntax/source-text.ts';
import type { Block } from './block.ts';
import { LookupMemory } from './lookup-memory.ts';
import type { ZoneHost } from '../records/include-host.ts';
import { noFiles } from '../records/include-host.ts';
import type { RecordView } from './record-view.ts';
import { ordinary } from './purpose.ts';
import type { Purpose } from './purpose.ts';
import { unsigned } from './signing.ts';
import type { Signing } from './signing.ts';
import { ZoneFile } from './zone-file.ts';
import type { ZoneState } from './zone-state.ts';

/** One for all zones: a view copies what was written at once. */
const viewOctets = new Uint8Array(1 << 12);

/** By nesting. One for all zones: a text is read at a stretch, and no other zone is read meanwhile. */
const lexers: Lexer[] = [];

/** Octets of text that a record takes, as a rule; and of a large file, whose tables take no memory where they are never written, at least: to make them larger would cost more than to read it. */
const USUAL_RECORD = 48,
  SHORTEST_RECORD = 24,
  LARGE = 1 << 20;

export interface ZoneOptions {
  /** Absolute name of the zone's top and the first origin; undefined when nothing tells it. */
  readonly apex: string | undefined;
  readonly host?: ZoneHost;
  /** For sizing tables. */
  readonly expectedBytes?: number;
}

/** Who wants to hear of changes of the zone. */
export interface ZoneObserver {
  /** The records of a name changed. */
  nameChanged(name: NameId): void;
  /** A record that points at a name came, went or changed. */
  referrersChanged(name: NameId): void;
  /** A block was read anew. */
  blockChanged(block: Block): void;
  blockRemoved(block: Block): void;
}

/**
 * A zone as its files tell it: records in columns, names in a tree, blocks of text. Kept right through edits; `settle` carries changed context on.
 */
export class Zone {
  readonly names: NameTree;
  readonly records: RecordTable;
  readonly reader: EntryReader;
  /** While rules run: the views that have read their text, for `forget` afterwards. */
  readViews: RecordView[] | undefined;
  /** Where views of records write the rdata that they read again. */
  readonly viewWriter: RdataWriter;
  /** Kept by `lookup.ts`. */
  readonly memory = new LookupMemory();
  readonly host: ZoneHost;
  readonly apex: NameId;
  readonly apexKnown: boolean;
  /** The apex completed with itself: names at or below it come from a final dot that was forgotten. -1 when there can be none. */
  readonly doubledApex: NameId;
  readonly root: ZoneFile;
  /** Blocks by id; removed ones are undefined. */
  readonly blocks: (Block | undefined)[] = [];
  observer: ZoneObserver | undefined;
  /** What secondaries know, as far as an editor can tell: the zone as it was opened, or as it was last saved with a greater serial. */
  published: ZoneState | undefined;
  /** The zone as it was saved since; undefined when it was not. */
  saved: ZoneState | undefined;
  /** Kept by who runs the rules. */
  signing: Signing = unsigned;
  purpose: Purpose = ordinary;
  /** How many texts are being read inside one another: each needs a lexer of its own. */
  nesting = 0;
  /** How many records `$GENERATE` made, which is bounded for the whole zone. */
  generatedRecords = 0;
  private readonly freeBlocks: number[] = [];
  private readonly pending: { file: ZoneFile; index: number }[] = [];

  constructor(text: SourceText, options: ZoneOptions) {
    const size = options.expectedBytes ?? 0;
    this.names = new NameTree(Math.ceil(size / 60));
    this.records = new RecordTable(Math.ceil(size / (size > LARGE ? SHORTEST_RECORD : USUAL_RECORD)));
    this.reader = new EntryReader(this.names);
    this.viewWriter = new RdataWriter(this.names, false, viewOctets);
    this.host = options.host ?? noFiles;
    const apex = options.apex === undefined ? -1 : this.names.intern(options.apex);
    this.apexKnown = apex >= 0;
    this.apex = apex >= 0 ? apex : this.names.intern(UNKNOWN_APEX);
    this.doubledApex =
      this.apexKnown && this.apex !== ROOT && options.apex !== undefined
        ? this.names.intern(options.apex.replace(/\.?$/, '.') + options.apex.replace(/\.?$/, '.'))
        : -1;
    this.root = new ZoneFile(this, text, undefined);
  }

  /** Reads the whole zone; `bytes` are given when the root file's text was not cut yet. */
  open(bytes?: Uint8Array): void {
    this.root.open(bytes);
  }

  /** A lexer that no text being read uses. */
  get lexer(): Lexer {
    return (lexers[this.nesting] ??= new Lexer());
  }

  newBlockId(): number {
    return this.freeBlocks.pop() ?? this.blocks.length;
  }

  dropBlock(block: Block): void {
    this.observer?.blockRemoved(block);
    for (const record of block.records) this.removeRecord(record);
    for (const made of block.generated) {
      this.generatedRecords -= made.records.length;
      this.dropBlock(made);
    }
    for (const file of block.includes) file.close();
    this.blocks[block.id] = undefined;
    this.freeBlocks.push(block.id);
  }

  removeRecord(record: RecordId): void {
    const owner = this.records.owner[record]!,
      target = this.records.target[record]!;
    this.records.remove(record);
    this.observer?.nameChanged(owner);
    if (target >= 0) this.observer?.referrersChanged(target);
  }

  /** Asks that a block be read anew in the context that the one before hands on. */
  requestReading(file: ZoneFile, index: number): void {
    this.pending.push({ file, index });
  }

  get settled(): boolean {
    return this.pending.length === 0;
  }

  /** Carries changed context through the files until nothing changes or `shouldStop` says so. Returns whether it is done. */
  settle(shouldStop: () => boolean): boolean {
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) {
      next.file.readAnew(next.index);
      if (shouldStop()) return this.pending.length === 0;
    }
    return true;
  }

  /** A block's index may have moved since it was asked for. */
  moveRequests(file: ZoneFile, at: number, removed: number, added: number): void {
    for (let k = this.pending.length - 1; k >= 0; k--) {
      const request = this.pending[k]!;
      if (request.file !== file || request.index < at) continue;
      if (request.index < at + removed) this.pending.splice(k, 1);
      else request.index += added - removed;
    }
  }

  /** Absolute presentation form; names below an unknown apex stay relative. */
  nameText(name: NameId): string {
    if (this.apexKnown) return this.names.text(name);
    const text = this.names.text(name);
    return text === UNKNOWN_APEX
      ? '@'
      : text.endsWith(`.${UNKNOWN_APEX}`)
        ? text.slice(0, -UNKNOWN_APEX.length - 1)
        : text;
  }

  /** Whether a name belongs into this zone (RFC 1034 §4.2). */
  inZone(name: NameId): boolean {
    return this.apex === ROOT || this.names.isAtOrBelow(name, this.apex);
  }

  /** The block that holds a record's text. */
  blockOf(record: RecordId): Block {
    return this.blocks[this.records.block[record]!]!;
  }
}

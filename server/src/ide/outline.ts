import { RecordView } from '../zone/model/record-view.ts';
import type { Block, Directive } from '../zone/model/block.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { TextRange } from '../text/positions.ts';
import { decode } from '../text/utf8.ts';
import { blocksOf, rangeIn } from './entry-at.ts';
import { nameWords, recordWords } from './record-words.ts';

export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'name' | 'apex' | 'record' | 'directive' | 'type';
  readonly range: TextRange;
  readonly selection: TextRange;
  readonly children: readonly OutlineItem[];
}

/**
 * The outline of a file: its owner names with their records, and its directives, in the order of the text. Records of a name that stand apart make an item each time.
 * @param most how many records and directives are listed; an outline of more helps nobody
 */
export function outlineOf(zone: Zone, text: SourceText, most: number): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  let group: { owner: number; records: OutlineItem[] } | undefined,
    left = most;
  const close = (): void => {
    if (group !== undefined) items.push(nameItem(zone, group.owner, group.records));
    group = undefined;
  };
  for (const block of blocksOf(zone, text)) {
    for (const item of itemsIn(block)) {
      if (left-- <= 0) {
        close();
        return items;
      }
      if (typeof item !== 'number') {
        close();
        items.push(directiveItem(block, item));
        continue;
      }
      const record = new RecordView(zone, item);
      if (group?.owner !== record.owner) close();
      (group ??= { owner: record.owner, records: [] }).records.push(recordItem(block, record));
    }
  }
  close();
  return items;
}

/** The outline of a file by record type: the types in the order in which they come first, each with its records. At most `most` records. */
export function outlineByType(zone: Zone, text: SourceText, most: number): readonly OutlineItem[] {
  const groups = new Map<string, OutlineItem[]>();
  let left = most;
  for (const block of blocksOf(zone, text)) {
    for (const id of block.records) {
      if (left-- <= 0) return [...groups].map(([type, items]) => typeItem(type, items));
      const record = new RecordView(zone, id),
        group = groups.get(record.mnemonic),
        words = recordWords(record, 60),
        item = {
          ...recordItem(block, record),
          name: nameWords(zone, record.owner),
          detail: words.slice(record.mnemonic.length + 1),
        };
      if (group === undefined) groups.set(record.mnemonic, [item]);
      else group.push(item);
    }
  }
  return [...groups].map(([type, items]) => typeItem(type, items));
}

/** Its range is that of its records, which may have others between them. */
function typeItem(type: string, records: readonly OutlineItem[]): OutlineItem {
  const first = records[0]!,
    last = records.at(-1)!;
  return {
    name: type,
    kind: 'type',
    detail: records.length === 1 ? '1 record' : `${records.length} records`,
    range: { start: first.range.start, end: last.range.end },
    selection: first.selection,
    children: records,
  };
}

/** Records and directives of a block in the order of the text. */
function* itemsIn(block: Block): Iterable<number | Directive> {
  const { zone } = block.file;
  let d = 0;
  for (const record of block.records) {
    while (d < block.directives.length && block.directives[d]!.start < zone.records.offset[record]!)
      yield block.directives[d++]!;
    yield record;
  }
  yield* block.directives.slice(d);
}

function nameItem(zone: Zone, owner: number, records: readonly OutlineItem[]): OutlineItem {
  const first = records[0]!,
    last = records.at(-1)!;
  return {
    name: nameWords(zone, owner),
    kind: owner === zone.apex ? 'apex' : 'name',
    detail: records.length === 1 ? first.name : `${records.length} records`,
    range: { start: first.range.start, end: last.range.end },
    selection: first.selection,
    children: records,
  };
}

function recordItem(block: Block, record: RecordView): OutlineItem {
  const base = record.zone.records.offset[record.id]!,
    { entrySpan, ownerSpan, typeSpan } = record,
    chosen = ownerSpan ?? typeSpan;
  const words = recordWords(record, 60);
  return {
    name: words,
    detail: '',
    kind: 'record',
    children: [],
    range: rangeIn(block, base + entrySpan.start, base + entrySpan.end),
    selection: rangeIn(block, base + chosen.start, base + chosen.end),
  };
}

function directiveItem(block: Block, { start, end }: Directive): OutlineItem {
  const range = rangeIn(block, start, end),
    words = decode(block.chunk.bytes, start, Math.min(end, start + 100)).replace(/\s+/g, ' '),
    name = words.split(' ')[0]!;
  return { name, detail: words.slice(name.length + 1), kind: 'directive', range, selection: range, children: [] };
}

import type { Block, Directive } from '../zone/model/block.ts';
import type { RecordView } from '../zone/model/record-view.ts';
import { EXPLICIT_OWNER, EXPLICIT_TTL } from '../zone/records/record-table.ts';
import { durationInWords } from '../zone/rrtypes/kinds/seconds.ts';
import { code, list, plain } from './markdown.ts';
import { nameWords } from './record-words.ts';
import { SOA } from '../zone/rrtypes/codes.ts';

/** How many records and blocks before a record are looked at for what it inherits. */
const MOST_RECORDS = 20_000,
  MOST_BLOCKS = 20_000;

interface Found {
  readonly block: Block;
  readonly start: number;
}

/** What a record has from elsewhere, and from which line: owner name, TTL and origin. Markdown; empty for records that `$GENERATE` made. */
export function inheritedWords(record: RecordView): string {
  if (record.generated) return '';
  return list([ownerWords(record), ttlWords(record), originWords(record)].filter((words) => words !== undefined));
}

function ownerWords(record: RecordView): string | undefined {
  const { zone } = record;
  if (record.hasOwnOwner || record.owner < 0) return undefined;
  const from = before(record, (id) => (zone.records.flags[id]! & EXPLICIT_OWNER) !== 0);
  return `Owner name: ${code(nameWords(zone, record.owner))}${from === undefined ? '' : `, from ${lineOf(from, record)}`}`;
}

function ttlWords(record: RecordView): string | undefined {
  const { zone, ttl } = record;
  if (ttl < 0) return undefined;
  const said = `TTL: ${plain(durationInWords(ttl))}`;
  if (record.hasOwnTtl) return `${said}, from this record`;
  const directive = directiveBefore(record, (one) => one.name === '$TTL');
  if (directive !== undefined) return `${said}, from ${code('$TTL')} in ${lineOf(directive, record)}`;
  const from = before(record, (id) => (zone.records.flags[id]! & EXPLICIT_TTL) !== 0);
  if (from !== undefined && zone.records.ttl[from.id] === ttl)
    return `${said}, from the record in ${lineOf(from, record)}`;
  const [soa] = zone.records.ofType(SOA);
  return soa === undefined
    ? said
    : `${said}, from the SOA record's minimum in ${lineOf({ block: zone.blockOf(soa), start: zone.records.offset[soa]! }, record)}`;
}

function originWords(record: RecordView): string | undefined {
  const { zone, origin } = record,
    directive = directiveBefore(record, (one) => one.name === '$ORIGIN');
  if (directive !== undefined)
    return `Origin: ${code(nameWords(zone, origin))}, from ${code('$ORIGIN')} in ${lineOf(directive, record)}`;
  const { includedBy } = record.block.file;
  if (includedBy !== undefined)
    return `Origin: ${code(nameWords(zone, origin))}, from ${code('$INCLUDE')} in ${lineOf(includedBy, record)}`;
  return zone.apexKnown && origin === zone.apex
    ? `Origin: ${code(nameWords(zone, origin))}, the zone's name`
    : undefined;
}

interface FoundRecord extends Found {
  readonly id: number;
}

/** The nearest record before one in its file. */
function before({ block, zone, id }: RecordView, fits: (id: number) => boolean): FoundRecord | undefined {
  const { blocks } = block.file;
  let left = MOST_RECORDS;
  for (let index = block.index; index >= 0; index--) {
    const { records } = blocks[index]!;
    for (let k = (index === block.index ? records.indexOf(id) : records.length) - 1; k >= 0; k--) {
      if (left-- <= 0) return undefined;
      if (fits(records[k]!))
        return { block: blocks[index]!, start: zone.records.offset[records[k]!]!, id: records[k]! };
    }
  }
  return undefined;
}

/** The nearest directive before a record in its file; `$TTL` also in the files around it. */
function directiveBefore(record: RecordView, fits: (directive: Directive) => boolean): Found | undefined {
  let at: Found | undefined = { block: record.block, start: record.zone.records.offset[record.id]! },
    left = MOST_BLOCKS;
  while (at !== undefined) {
    const { blocks, includedBy }: Block['file'] = at.block.file;
    for (let index: number = at.block.index; index >= 0 && left-- > 0; index--) {
      const block = blocks[index]!,
        limit = index === at.block.index ? at.start : Infinity,
        found = block.directives.findLast((one) => one.start < limit && fits(one));
      if (found !== undefined) return { block, start: found.start };
    }
    if (!fits({ name: '$TTL', start: 0, end: 0, origin: 0 })) return undefined;
    at = includedBy;
  }
  return undefined;
}

function lineOf({ block, start }: Found, { block: own }: RecordView): string {
  const { text, uri } = block.file,
    line = `line ${text.position(block.index, start).line + 1}`;
  return uri === own.file.uri ? line : plain(`${uri.slice(uri.lastIndexOf('/') + 1)} ${line}`);
}

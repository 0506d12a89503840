import { encode } from '../../text/utf8.ts';
import type { Edit, TextChange } from '../../findings/fix.ts';
import { codeTable } from '../../findings/codes/index.ts';
import type { Code } from '../../findings/codes/index.ts';
import type { Context } from '../../zone/records/context.ts';
import type { ZoneHost } from '../../zone/records/include-host.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Block } from '../../zone/model/block.ts';
import { Zone } from '../../zone/model/zone.ts';
import { ZoneFile } from '../../zone/model/zone-file.ts';
import { SPF, TXT } from '../../zone/rrtypes/codes.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import { compare } from './trial.ts';
import type { Rewriting } from './text-losses.ts';
import { textLoss } from './text-losses.ts';

/** Chunks of a file that are read again at most: what an edit changes far below itself isn't followed, and counts as a change. */
const MOST_CHUNKS = 64;
/** How many times a zone may include a file for its records to be compared. */
const MOST_READINGS = 16;

/** A record as it is compared: owner, type and data without regard to the case of names. */
export interface ComparedRecord {
  readonly owner: string;
  readonly type: string;
  /** Seconds; -1 for none. */
  readonly ttl: number;
  readonly data: string;
}

/** What edits do to the records of a zone. */
export interface RecordDifference {
  readonly gone: readonly ComparedRecord[];
  readonly came: readonly ComparedRecord[];
}

/**
 * Reads the chunks that edits of a text touch, before and after, with what they inherit and hand on: as much as decides about all records of the zone, at the cost of a keystroke.
 * Undefined where the edits can't be followed, bring a problem that a server refuses, or lose a comment or a blank line.
 * Strings of TXT records count as their joined text.
 */
export function recordDifference(zone: Zone, text: SourceText, edits: readonly Edit[]): RecordDifference | undefined {
  const changes = edits.filter((edit): edit is TextChange => !('createFile' in edit)),
    created = edits.flatMap((edit) => ('createFile' in edit ? [edit] : []));
  if (changes.length === 0 || changes.some(({ uri, snippet }) => uri !== text.uri || snippet === true))
    return undefined;
  const sorted = changes.toSorted((a, b) => compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end));
  if (sorted.some((edit, k) => k > 0 && compare(sorted[k - 1]!.range.end, edit.range.start) > 0)) return undefined;
  const loss = textLoss(
    [
      ...sorted.map((edit) => rewritingOf(text, edit)),
      ...created.map(({ text: after }) => ({ head: '', before: '', after, rest: '' })),
    ],
    false,
  );
  if (loss === 'comment' || loss === 'blank-line') return undefined;
  const files = [...filesOf(zone.root, text)],
    host = withFiles(zone.host, created),
    gone: ComparedRecord[] = [],
    came: ComparedRecord[] = [];
  if (files.length === 0 || files.length > MOST_READINGS) return undefined;
  for (const file of files) {
    const difference = differenceIn(file, sorted, host);
    if (difference === undefined) return undefined;
    gone.push(...difference.gone);
    came.push(...difference.came);
  }
  return { gone, came };
}

/** Each reading of a text by a zone. */
function* filesOf(file: ZoneFile, text: SourceText): Iterable<ZoneFile> {
  if (file.text === text) yield file;
  for (const { includes } of file.blocks) for (const included of includes) yield* filesOf(included, text);
}

function rewritingOf(text: SourceText, { range: { start, end }, text: after }: TextChange): Rewriting {
  return {
    head: text.slice({ start: { line: start.line, character: 0 }, end: start }),
    before: text.slice({ start, end }),
    after,
    rest: text.slice({ start: end, end: { line: end.line + 1, character: 0 } }).replace(/[\r\n]+$/, ''),
  };
}

/** A host that has new files as well, known by the last part of their addresses. */
function withFiles(
  host: ZoneHost,
  created: readonly { readonly createFile: string; readonly text: string }[],
): ZoneHost {
  return {
    include(fileName, fromUri) {
      const file = created.find(({ createFile }) => createFile.endsWith(`/${encodeURIComponent(fileName)}`));
      return file === undefined ? host.include(fileName, fromUri) : sourceOf(file.createFile, encode(file.text));
    },
  };
}

function sourceOf(uri: string, bytes: Uint8Array): SourceText {
  const source = new SourceText(uri, new Lexer());
  source.load(bytes, () => undefined);
  return source;
}

function differenceIn(file: ZoneFile, edits: readonly TextChange[], host: ZoneHost): RecordDifference | undefined {
  const { text, blocks } = file,
    from = text.locate(edits[0]!.range.start).chunk,
    last = blocks.length - 1;
  let to = text.locate(edits.at(-1)!.range.end).chunk;
  for (let more = 1; ; more *= 2) {
    if (to - from >= MOST_CHUNKS || blocks[from] === undefined || blocks[to] === undefined) return undefined;
    const before = joined(blocks.slice(from, to + 1).map(({ chunk }) => chunk.bytes)),
      after = spliced(text, from, before, edits),
      old = readPiece(file, blocks[from].start, before, host),
      now = readPiece(file, blocks[from].start, after, host);
    if (to === last || handsOn(old.end) === handsOn(now.end)) {
      // What an included file hands on is its TTL; its origin and owner end with it.
      if (to === last && file.includedBy !== undefined && old.end.ttl !== now.end.ttl) return undefined;
      return hasMore(now.problems, old.problems) || reordersTtls(old.records, now.records)
        ? undefined
        : { gone: surplus(old.records, now.records), came: surplus(now.records, old.records) };
    }
    to = Math.min(last, to + more);
  }
}

interface Reading {
  readonly records: readonly ComparedRecord[];
  readonly problems: readonly string[];
  readonly end: HandedOn;
}

interface HandedOn {
  readonly ttl: string;
  readonly names: string;
}

const handsOn = ({ ttl, names }: HandedOn): string => `${ttl} ${names}`;

/** Reads some bytes of a file as if they were at their place in it. */
function readPiece(file: ZoneFile, start: Context, bytes: Uint8Array, host: ZoneHost): Reading {
  const { zone } = file,
    scratch = new Zone(new SourceText(zone.root.uri, new Lexer()), {
      apex: zone.apexKnown ? zone.names.text(zone.apex) : undefined,
      host,
      expectedBytes: bytes.length,
    });
  // An included file starts from the context that is given; an empty line is what includes it.
  scratch.open(Uint8Array.of(10));
  const anchor = { block: scratch.root.blocks[0]!, start: 0, end: 0 },
    piece = new ZoneFile(scratch, new SourceText(file.uri, new Lexer()), anchor),
    translated = (name: number): number => (name < 0 ? -1 : scratch.names.intern(zone.names.text(name)));
  scratch.reader.context = { ...start, origin: translated(start.origin), owner: translated(start.owner) };
  piece.open(bytes);
  const records: ComparedRecord[] = [],
    problems: string[] = [],
    { origin, owner, ownerBefore, defaultTtl, lastTtl, zoneClass, started, ttlNotes } = scratch.reader.context;
  for (const block of piece.blocks) collect(scratch, block, records, problems);
  return {
    records,
    problems,
    end: {
      ttl: [defaultTtl, defaultTtl < 0 ? lastTtl : '', zoneClass, started, ttlNotes].join(' '),
      names: [scratch.names.text(origin), owner < 0 ? '' : scratch.names.text(owner), ownerBefore].join(' '),
    },
  };
}

function collect(zone: Zone, block: Block, records: ComparedRecord[], problems: string[]): void {
  for (const id of block.records) records.push(compared(new RecordView(zone, id)));
  for (const { code } of block.problems) if (isSerious(code)) problems.push(code);
  for (const made of block.generated) collect(zone, made, records, problems);
  for (const { blocks } of block.includes) for (const one of blocks) collect(zone, one, records, problems);
}

/** What servers refuse or people are warned of; a remark, as that there is a second `$TTL`, is what the refactoring says. */
const isSerious = (code: Code): boolean =>
  codeTable[code].severity === 'error' || codeTable[code].severity === 'warning';

function compared(record: RecordView): ComparedRecord {
  const { zone, owner, ttl, mnemonic, type } = record,
    data = record.broken ? `broken ${record.source()}` : type === TXT || type === SPF ? record.text.joined : record.key;
  return { owner: zone.names.text(owner), type: mnemonic, ttl, data };
}

const exactly = ({ owner, type, ttl, data }: ComparedRecord): string => `${owner} ${ttl} ${type} ${data}`;

function surplus(records: readonly ComparedRecord[], others: readonly ComparedRecord[]): readonly ComparedRecord[] {
  const left = new Map<string, number>();
  for (const record of others) left.set(exactly(record), (left.get(exactly(record)) ?? 0) + 1);
  return records.filter((record) => {
    const count = left.get(exactly(record)) ?? 0;
    if (count > 0) left.set(exactly(record), count - 1);
    return count === 0;
  });
}

function hasMore(now: readonly string[], before: readonly string[]): boolean {
  const left = [...before];
  return now.some((code) => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Servers give an RRset the TTL of its first record, so the order matters where they differ. */
function reordersTtls(before: readonly ComparedRecord[], now: readonly ComparedRecord[]): boolean {
  const firsts = (records: readonly ComparedRecord[]): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    for (const { owner, type, ttl } of records) if (!found.has(`${owner} ${type}`)) found.set(`${owner} ${type}`, ttl);
    return found;
  };
  const then = firsts(before);
  for (const [rrset, ttl] of firsts(now)) if ((then.get(rrset) ?? ttl) !== ttl) return true;
  return false;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The bytes of the chunks from `from` on with the edits carried out. */
function spliced(text: SourceText, from: number, bytes: Uint8Array, edits: readonly TextChange[]): Uint8Array {
  const offsetOf = (position: TextChange['range']['start']): number => {
    const { chunk, offset } = text.locate(position);
    let at = offset;
    for (let k = from; k < chunk; k++) at += text.chunks[k]!.bytes.length;
    return at;
  };
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { range, text: replacement } of edits) {
    parts.push(bytes.subarray(at, offsetOf(range.start)), encode(replacement));
    at = offsetOf(range.end);
  }
  return joined([...parts, bytes.subarray(at)]);
}

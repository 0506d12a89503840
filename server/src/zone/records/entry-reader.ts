import { BLANK_OWNER, ENTRY_END, QUOTED } from '../../text/token-kinds.ts';
import type { Lexer } from '../syntax/lexer.ts';
import type { NameId, NameTree } from '../../names/name-tree.ts';
import { TokenCursor } from '../rrtypes/fields/cursor.ts';
import { RdataWriter } from '../rrtypes/fields/rdata.ts';
import type { RdataProblem } from '../rrtypes/fields/rdata.ts';
import {
  CLASS_CH,
  CLASS_HS,
  CLASS_IN,
  classAt,
  className,
  isKnownType,
  parseRdata,
  readQuickly,
  typeAt,
  typeName,
} from '../rrtypes/registry/registry.ts';
import { octetText } from '../../text/utf8.ts';
import type { Context } from './context.ts';
import { TTL_BORROWED, TTL_DIRECTIVE, TTL_MISSED, UNKNOWN_APEX } from './context.ts';
import { addressFlags } from './address-flags.ts';
import { behindType } from './behind-type.ts';
import { moreThanOne } from './more-than-one.ts';
import { BROKEN, EXPLICIT_OWNER, EXPLICIT_TTL, SPECIAL_ADDRESS } from './record-table.ts';
import { ttlAt } from './ttl.ts';
import { explainHeader } from './unread-header.ts';
import { isAge, isGeneric, reportAge, reportOwnType, WINDOWS_TYPES } from './windows-dns.ts';
import type { Code } from '../../findings/codes/index.ts';
import type { Arguments, Message } from '../../findings/codes/index.ts';
import type { Filled } from '../../findings/code.ts';
import { A, AAAA, MD, MF, SOA } from '../rrtypes/codes.ts';

const MAX_TTL = 0x7fffffff;
/** Types about which there is something to say wherever they stand. */
const NOTABLE = new Uint8Array(65536);
for (const type of [MD, MF, ...WINDOWS_TYPES]) NOTABLE[type] = 1;

/** One for all readers: a record's data is read at a stretch, and nobody looks at it here after that. */
const cursor = new TokenCursor(),
  fieldSpans = new Int32Array(128),
  octets = new Uint8Array(1 << 12);

/** What the reader hands out. */
export interface EntrySink {
  /** A record with a type that could be read. `offset` is the byte where its entry begins in the chunk. */
  record(owner: NameId, ttl: number, type: number, hash: number, target: NameId, offset: number, flags: number): void;
  /** A `$` directive: its tokens are `from` (inclusive) to `to` (exclusive) in `reader.tokens`. */
  directive(reader: EntryReader, from: number, to: number): void;
  problem(problem: RdataProblem): void;
  /** Whether the file is one of Windows DNS, which has a few words of its own. */
  readonly windows: boolean;
}

/**
 * Turns the tokens of entries into records: completes names, inherits owner and TTL (RFC 1035 §5.1), reads rdata by its type. What BIND's loader refuses is reported; what it takes is a record.
 */
export class EntryReader {
  readonly names: NameTree;
  bytes: Uint8Array = new Uint8Array(0);
  tokens: Int32Array = new Int32Array(0);
  origin: NameId = 0;
  defaultTtl = -1;
  owner: NameId = -1;
  lastTtl = -1;
  zoneClass = 1;
  ownerBefore: 0 | 1 | 2 = 0;
  started = false;
  ttlNotes = 0;
  generated = 0;
  included = 0;
  private sink!: EntrySink;
  private readonly writer: RdataWriter;

  constructor(names: NameTree) {
    this.names = names;
    this.writer = new RdataWriter(names, true, octets);
  }

  get context(): Context {
    const { origin, defaultTtl, owner, lastTtl, zoneClass, ownerBefore, started, ttlNotes, generated, included } = this;
    return { origin, defaultTtl, owner, lastTtl, zoneClass, ownerBefore, started, ttlNotes, generated, included };
  }

  set context(context: Context) {
    this.origin = context.origin;
    this.defaultTtl = context.defaultTtl;
    this.owner = context.owner;
    this.lastTtl = context.lastTtl;
    this.zoneClass = context.zoneClass;
    this.ownerBefore = context.ownerBefore;
    this.started = context.started;
    this.ttlNotes = context.ttlNotes;
    this.generated = context.generated;
    this.included = context.included;
  }

  /** Reads all entries that the lexer holds, in the reader's present context. */
  readAll(bytes: Uint8Array, lexer: Lexer, sink: EntrySink): void {
    for (const { code, start, end } of lexer.findings)
      sink.problem(
        code === 'syn/unterminated-quote'
          ? unterminated(bytes, start, end)
          : { code, message: 'found', start, end, args: { text: octetText(bytes, start, end) } },
      );
    this.readTokens(bytes, lexer.tokens, lexer.count, sink);
  }

  private readTokens(bytes: Uint8Array, tokens: Int32Array, count: number, sink: EntrySink): void {
    this.sink = sink;
    for (let from = 0; from < count; ) {
      this.bytes = bytes;
      this.tokens = tokens;
      let to = from;
      while ((tokens[to + 1]! & 7) !== ENTRY_END) to += 2;
      this.readEntry(from, to);
      this.sink = sink;
      from = to + 2;
    }
  }

  report<C extends Code, M extends Message<C>>(
    code: C,
    message: M,
    start: number,
    end: number,
    ...[args]: Filled<Arguments<C, M>>
  ): void {
    this.relay(args === undefined ? { code, message, start, end } : { code, message, start, end, args });
  }

  /** Passes on what was said elsewhere. */
  relay(problem: RdataProblem): void {
    this.sink.problem(problem);
  }

  /** Whether the file is one of Windows DNS. */
  get windows(): boolean {
    return this.sink.windows;
  }

  /** A token's text, one character per octet, without quotation marks. */
  tokenText(index: number): string {
    cursor.reset(this.bytes, this.tokens, index, index + 2);
    return cursor.text();
  }

  private readEntry(from: number, to: number): void {
    const { bytes, tokens } = this;
    let p = from,
      flags = 0;
    const offset = tokens[to]!;
    const blank = (tokens[p + 1]! & 7) === BLANK_OWNER;
    if (blank) p += 2;
    if (p >= to) return;
    if (!blank) {
      const start = tokens[p]!,
        word = tokens[p + 1]!;
      if (bytes[(word & 7) === QUOTED ? start + 1 : start] === 36) {
        if ((word & 7) === QUOTED)
          this.report('syn/quoted-value', 'directive', start, word >> 3, { text: this.textBetween(start, word >> 3) });
        return this.sink.directive(this, from, to);
      }
      this.readOwner(start, word);
      flags = EXPLICIT_OWNER;
      p += 2;
    } else if (this.owner < 0) {
      this.report('syn/no-owner', 'noOwner', tokens[p]!, tokens[p + 1]! >> 3);
      this.owner = this.origin;
    } else if (this.ownerBefore !== 0) {
      this.report(
        'syn/inherited-owner-surprise',
        this.ownerBefore === 1 ? 'afterOrigin' : 'afterInclude',
        tokens[p]!,
        tokens[p + 1]! >> 3,
        { owner: this.shownOwner },
      );
      this.ownerBefore = 0;
    }
    this.readRecord(offset, p, to, flags);
  }

  private readOwner(start: number, word: number): void {
    const end = word >> 3,
      quoted = (word & 7) === QUOTED;
    this.ownerBefore = 0;
    if (quoted)
      this.report('syn/quoted-value', end - start > 2 ? 'owner' : 'emptyOwner', start, end, {
        text: this.textBetween(start, end),
      });
    if (quoted && end - start <= 2) return;
    const owner = quoted
      ? this.names.parse(this.bytes, start + 1, end - 1, this.origin)
      : this.names.parse(this.bytes, start, end, this.origin);
    if (owner >= 0) {
      this.owner = owner;
      return;
    }
    const { problem, problemStart, problemEnd } = this.names;
    if (!isBareBackslash({ code: problem, start: problemStart, end: Math.min(problemEnd, end) }))
      this.relay({
        code: problem,
        message: 'name',
        start: problemStart,
        end: Math.min(problemEnd, end),
        args: { name: this.textBetween(start, end) },
      });
    if (this.owner < 0) this.owner = this.origin;
  }

  /** The present owner for messages: without final dot, relative where the apex is unknown. */
  private get shownOwner(): string {
    const text = this.names.text(this.owner);
    if (text.endsWith(UNKNOWN_APEX)) return text === UNKNOWN_APEX ? '@' : text.slice(0, -UNKNOWN_APEX.length - 1);
    return text === '.' ? text : text.slice(0, -1);
  }

  private textBetween(start: number, end: number): string {
    return octetText(this.bytes, start, end);
  }

  /** TTL and class in either order, then the type (RFC 1035 §5.1), then rdata. */
  private readRecord(offset: number, from: number, to: number, ownerFlags: number): void {
    const { bytes, tokens } = this;
    let p = from,
      flags = ownerFlags,
      ttl = -1,
      recordClass = 0,
      type = -1;
    for (; p < to; p += 2) {
      const start = tokens[p]!,
        word = tokens[p + 1]!,
        end = word >> 3;
      if ((word & 7) === QUOTED) break;
      const c = bytes[start]!;
      if (c >= 48 && c <= 57) {
        const value = ttl < 0 ? ttlAt(bytes, start, end) : -1;
        if (value < 0) break;
        ttl = value;
        flags |= EXPLICIT_TTL;
        if (ttl > MAX_TTL) {
          this.report('syn/ttl-range', 'zero', start, end, { ttl });
          ttl = 0;
        }
        continue;
      }
      if (recordClass === 0) {
        const value = classAt(bytes, start, end);
        if (value >= 0) {
          recordClass = value;
          this.checkClass(value, start, end, p + 2 < to ? typeAt(bytes, tokens[p + 2]!, tokens[p + 3]! >> 3) : -1);
          continue;
        }
      }
      type = typeAt(bytes, start, end);
      if (type < 0 && c === 91 && isAge(bytes, start, end)) {
        reportAge(this, start, end);
        continue;
      }
      break;
    }
    if (type < 0) {
      explainHeader(this, from, p, to, ownerFlags !== 0);
      return;
    }
    const typeStart = tokens[p]!,
      typeEnd = tokens[p + 1]! >> 3;
    if (ownerFlags !== 0 && recordClass === 0) this.checkIndent(tokens[from - 2]!, tokens[from - 1]! >> 3);
    if (NOTABLE[type] === 1) this.notable(type, typeStart, typeEnd, p + 2 < to ? tokens[p + 2]! : -1);
    else if ((bytes[typeStart]! | 32) === 116 && bytes[typeEnd - 1]! <= 57 && isKnownType(type))
      this.report('syn/type-is-known', 'known', typeStart, typeEnd, {
        text: this.textBetween(typeStart, typeEnd),
        type: typeName(type),
      });
    const { writer } = this;
    writer.reset(this.origin);
    if (!readQuickly(type, bytes, tokens, p + 2, to, writer) && !this.readRdata(type, p + 2, to)) {
      flags |= BROKEN;
      const misplaced =
        behindType(type, bytes, tokens, p + 2, to) ??
        (writer.problems[0]?.code === 'syn/extra-rdata' ? moreThanOne(type, bytes, tokens, p + 2, to) : undefined);
      for (const problem of misplaced === undefined ? writer.problems : [misplaced]) {
        if (problem.code === 'syn/meta-type') this.sink.problem({ ...problem, start: typeStart, end: typeEnd });
        else if (problem.start === problem.end)
          this.sink.problem({ ...problem, start: tokens[to - 2]!, end: tokens[to - 1]! >> 3 });
        else if (!isBareBackslash(problem)) this.sink.problem(problem);
      }
    }
    // A line that another language would take for a comment is hardly a record, unless it can be read as one.
    if ((flags & BROKEN) !== 0 && (bytes[offset] === 35 || (bytes[offset] === 47 && bytes[offset + 1] === 47))) return;
    if (type === A || type === AAAA)
      flags |= (flags & BROKEN) !== 0 ? SPECIAL_ADDRESS : addressFlags(writer.octets, type === AAAA);
    this.started = true;
    ttl = this.effectiveTtl(ttl, type, flags, typeStart, typeEnd);
    if (type === SOA && isOtherNetwork(recordClass)) this.zoneClass = recordClass;
    this.sink.record(this.owner, ttl, type, hashOf(writer.octets, writer.length), writer.target, offset, flags);
  }

  private readRdata(type: number, from: number, to: number): boolean {
    this.writer.reset(this.origin);
    cursor.reset(this.bytes, this.tokens, from, to);
    return parseRdata(type, cursor, this.writer, fieldSpans);
  }

  /** RFC 2308 §4; without `$TTL` the last TTL (RFC 1035 §5.1), and for the SOA its minimum, as BIND does. Nothing is said behind a `$TTL` that could not be read. */
  private effectiveTtl(written: number, type: number, flags: number, start: number, end: number): number {
    let ttl = written;
    if (ttl < 0) {
      if (this.defaultTtl >= 0) ttl = this.defaultTtl;
      else if (this.lastTtl >= 0) {
        ttl = this.lastTtl;
        if (this.ttlNotes === 0) this.report('syn/no-ttl', 'borrowed', start, end, { ttl });
        this.ttlNotes |= TTL_BORROWED;
      } else if (type === SOA && (flags & BROKEN) === 0) {
        const { octets, length } = this.writer;
        ttl =
          ((octets[length - 4]! << 24) |
            (octets[length - 3]! << 16) |
            (octets[length - 2]! << 8) |
            octets[length - 1]!) >>>
          0;
        if (ttl > MAX_TTL) ttl = 0;
        this.defaultTtl = ttl;
        if ((this.ttlNotes & (TTL_MISSED | TTL_DIRECTIVE)) === 0)
          this.report('syn/no-ttl', this.windows ? 'windows' : 'soaMinimum', start, end, { ttl });
      } else {
        if (type !== SOA && (this.ttlNotes & (TTL_MISSED | TTL_DIRECTIVE)) === 0)
          this.report('syn/no-ttl', 'none', start, end);
        this.ttlNotes |= TTL_MISSED;
      }
    }
    this.lastTtl = ttl;
    return ttl;
  }

  /** `IN` in the first column was hardly meant as an owner name. */
  private checkIndent(start: number, end: number): void {
    const { bytes } = this;
    if (end - start === 2 && bytes[start] === 73 && bytes[start + 1] === 78)
      this.report('syn/missing-indent', 'served', start, end, { text: 'IN', name: this.shownOwner });
  }

  /** `rdata`: where the rdata begins, -1 for none. */
  private notable(type: number, start: number, end: number, rdata: number): void {
    if (type === MD || type === MF)
      this.report('syn/obsolete-type-in-text', 'refused', start, end, {
        type: typeName(type),
        preference: type === MD ? 0 : 10,
      });
    else if (!isGeneric(this.bytes, start, rdata)) reportOwnType(this, type, start, end);
  }

  private checkClass(value: number, start: number, end: number, nextType: number): void {
    if (value === this.zoneClass) {
      if (value === CLASS_IN && end - start !== 2)
        this.report('syn/class-number', 'known', start, end, { text: this.textBetween(start, end) });
      return;
    }
    this.report('syn/class-mismatch', nextType === SOA && isOtherNetwork(value) ? 'soa' : 'mismatch', start, end, {
      class: this.textBetween(start, end),
      zone: className(this.zoneClass),
    });
  }
}

/** CHAOS or Hesiod: a zone may be of such a class, where the server is told so. */
const isOtherNetwork = (value: number): boolean => value === CLASS_CH || value === CLASS_HS;

/** A backslash at the end of a line: the lexer said so already. */
function isBareBackslash({
  code,
  start,
  end,
}: {
  readonly code: Code;
  readonly start: number;
  readonly end: number;
}): boolean {
  return code === 'syn/bad-escape' && end - start === 1;
}

function unterminated(bytes: Uint8Array, start: number, end: number): RdataProblem {
  const text = octetText(bytes, start, end);
  return {
    code: 'syn/unterminated-quote',
    message: text.trim().length > 1 ? 'found' : 'lone',
    start,
    end,
    args: { text: text.trimEnd() },
  };
}

/** FNV-1a over the rdata, mixed. */
function hashOf(octets: Uint8Array, length: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ octets[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

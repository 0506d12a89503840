import type { RdataProblem } from '../rrtypes/fields/rdata.ts';
import { BLANK_OWNER, ENTRY_END, QUOTED } from '../../text/token-kinds.ts';
import { lookAlikeAt } from '../../text/look-alikes.ts';
import { CONTROL, FOREIGN_COMMENT, MERGE_MARKER, NON_ASCII, TEMPLATE } from '../syntax/source-text.ts';
import { octetText } from '../../text/utf8.ts';
import { ASTERISK, HASH, SLASH } from '../../text/octets.ts';

/** Features of a text that may have something in it that belongs to no zone file. */
export const FOREIGN = CONTROL | FOREIGN_COMMENT | MERGE_MARKER | NON_ASCII | TEMPLATE;

/** Problems with which BIND still takes the record, by code and message. */
const mild: ReadonlySet<string> = new Set([
  'syn/inherited-owner-surprise afterOrigin',
  'syn/inherited-owner-surprise afterInclude',
  'syn/ttl-range zero',
  'syn/no-ttl soaMinimum',
  'syn/no-ttl borrowed',
  'syn/no-ttl windows',
  'syn/missing-indent served',
  'syn/quoted-value owner',
  'syn/nested-paren found',
  'syn/paren-first found',
  'syn/quote-adjacent found',
  'syn/quoted-value directive',
  'syn/class-number known',
  'syn/lone-cr found',
  'syn/type-is-known known',
  'syn/windows-age windows',
  'syn/windows-type windows',
  'syn/include-outside-root found',
  'syn/include-unreadable special',
  'syn/include-unreadable unreadable',
  'syn/include-unreadable foreign',
  'syn/include-unreadable unanswered',
  'syn/file-too-large found',
  'dir/date date',
  'dir/ttl-position late',
  'dir/ttl-duplicate again',
  'dir/ttl-duplicate same',
  'dir/generate-range rest',
  'dir/generate-step never',
  'dir/generate-negative-offset negative',
  'dir/generate-no-dollar owner',
  'dir/generate-too-many tooMany',
]);

/** Whether a problem makes servers refuse the record. */
export const isRefused = ({ code, message }: RdataProblem): boolean => !mild.has(`${code} ${message}`);

/**
 * Looks for comment signs of other languages, merge markers, templates, look-alike and control characters in a chunk's entries. Where an entry has one, that is the cause of whatever else was
 * reported there, and is reported in its place; where the entry could be read all the same, it is reported as what will be published.
 */
export function withForeignText(
  bytes: Uint8Array,
  tokens: Int32Array,
  count: number,
  features: number,
  problems: readonly RdataProblem[],
): readonly RdataProblem[] {
  if (
    (features & FOREIGN) === 0 &&
    !problems.some(
      ({ start, code }) =>
        isSign(bytes, start) ||
        code === 'syn/unbalanced-paren-close' ||
        code === 'syn/unterminated-quote' ||
        code === 'syn/unknown-type',
    )
  )
    return problems;
  const sorted = [...problems].sort((a, b) => a.start - b.start),
    out: RdataProblem[] = [];
  let next = 0;
  for (let from = 0; from < count; ) {
    let to = from;
    while ((tokens[to + 1]! & 7) !== ENTRY_END) to += 2;
    const entry = new Entry(bytes, tokens, from, to),
      mine: RdataProblem[] = [];
    while (next < sorted.length && sorted[next]!.start < entry.start) out.push(sorted[next++]!);
    while (next < sorted.length && sorted[next]!.start < entry.end) mine.push(sorted[next++]!);
    if (mine.length > 0 || isOdd(bytes, entry.start, entry.end, features))
      out.push(...explained(entry, features, mine));
    from = to + 2;
  }
  while (next < sorted.length) out.push(sorted[next++]!);
  return out;
}

/** Whether an entry without problems is worth a closer look. */
function isOdd(bytes: Uint8Array, start: number, end: number, features: number): boolean {
  if ((features & (MERGE_MARKER | TEMPLATE)) !== 0 || isSign(bytes, start)) return true;
  for (let i = start; i < end; i++) {
    const c = bytes[i]!;
    if (c > 126 || isControl(c)) return true;
  }
  return false;
}

class Entry {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly indented: boolean;
  /** Start, and `end << 3 | kind`, of every token. */
  private readonly tokens: Int32Array;
  private readonly from: number;
  private readonly to: number;

  constructor(bytes: Uint8Array, tokens: Int32Array, from: number, to: number) {
    this.bytes = bytes;
    this.tokens = tokens;
    this.indented = (tokens[from + 1]! & 7) === BLANK_OWNER;
    this.from = this.indented ? from + 2 : from;
    this.to = to;
    this.start = tokens[to]!;
    this.end = tokens[to + 1]! >> 3;
  }

  get firstToken(): number {
    return this.from < this.to ? this.tokens[this.from]! : this.end;
  }
  get firstTokenEnd(): number {
    return this.from < this.to ? this.tokens[this.from + 1]! >> 3 : this.end;
  }
  get isDirective(): boolean {
    return this.bytes[this.firstToken] === 36;
  }

  /** Calls `visit` for each token until it returns something. */
  find<T>(visit: (start: number, end: number, quoted: boolean) => T | undefined): T | undefined {
    for (let p = this.from; p < this.to; p += 2) {
      const word = this.tokens[p + 1]!,
        found = visit(this.tokens[p]!, word >> 3, (word & 7) === QUOTED);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  isInToken(offset: number): boolean {
    return this.find((start, end) => (offset >= start && offset < end ? true : undefined)) === true;
  }
}

/** What stands behind a quotation mark that is not closed is part of its string. */
function withoutString(mine: readonly RdataProblem[]): readonly RdataProblem[] {
  const open = mine.find(({ code }) => code === 'syn/unterminated-quote');
  return open === undefined ? mine : mine.filter((problem) => problem === open || problem.start < open.start);
}

function explained(entry: Entry, features: number, all: readonly RdataProblem[]): readonly RdataProblem[] {
  const mine = withoutString(all);
  const refused = mine.some(isRefused);
  const whole =
    privateKey(entry, refused) ??
    commentedOut(entry, refused) ??
    mergeMarker(entry, features, refused) ??
    template(entry, features, refused) ??
    lookAlike(entry, features, refused);
  if (whole !== undefined) return refused && !whole.message.startsWith('inString') ? [whole] : [...mine, whole];
  return control(entry, features, mine);
}

/** Fields of the files that dnssec-keygen writes beside a key, as far as they are secret or say that it is one; and the frame of PEM files (RFC 7468 §10). */
const keyField =
    /^(?:private-key-format|privatekey|modulus|publicexponent|privateexponent|prime[12]|exponent[12]|coefficient):$/i,
  pemFrame = /^-----(?:BEGIN|END) (?:[A-Z0-9]+ )?PRIVATE KEY-----/;

/** A line of a private key that was pasted with its public part. */
function privateKey(
  { bytes, firstToken: start, firstTokenEnd, end }: Entry,
  refused: boolean,
): RdataProblem | undefined {
  if (!refused) return undefined;
  const frame = pemFrame.exec(octetText(bytes, start, Math.min(end, start + 60)))?.[0];
  if (frame !== undefined) return { code: 'syn/private-key', message: 'line', start, end: start + frame.length };
  return keyField.test(octetText(bytes, start, Math.min(firstTokenEnd, start + 20)))
    ? { code: 'syn/private-key', message: 'line', start, end: firstTokenEnd }
    : undefined;
}

const isSign = (bytes: Uint8Array, i: number): boolean =>
  bytes[i] === HASH || (bytes[i] === SLASH && (bytes[i + 1] === SLASH || bytes[i + 1] === ASTERISK));

/** A line that begins with a comment sign of another language. */
function commentedOut(
  { bytes, firstToken: start, firstTokenEnd, indented }: Entry,
  refused: boolean,
): RdataProblem | undefined {
  if (!isSign(bytes, start)) return undefined;
  const hash = bytes[start] === HASH,
    code = hash ? 'syn/hash-comment' : 'syn/slash-comment',
    end = start + (hash ? 1 : 2),
    sign = octetText(bytes, start, end);
  if (refused) return { code, message: 'line', start, end, args: { sign } };
  return indented
    ? undefined
    : { code, message: 'owner', start, end, args: { sign, name: octetText(bytes, start, firstTokenEnd) } };
}

/** Whether one of the lines that version control puts into a file with a conflict begins at `i`: seven equal signs and a space or the line's end. */
export function isMergeMarker(bytes: Uint8Array, i: number): boolean {
  const c = bytes[i];
  if (c !== 60 && c !== 61 && c !== 62 && c !== 124) return false;
  for (let k = 1; k < 7; k++) if (bytes[i + k] !== c) return false;
  const behind = bytes[i + 7];
  return behind === undefined || behind === 32 || behind === 10 || behind === 13;
}

function mergeMarker({ bytes, start, end }: Entry, features: number, refused: boolean): RdataProblem | undefined {
  if ((features & MERGE_MARKER) === 0) return undefined;
  for (let i = start; i < end; i++) {
    if ((i === start || bytes[i - 1] === 10) && isMergeMarker(bytes, i))
      return {
        code: 'syn/merge-marker',
        message: refused ? 'refused' : 'published',
        start: i,
        end: i + 7,
        args: { marker: octetText(bytes, i, i + 7) },
      };
  }
  return undefined;
}

/** Jinja, Go and Mustache; Jinja's statements and comments; ERB and EJS; shells, Terraform; `@@NAME@@`; autoconf; Windows. Of a shell's short form only what fills a label or an address is one, and no directive. */
const templates =
  /\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{#[^{}\n]*#\}|<%[^\n]*?%>|\$\{[A-Za-z_][^{}\n]*\}|@@[A-Za-z][\w.-]*@@|@[A-Z][A-Z0-9_]+@|%[A-Z][A-Z0-9_]{2,}%|(?<=[ \t.(])\$(?!(?:ORIGIN|TTL|INCLUDE|GENERATE|DATE)\b)[A-Z][A-Z0-9_]+(?=[\s.);]|$)/g;

/** Whether a variable of a template stands in a text. */
export const hasTemplate = (text: string): boolean => text.search(templates) >= 0;

function template(entry: Entry, features: number, refused: boolean): RdataProblem | undefined {
  if ((features & TEMPLATE) === 0) return undefined;
  const text = octetText(entry.bytes, entry.start, entry.end);
  if (/^\$generate\b/i.test(text)) return undefined;
  for (const { 0: found, index } of text.matchAll(templates)) {
    const start = entry.start + index;
    // In a sentence these are a price or a name.
    const isText =
      /^(?:\$[A-Z]|@[A-Z])/.test(found) &&
      entry.find((from, to, quoted) => (start >= from && start < to ? quoted : undefined)) === true;
    if (!isText && entry.isInToken(start))
      return {
        code: 'syn/template-left',
        message: refused ? 'refused' : 'published',
        start,
        end: start + found.length,
        args: { text: found },
      };
  }
  return undefined;
}

const plainWords: Readonly<Record<string, string>> = {
  ' ': 'a plain space',
  '"': 'a plain quotation mark',
  "'": 'a plain apostrophe',
  '-': 'a plain hyphen',
  '.': 'a plain dot',
};

/** Between quotation marks any character may stand; only those that nobody sees are told there, and not in mail records, whose own rules know more. */
function lookAlike(entry: Entry, features: number, refused: boolean): RdataProblem | undefined {
  if ((features & NON_ASCII) === 0) return undefined;
  const { bytes } = entry;
  return entry.find((start, end, quoted) => {
    if (quoted && /^"v=/i.test(octetText(bytes, start, start + 3))) return undefined;
    for (let i = start; i < end; i++) {
      const found = bytes[i]! < 128 ? undefined : lookAlikeAt(bytes, i);
      if (found === undefined || (quoted && found.plain !== '' && !found.name.includes('no-break'))) continue;
      const message = quoted ? 'inString' : refused ? 'refused' : isMail(bytes, start, end) ? 'mail' : 'published';
      return {
        code: 'syn/smart-quote',
        message: found.plain === '' ? `${message}Unseen` : message,
        start: i,
        end: i + found.width,
        args: { name: found.name, plain: plainWords[found.plain] ?? found.plain },
      };
    }
    return undefined;
  });
}

/** Whether an unquoted value was to be SPF, DKIM, DMARC or the like: with a typographic mark before it nobody reads it. */
function isMail(bytes: Uint8Array, start: number, end: number): boolean {
  return /^[^\x00-\x7f]+v=/i.test(octetText(bytes, start, Math.min(end, start + 10)));
}

const isControl = (c: number): boolean => (c < 32 ? c !== 9 && c !== 10 && c !== 13 : c === 127);

const headless: ReadonlySet<string> = new Set([
  'syn/unknown-type',
  'syn/missing-rdata',
  'syn/ttl-bad',
  'syn/leading-space',
  'syn/unknown-class',
]);

/** Where a ")" has no "(", the line goes on with a record whose "(" is missing: that it has no type of its own follows from that. */
function withoutHeader(mine: readonly RdataProblem[]): readonly RdataProblem[] {
  return mine.some(({ code }) => code === 'syn/unbalanced-paren-close')
    ? mine.filter(({ code }) => !headless.has(code))
    : mine;
}

/** The first NUL and the first other control character of an entry, and behind `#` what was to be a comment. */
function control(entry: Entry, features: number, mine: readonly RdataProblem[]): readonly RdataProblem[] {
  const kept = withoutTail(entry.bytes, entry.indented ? withoutHeader(mine) : mine);
  if ((features & CONTROL) === 0) return kept;
  const { bytes } = entry,
    nul = firstIn(entry, (c) => c === 0),
    other = firstIn(entry, (c) => c !== 0 && isControl(c));
  const out: RdataProblem[] = [];
  if (nul !== undefined && !nul.quoted)
    return [{ code: 'syn/nul', message: 'refused', start: nul.at, end: nul.at + 1 }];
  if (nul !== undefined) out.push({ code: 'syn/nul', message: 'published', start: nul.at, end: nul.at + 1 });
  if (other === undefined) return [...kept, ...out];
  const spoilt = kept.some((problem) => isRefused(problem) && problem.start <= other.at && other.at < problem.end);
  out.push({
    code: 'syn/control-char',
    message: spoilt ? 'refused' : 'published',
    start: other.at,
    end: other.at + 1,
    args: { code: bytes[other.at]!, escape: `\\${String(bytes[other.at]!).padStart(3, '0')}` },
  });
  return spoilt ? out : [...kept, ...out];
}

function firstIn(
  entry: Entry,
  wanted: (c: number) => boolean,
): { readonly at: number; readonly quoted: boolean } | undefined {
  return entry.find((start, end, quoted) => {
    for (let i = start; i < end; i++) if (wanted(entry.bytes[i]!)) return { at: i, quoted };
    return undefined;
  });
}

/** Whether a word begins and ends with `#`, as what a template program was to fill in: `#SERIAL#`. */
function isBetweenHashes(bytes: Uint8Array, start: number): boolean {
  let end = start;
  while (end < bytes.length && bytes[end]! > 32) end++;
  return end - start > 2 && bytes[end - 1] === HASH;
}

/** A comment with the sign of another language behind a record: what it spoils is not reported once more. */
function withoutTail(bytes: Uint8Array, mine: readonly RdataProblem[]): readonly RdataProblem[] {
  const at = mine.findIndex(
    (problem) =>
      isSign(bytes, problem.start) &&
      isRefused(problem) &&
      problem.start > 0 &&
      [32, 9, 40].includes(bytes[problem.start - 1]!) &&
      (bytes[problem.start] === HASH ? !isBetweenHashes(bytes, problem.start) : problem.code === 'syn/extra-rdata'),
  );
  if (at < 0) return mine;
  const { start } = mine[at]!,
    hash = bytes[start] === HASH,
    end = start + (hash ? 1 : 2);
  return [
    ...mine.slice(0, at),
    {
      code: hash ? 'syn/hash-comment' : 'syn/slash-comment',
      message: 'behind',
      start,
      end,
      args: { sign: octetText(bytes, start, end) },
    },
  ];
}

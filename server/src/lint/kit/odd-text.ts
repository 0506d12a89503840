import type { RecordId } from '../../zone/records/record-table.ts';
import { hasTemplate } from '../../zone/records/foreign-text.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { TextString } from '../../zone/model/text-value.ts';
import { lookAlikeAt } from '../../text/look-alikes.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { typeAt } from '../../zone/rrtypes/registry/registry.ts';
import { SPF, TXT } from '../../zone/rrtypes/codes.ts';
import { BACKSLASH, CLOSE, CR, LF, OPEN, QUOTE, SEMICOLON, SPACE, TAB } from '../../text/octets.ts';

/**
 * Whether the strings of a TXT record are worth a closer look: one of them has no quotation marks, is empty, or begins or ends with a space or a quotation mark. Asked for every TXT record, so nothing is made.
 */
export function hasOddText(zone: Zone, record: RecordId): boolean {
  const { bytes } = zone.blockOf(record).chunk;
  let depth = 0;
  for (let i = behindType(bytes, zone.records.offset[record]!); i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === SPACE || c === TAB || c === CR) continue;
    if (c === OPEN) depth++;
    else if (c === CLOSE) depth--;
    else if (c === SEMICOLON) i = lineEnd(bytes, i) - 1;
    else if (c === LF) {
      if (depth <= 0) return false;
    } else if (c !== QUOTE) return true;
    else {
      const first = bytes[i + 1],
        start = i + 1;
      if (first === QUOTE || first === SPACE || (first === BACKSLASH && bytes[i + 2] === QUOTE) || first === 39)
        return true;
      for (i++; i < bytes.length && bytes[i] !== QUOTE && bytes[i] !== LF; i++) if (bytes[i] === BACKSLASH) i++;
      if (bytes[i - 1] === SPACE && i > start) return true;
    }
  }
  return false;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < bytes.length && bytes[i] !== LF) i++;
  return i;
}

/** Where a TXT or SPF record's data may begin. */
function behindType(bytes: Uint8Array, offset: number): number {
  let i = offset;
  if (bytes[i] !== SPACE && bytes[i] !== TAB) i = wordEnd(bytes, i);
  while (i < bytes.length && bytes[i] !== LF) {
    const c = bytes[i]!;
    if (c === SPACE || c === TAB || c === OPEN || c === CLOSE) {
      i++;
      continue;
    }
    const end = wordEnd(bytes, i),
      type = typeAt(bytes, i, end);
    if (type === TXT || type === SPF || end === i) return end;
    i = end;
  }
  return i;
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let i = from;
  for (; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === BACKSLASH) i++;
    else if (
      c === SPACE ||
      c === TAB ||
      c === CR ||
      c === LF ||
      c === QUOTE ||
      c === OPEN ||
      c === CLOSE ||
      c === SEMICOLON
    )
      break;
  }
  return i;
}

/** The first word of a comment with the sign of another language, which became a string of the text; -1 when there is none. */
export function commentWord({ text: { strings }, block, zone, id }: RecordView): number {
  const { bytes } = block.chunk,
    base = zone.records.offset[id]!;
  return strings.findIndex(
    ({ quoted, start }, k) =>
      !quoted &&
      k > 0 &&
      (bytes[base + start] === 35 || (bytes[base + start] === 47 && bytes[base + start + 1] === 47)),
  );
}

/** What is wrong with how a text is put into strings, so that readers get another text than was meant. */
export type TextFault =
  /** A class or a TTL stands behind the type, and became part of the text. */
  | 'header'
  /** A quotation mark has no other one. */
  | 'unclosed'
  /** A look-alike of a quotation mark, a dash or a space stands outside quotation marks. */
  | 'look-alike'
  /** A variable of a template stands in it. */
  | 'template'
  /** A comment with the sign of another language is part of the text. */
  | 'comment'
  /** A semicolon outside quotation marks made the rest a comment. */
  | 'cut'
  /** Words without quotation marks are joined without spaces. */
  | 'words'
  /** Quotation marks twice around the text: an empty string before it and behind it. */
  | 'doubled'
  /** The quotation marks are part of the text. */
  | 'inner';

/** Mail records are judged for what they say only where they say what was meant. */
export function textFault(record: RecordView): TextFault | undefined {
  const { text } = record,
    { strings, joined } = text,
    { length } = strings;
  if (record.writtenAsOctets) return undefined;
  if (hasTemplate(joined)) return 'template';
  if (isHeaderWord(record)) return 'header';
  const spoilt = strings.map((string) => spoiltString(record, string)).find((fault) => fault !== undefined);
  if (spoilt !== undefined) return spoilt;
  if (strings.every(({ quoted }) => quoted))
    return (/^".+"$/s.test(joined) && !joined.slice(1, -1).includes('"')) || /^'v=[^']+'$/i.test(joined)
      ? 'inner'
      : undefined;
  if (commentWord(record) >= 0) return 'comment';
  if (cutLines(record).length > 0) return 'cut';
  const inside = strings.slice(1, -1);
  if (
    length > 2 &&
    strings[0]!.from === strings[0]!.to &&
    strings[length - 1]!.from === strings[length - 1]!.to &&
    inside.every(({ quoted }) => !quoted)
  )
    return 'doubled';
  const together = strings.some(({ quoted }, k) => !quoted && k > 0 && !strings[k - 1]!.quoted);
  return length > 1 && (together || /^v=/i.test(joined)) && !isListOfPairs(record) && !isWholeTagList(record)
    ? 'words'
    : undefined;
}

/** Whether the first string is a class or TTL without quotation marks, and all others have them. */
function isHeaderWord(record: RecordView): boolean {
  const [first, ...others] = record.text.strings;
  return (
    first !== undefined &&
    !first.quoted &&
    others.length > 0 &&
    others.every(({ quoted }) => quoted) &&
    /^(?:IN|CH|HS|\d+[smhdw]?)$/i.test(record.text.joined.slice(first.from, first.to))
  );
}

function spoiltString(
  { block, zone, id }: RecordView,
  { start, end, quoted }: TextString,
): 'unclosed' | 'look-alike' | undefined {
  const { bytes } = block.chunk,
    base = zone.records.offset[id]!;
  if (quoted) return end - start < 2 || bytes[base + end - 1] !== QUOTE ? 'unclosed' : undefined;
  for (let i = base + start; i < base + end; i++)
    if (bytes[i]! > 127 && lookAlikeAt(bytes, i) !== undefined) return 'look-alike';
  return undefined;
}

/** Bytes from the entry's start. */
export interface CutLine {
  /** The first word that is not in quotation marks. */
  readonly start: number;
  /** Where the comment begins. */
  readonly semicolon: number;
  readonly end: number;
}

/** Lines of a record on which a semicolon that was meant as text begins a comment: `v=DKIM1; k=rsa`. */
export function cutLines(record: RecordView): readonly CutLine[] {
  const { bytes } = record.block.chunk,
    base = record.zone.records.offset[record.id]!,
    { strings, joined } = record.text,
    lines: CutLine[] = [];
  for (const [k, { end, quoted }] of strings.entries()) {
    let semicolon = base + end;
    while (bytes[semicolon] === SPACE || bytes[semicolon] === TAB) semicolon++;
    if (quoted || bytes[semicolon] !== SEMICOLON) continue;
    let last = lineEnd(bytes, semicolon);
    while (last > semicolon + 1 && (bytes[last - 1] === SPACE || bytes[last - 1] === TAB || bytes[last - 1] === CR))
      last--;
    const comment = String.fromCharCode(...bytes.subarray(semicolon, Math.min(last, semicolon + 60))),
      adjacent = semicolon === base + end;
    if (
      !(adjacent && /^v=/i.test(joined)) &&
      !(/^[a-z]{1,10}=/i.test(joined) && /^;\s*[a-z][\w-]*\s*=/i.test(comment)) &&
      !(lines.length > 0 && adjacent)
    )
      continue;
    let first = k;
    while (
      first > 0 &&
      !strings[first - 1]!.quoted &&
      !bytes.subarray(base + strings[first - 1]!.end, base + strings[first]!.start).includes(LF)
    )
      first--;
    lines.push({ start: strings[first]!.start, semicolon: semicolon - base, end: last - base });
  }
  return lines;
}

/** Services are described by strings that are each a pair (RFC 6763 §6.3). */
function isListOfPairs({ zone, owner }: RecordView): boolean {
  for (let name = owner; name !== 0 && name !== zone.apex; name = zone.names.parent(name))
    if (['_tcp', '_udp'].includes(zone.names.label(name))) return true;
  return false;
}

/** In a list such as DKIM's, spaces behind semicolons don't count: nothing is lost where every word ends in one. */
function isWholeTagList({ text: { joined, strings } }: RecordView): boolean {
  return /^v=(?!spf)/i.test(joined) && strings.slice(0, -1).every(({ to }) => joined[to - 1] === ';');
}

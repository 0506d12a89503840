import { escapedOctet } from '../../../names/name-tree.ts';
import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { octetText } from '../../../text/utf8.ts';
import { isDigit } from './digits.ts';
import { refuse } from './refusals.ts';
import { BACKSLASH, QUOTE } from '../../../text/octets.ts';

/**
 * Writes the octets that the token under the cursor stands for, escapes resolved (RFC 1035 §5.1). Leaves the cursor where it is.
 * A bad escape is reported, and false given.
 */
function writeText(cursor: TokenCursor, out: RdataWriter): boolean {
  const { bytes } = cursor,
    start = cursor.quoted ? cursor.contentStart : cursor.start,
    end = cursor.quoted ? cursor.contentEnd : cursor.end;
  out.reserve(end - start);
  const { octets } = out;
  let at = out.length;
  for (let i = start; i < end; i++) {
    let c = bytes[i]!;
    if (c === BACKSLASH) {
      c = escapedOctet(bytes, i, end);
      if (c < 0)
        return out.problem('syn/bad-escape', 'text', i, Math.min(end, i + 4), {
          value: cursor.text(),
          escape: octetText(bytes, i + 1, Math.min(end, i + 4)),
        });
      i += isDigit(bytes[i + 1]!) ? 3 : 1;
    }
    octets[at++] = c;
  }
  out.length = at;
  return true;
}

/** Writes one character-string (RFC 1035 §3.3), and moves on. Over 255 octets is reported. */
export function writeString(cursor: TokenCursor, out: RdataWriter, field: Field): boolean {
  const lengthAt = out.length;
  out.u8(0);
  const good = writeText(cursor, out),
    length = out.length - lengthAt - 1;
  if (length > 255) {
    out.length = lengthAt + 1;
    return refuse(cursor, out, field, 'txt/string-over-255', 'tooLong', { length });
  }
  out.octets[lengthAt] = length;
  cursor.next();
  return good;
}

/** One character-string without escapes of up to 255 octets. */
function quickString(bytes: Uint8Array, start: number, end: number, quoted: boolean, out: RdataWriter): boolean {
  const from = quoted ? start + 1 : start,
    to = quoted ? end - 1 : end,
    length = to - from;
  // A string that isn't closed has no quotation mark at its end.
  if (length < 0 || length > 255 || (quoted && bytes[to] !== QUOTE)) return false;
  out.reserve(length + 1);
  const { octets } = out;
  let at = out.length;
  octets[at++] = length;
  for (let i = from; i < to; i++) {
    const c = bytes[i]!;
    if (c === BACKSLASH) return false;
    octets[at++] = c;
  }
  out.length = at;
  return true;
}

/** In quotation marks, as BIND prints text. */
export function printText(octets: Uint8Array): string {
  let out = '"';
  for (const c of octets) {
    if (c < 32 || c >= 127) out += `\\${String(c).padStart(3, '0')}`;
    else out += (c === QUOTE || c === BACKSLASH ? '\\' : '') + String.fromCharCode(c);
  }
  return `${out}"`;
}

export function printString(reader: RdataReader): string {
  return printText(reader.take(reader.u8()));
}

export const characterString: FieldKind = {
  id: 'character-string',
  label: 'a string of up to 255 octets',
  parse: writeString,
  quick: quickString,
  print: printString,
};

/** One or more strings: all that is left. */
export const strings: FieldKind = {
  id: 'strings',
  label: 'one or more strings of up to 255 octets each',
  rest: true,
  needsOne: true,
  parse(cursor, out, field) {
    let good = true;
    do if (!writeString(cursor, out, field)) good = false;
    while (!cursor.done);
    return good;
  },
  quick: quickString,
  print(reader) {
    let out = printString(reader);
    while (reader.left > 0 && !reader.short) out += ` ${printString(reader)}`;
    return out;
  },
};

/** Text without a length of its own that fills the rest of the rdata, in one token. `mustQuote`: BIND refuses it without quotation marks. */
function longText(id: string, label: string, mustQuote: boolean): FieldKind {
  return {
    id,
    label,
    parse(cursor, out, field) {
      if (mustQuote && !cursor.quoted) return refuse(cursor, out, field, 'syn/unquoted-value', 'unquoted');
      const good = writeText(cursor, out);
      cursor.next();
      return good;
    },
    print: (reader) => printText(reader.rest()),
    wire: copyRest,
  };
}

/** Takes whatever is left. */
export function copyRest(reader: RdataReader, out: RdataWriter): boolean {
  const octets = reader.rest();
  out.copy(octets, 0, octets.length);
  return true;
}

/** The value of a CAA property (RFC 8659 §4.1.1). */
export const text = longText('text', 'a text, best in quotation marks', false);
/** The target of a URI record (RFC 7553 §4.4). */
export const quotedText = longText('quoted-text', 'a text in quotation marks', true);

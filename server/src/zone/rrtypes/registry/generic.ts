import type { TokenCursor } from '../fields/cursor.ts';
import { decimal, HEX, hexText, inWords } from '../kinds/digits.ts';
import { RdataReader } from '../fields/rdata.ts';
import type { RdataWriter } from '../fields/rdata.ts';
import type { FieldSpans, RecordType } from '../fields/record-type.ts';

/** Whether the token under the cursor is `\#`, and not in quotation marks. */
export function atGenericMark(cursor: TokenCursor): boolean {
  return (
    !cursor.done &&
    !cursor.quoted &&
    cursor.end - cursor.start === 2 &&
    cursor.bytes[cursor.start] === 92 &&
    cursor.bytes[cursor.start + 1] === 35
  );
}

/**
 * Reads `\# length hex` (RFC 3597 §5); the cursor stands on `\#`. Every type may be written so. Octets of a known type must be valid as its wire form.
 * The spans of all fields are those of the hexadecimal digits.
 */
export function parseGeneric(type: RecordType, cursor: TokenCursor, out: RdataWriter, spans: FieldSpans): boolean {
  const mark = cursor.start;
  cursor.next();
  if (cursor.done) return out.problem('syn/3597-length', 'missing', cursor.start, cursor.end, { type: type.mnemonic });
  const expected = cursor.quoted ? -1 : decimal(cursor.bytes, cursor.start, cursor.end);
  if (expected < 0 || expected > 65535) {
    out.problem('syn/3597-length', 'notLength', cursor.start, cursor.end, {
      type: type.mnemonic,
      value: cursor.text(),
    });
    skipAll(cursor);
    return false;
  }
  const lengthStart = cursor.start,
    lengthEnd = cursor.end;
  cursor.next();
  const start = cursor.start,
    digits: number[] = [];
  let end = lengthEnd;
  for (; !cursor.done; cursor.next()) {
    if (cursor.quoted) {
      out.problem('syn/quoted-value', 'quoted', cursor.start, cursor.end, {
        field: 'data',
        value: cursor.text(),
        label: 'hexadecimal digits',
      });
      skipAll(cursor);
      return false;
    }
    for (let i = cursor.start; i < cursor.end; i++) {
      const digit = HEX[cursor.bytes[i]!]!;
      if (digit < 0) {
        out.problem('syn/3597-hex', 'character', i, i + 1, {
          value: cursor.text(),
          character: String.fromCharCode(cursor.bytes[i]!),
        });
        skipAll(cursor);
        return false;
      }
      digits.push(digit);
    }
    end = cursor.end;
  }
  if (digits.length % 2 === 1) return out.problem('syn/3597-hex', 'odd', start, end, { count: digits.length });
  if (digits.length !== 2 * expected)
    return out.problem('syn/3597-length', 'differs', lengthStart, lengthEnd, { expected, actual: digits.length / 2 });
  const octets = new Uint8Array(expected);
  for (let i = 0; i < expected; i++) octets[i] = (digits[2 * i]! << 4) | digits[2 * i + 1]!;
  if (type.genericOnly) {
    out.copy(octets, 0, octets.length);
    return true;
  }
  const from = out.length,
    reader = new RdataReader(octets);
  const wrong = wireFields(type, reader, out, spans, start, end);
  if (wrong === undefined) return type.check === undefined || type.check(out, from, spans);
  out.length = from;
  return out.problem(
    'syn/3597-known-type-invalid',
    wrong === '' ? 'tooLong' : 'field',
    expected === 0 ? mark : start,
    end,
    { type: type.mnemonic, field: wrong, length: expected, extra: reader.left },
  );
}

/** Writes the octets of a known type as its fields would; gives the name of the field that is not valid, or '' when octets are left over. */
function wireFields(
  type: RecordType,
  reader: RdataReader,
  out: RdataWriter,
  spans: FieldSpans,
  tokenStart: number,
  tokenEnd: number,
): string | undefined {
  for (let k = 0; k < type.fields.length; k++) {
    const field = type.fields[k]!,
      { kind } = field;
    spans[4 * k] = tokenStart;
    spans[4 * k + 1] = tokenEnd;
    spans[4 * k + 2] = out.length;
    if (reader.left === 0 && field.optional) {
      spans[4 * k + 3] = out.length;
      continue;
    }
    if (reader.left === 0 && kind.needsOne) return field.name;
    if (kind.wire !== undefined) {
      if (!kind.wire(reader, out, field) || reader.short) return field.name;
    } else {
      const from = reader.at;
      kind.print(reader, field);
      if (reader.short) return field.name;
      out.copy(reader.octets, from, reader.at);
    }
    spans[4 * k + 3] = out.length;
  }
  return reader.left > 0 ? '' : undefined;
}

export function printGeneric(octets: Uint8Array): string {
  return octets.length === 0 ? '\\# 0' : `\\# ${octets.length} ${inWords(hexText(octets))}`;
}

function skipAll(cursor: TokenCursor): void {
  while (!cursor.done) cursor.next();
}

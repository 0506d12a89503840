import type { TokenCursor } from '../fields/cursor.ts';
import { atGenericMark, parseGeneric, printGeneric } from './generic.ts';
import { decimal } from '../kinds/digits.ts';
import { registerType, typeAt } from '../kinds/type-mnemonics.ts';
import { RdataReader } from '../fields/rdata.ts';
import type { RdataWriter } from '../fields/rdata.ts';
import { parseFields } from '../fields/record-type.ts';
import type { FieldSpans, RecordType } from '../fields/record-type.ts';
import { typeTable } from '../types/index.ts';
import type { Code } from '../../../findings/codes/index.ts';
import { BACKSLASH } from '../../../text/octets.ts';
import { QUOTED } from '../../../text/token-kinds.ts';

export {
  CLASS_CH,
  CLASS_HS,
  CLASS_IN,
  classAt,
  className,
  isKnownType,
  typeAt,
  typeName,
} from '../kinds/type-mnemonics.ts';

/** Every type that has a name, by code. */
export const allTypes: readonly RecordType[] = [...typeTable].sort((a, b) => a.code - b.code);

/** Types of small numbers stand in an array: every record of a zone looks here. */
const byCode = new Map<number, RecordType>(),
  bySmallCode: (RecordType | undefined)[] = new Array<undefined>(512).fill(undefined);
for (const type of allTypes) {
  registerType(type.mnemonic, type.code);
  byCode.set(type.code, type);
  if (type.code < bySmallCode.length) bySmallCode[type.code] = type;
}

const TXT_CODE = 16;

/** The type with this mnemonic, in any case; `TYPE15` is MX, and `TYPE65534` a type without fields. */
export function typeByMnemonic(mnemonic: string): RecordType | undefined {
  const bytes = Uint8Array.from(mnemonic, (c) => c.charCodeAt(0) & 255),
    code = typeAt(bytes, 0, bytes.length);
  return code < 0 ? undefined : typeOf(code);
}

/** The registered type with this code. */
export function typeByCode(code: number): RecordType | undefined {
  return byCode.get(code);
}

/** As `typeByCode`, but a code without a registered type has a type too: `TYPEnnn`, to be written as RFC 3597 §5 says. */
export function typeOf(code: number): RecordType {
  return (code < bySmallCode.length ? bySmallCode[code] : byCode.get(code)) ?? unknownType(code);
}

const unknownTypes = new Map<number, RecordType>();

function unknownType(code: number): RecordType {
  let type = unknownTypes.get(code);
  if (type === undefined) {
    type = {
      mnemonic: `TYPE${code}`,
      code,
      status: (code >= 128 && code <= 255) || code === 0 ? 'meta' : 'current',
      source: 'RFC 3597 §5',
      summary: 'A type that this program does not know; its data is written as octets.',
      fields: [],
      genericOnly: true,
      example: `example.com. 3600 IN TYPE${code} \\# 4 C0000201`,
    };
    unknownTypes.set(code, type);
  }
  return type;
}

const enough: FieldSpans = new Int32Array(4 * Math.max(...allTypes.map((type) => type.fields.length)));

/**
 * Reads the rdata of a record of the type with this code: the type's own form, or `\# length hex`. The cursor stands on the first token of the rdata; afterwards it is done.
 * The octets follow those already in `out`. What is wrong goes into `out.problems`, and false is returned.
 * `spans` needs room for four numbers for each field of the type.
 */
export function parseRdata(code: number, cursor: TokenCursor, out: RdataWriter, spans: FieldSpans = enough): boolean {
  const type = typeOf(code);
  const from = (out.start = out.length);
  const good = parseForm(type, cursor, out, spans);
  const length = out.length - from;
  if (good && length > 65535)
    return out.problem('syn/record-too-large', 'tooLarge', cursor.start, cursor.end, { type: type.mnemonic, length });
  return good;
}

/** The types whose fields can all be read quickly, by code. */
const quickTypes: (RecordType | undefined)[] = bySmallCode.map((type) =>
  type !== undefined && isQuick(type) ? type : undefined,
);

function isQuick({ status, genericOnly, check, fields }: RecordType): boolean {
  return (
    status !== 'meta' &&
    genericOnly === undefined &&
    check === undefined &&
    fields.length > 0 &&
    fields.every(({ kind, optional }) => kind.quick !== undefined && optional === undefined)
  );
}

/**
 * As `parseRdata`, for data written as nearly all is, of tokens `from` to `to`: gives false for anything else, which `parseRdata` then reads. Reports nothing.
 * What it appended before it gave up stays in `out`, for who calls it to take back.
 */
export function readQuickly(
  code: number,
  bytes: Uint8Array,
  tokens: Int32Array,
  from: number,
  to: number,
  out: RdataWriter,
): boolean {
  const type = code < quickTypes.length ? quickTypes[code] : undefined;
  // RFC 3597's `\#` may begin there.
  if (type === undefined || from >= to || bytes[tokens[from]!] === BACKSLASH) return false;
  const { fields } = type;
  let p = from;
  for (let k = 0; k < fields.length; k++) {
    const field = fields[k]!,
      { kind } = field;
    do {
      if (p >= to) return false;
      const word = tokens[p + 1]!;
      if (!kind.quick!(bytes, tokens[p]!, word >> 3, (word & 7) === QUOTED, out, field)) return false;
      p += 2;
    } while (kind.rest === true && p < to);
  }
  return p === to && out.length <= 65535;
}

function parseForm(type: RecordType, cursor: TokenCursor, out: RdataWriter, spans: FieldSpans): boolean {
  if (type.status === 'meta') return refuseAll(type, cursor, out, 'syn/meta-type', 'meta');
  if (atGenericMark(cursor) && (type.code !== TXT_CODE || numberFollows(cursor)))
    return parseGeneric(type, cursor, out, spans);
  if (type.genericOnly) return refuseAll(type, cursor, out, 'syn/3597-required', cursor.done ? 'missing' : 'text');
  return parseFields(type, cursor, out, spans);
}

/** BIND reads `\#` of a TXT record as the text `#` unless a number follows. */
function numberFollows(cursor: TokenCursor): boolean {
  if (cursor.left < 2) return false;
  const start = cursor.tokens[cursor.index + 2]!,
    end = cursor.tokens[cursor.index + 3]! >> 3;
  const value = decimal(cursor.bytes, start, end);
  return value >= 0 && value <= 0xffffffff;
}

function refuseAll(type: RecordType, cursor: TokenCursor, out: RdataWriter, code: Code, message: string): false {
  const start = cursor.start,
    value = cursor.done ? '' : cursor.text();
  let end = cursor.end;
  for (; !cursor.done; cursor.next()) end = cursor.end;
  return out.problem(code, message, start, end, { type: type.mnemonic, value });
}

/**
 * The canonical presentation form of rdata in wire form, names uncompressed: what `named-compilezone -s full` prints.
 * Octets that are not valid for the type are printed as RFC 3597 §5 says.
 */
export function printRdata(code: number, octets: Uint8Array): string {
  const type = byCode.get(code);
  if (type === undefined || type.genericOnly || type.status === 'meta') return printGeneric(octets);
  const reader = new RdataReader(octets),
    words: string[] = [];
  for (const field of type.fields) {
    if (reader.left === 0 && field.optional) continue;
    const word = field.kind.print(reader, field);
    if (reader.short) return printGeneric(octets);
    if (word !== '' || field.kind.rest === undefined) words.push(word);
  }
  return reader.left > 0 ? printGeneric(octets) : words.join(' ');
}

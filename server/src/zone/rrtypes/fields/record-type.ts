import { octetText } from '../../../text/utf8.ts';
import type { TokenCursor } from './cursor.ts';
import type { RdataReader, RdataWriter } from './rdata.ts';

/** One way to complete a field while typing. */
export interface FieldCompletion {
  readonly text: string;
  readonly detail: string;
}

/**
 * How one field of rdata is written, kept and explained. A record type is a row of fields; odd syntax is a new kind, never a branch on a type's name.
 *
 * `parse` is on the hot path of a million records: no allocation for good input. It consumes its tokens from the cursor and appends the wire form. On bad input it calls
 * `out.problem(code, message, start, end, args)` with the catalogue's code and the exact token or part of it, and returns false; it must still terminate and should consume what it read.
 * It is never called with `cursor.done`, unless the kind has `rest` and not `needsOne`.
 */
export interface FieldKind {
  /** For example `uint16`. */
  readonly id: string;
  /** For messages and pages, with an article: `a number from 0 to 65535`. */
  readonly label: string;
  /** Takes all tokens that are left, perhaps none. */
  readonly rest?: true;
  /** Of a kind with `rest`: at least one token must be there. */
  readonly needsOne?: true;
  parse(cursor: TokenCursor, out: RdataWriter, field: Field): boolean;
  /**
   * The same for one token that is written as nearly all are, of a million records: appends what `parse` would, or gives false for anything out of the ordinary, which `parse` then reads.
   * Reports nothing. `quoted`: `start` and `end` include the quotation marks. A kind with `rest` is asked for each of its tokens.
   */
  quick?(bytes: Uint8Array, start: number, end: number, quoted: boolean, out: RdataWriter, field: Field): boolean;
  /** Canonical presentation form as named-compilezone prints it; takes the field's octets from the reader. */
  print(reader: RdataReader, field: Field): string;
  /**
   * Takes the field's octets in wire form from the reader and writes them as `parse` would; false for octets that are not valid.
   * Without it, they are valid when `print` finds enough of them, and are copied as they are.
   */
  wire?(reader: RdataReader, out: RdataWriter, field: Field): boolean;
  /** Whether the field, `at` octets into the rdata, holds names: their letters count without case (RFC 4343). */
  holdsNames?(rdata: Uint8Array, at: number): boolean;
  /** Plain words for a value: `ECDSA P-256 with SHA-256`. */
  describe?(reader: RdataReader, field: Field): string | undefined;
  complete?(field: Field): readonly FieldCompletion[];
}

export interface Field {
  /** As the RFC names it, lower case with hyphens: `preference`, `exchange`, `certificate-usage`. */
  readonly name: string;
  readonly kind: FieldKind;
  /** One plain sentence for hovers and pages. */
  readonly summary: string;
  /** A field that may be left out at the end of the rdata. */
  readonly optional?: true;
  /** This name is what the record points at: it is indexed, and rules look it up. One a type. */
  readonly target?: true;
  /** Mnemonics or meanings of numeric values. */
  readonly values?: Readonly<Record<number, { readonly mnemonic?: string; readonly meaning: string }>>;
  readonly min?: number;
  readonly max?: number;
}

export type TypeStatus = 'current' | 'experimental' | 'obsolete' | 'meta';

/** A record type of the IANA registry, or a provider's or server's own. */
export interface RecordType {
  readonly mnemonic: string;
  /** The number in the registry. */
  readonly code: number;
  readonly summary: string;
  /** For example `RFC 1035 §3.3.9`. */
  readonly source: string;
  readonly status: TypeStatus;
  /** Why it is obsolete and what to use, when it is. */
  readonly replacedBy?: string;
  readonly fields: readonly Field[];
  /** A whole record in presentation form that every server takes, relative to example.com. */
  readonly example: string;
  /** At most one record of this type at a name (RFC 1034 §3.6.2, RFC 1035 §5.2, RFC 6672 §2.4). */
  readonly singleton?: true;
  /** The owner is a host name (RFC 1123 §2.1), as BIND's check-names sees it. */
  readonly hostOwner?: true;
  /** Has no presentation form but `\# length hex` (RFC 3597 §5): also every type that the registry does not know. */
  readonly genericOnly?: true;
  /** Which field is missing, by its index, where the data has one token too few: the last, unless the tokens tell. */
  readonly missing?: (texts: readonly string[]) => number;
  /** Checks between fields, after all were read without a problem. Reports like a kind; `wire` are the record's octets in `out` from `from` on. */
  readonly check?: (out: RdataWriter, from: number, fieldSpans: FieldSpans) => boolean;
}

/** Where each field's tokens and octets are: four numbers a field, in order: token start, token end (bytes in the block), octet start, octet end. */
export type FieldSpans = Int32Array;

/**
 * Reads a record's rdata by its type's fields. `spans` takes four numbers a field (see `FieldSpans`), and must have room for them.
 * Returns false when something was reported.
 */
export function parseFields(type: RecordType, cursor: TokenCursor, out: RdataWriter, spans: FieldSpans): boolean {
  const { fields } = type,
    before = out.problems.length,
    aligned = cursor.left === fields.length,
    opening = cursor.index;
  let good = true;
  for (let k = 0; k < fields.length; k++) {
    const field = fields[k]!,
      { kind } = field,
      start = cursor.start,
      first = cursor.index,
      octets = out.length;
    spans[4 * k] = start;
    spans[4 * k + 2] = octets;
    if (cursor.done && (kind.rest === undefined || kind.needsOne)) {
      spans[4 * k + 1] = start;
      spans[4 * k + 3] = octets;
      if (field.optional) continue;
      if (good) {
        const lost = fields[type.missing?.(textsOf(cursor, opening)) ?? k] ?? field;
        good = out.problem('syn/missing-rdata', 'field', cursor.start, cursor.end, {
          type: type.mnemonic,
          field: lost.name,
          label: lost.kind.label,
        });
      }
      continue;
    }
    if (!kind.parse(cursor, out, field)) {
      // A token too many or too few makes every field behind it wrong: only the first is worth a word.
      if (!good && !aligned) out.problems.length = before + 1;
      good = false;
    }
    spans[4 * k + 1] = cursor.index === first ? start : lastTokenEnd(cursor);
    spans[4 * k + 3] = out.length;
  }
  if (!cursor.done) {
    const start = cursor.start,
      text = cursor.text();
    let end = cursor.end;
    while (!cursor.done) {
      end = cursor.end;
      cursor.next();
    }
    if (good) good = out.problem('syn/extra-rdata', 'extra', start, end, { type: type.mnemonic, text });
  }
  return good && type.check !== undefined ? type.check(out, spans[2]!, spans) : good;
}

/** The tokens from an index on to where the cursor is. */
function textsOf({ bytes, tokens, index }: TokenCursor, opening: number): readonly string[] {
  const texts: string[] = [];
  for (let p = opening; p < index; p += 2) texts.push(octetText(bytes, tokens[p]!, tokens[p + 1]! >> 3));
  return texts;
}

function lastTokenEnd(cursor: TokenCursor): number {
  return cursor.tokens[cursor.index - 1]! >> 3;
}

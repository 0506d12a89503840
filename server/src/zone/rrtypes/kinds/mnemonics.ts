import { nearest } from '../../../text/near-miss.ts';
import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { decimal } from './digits.ts';
import { readUnsigned } from './numbers.ts';
import { refuse, refuseQuoted } from './refusals.ts';

/** A number with its mnemonics; the first one is printed where mnemonics are printed. */
export interface NamedNumber {
  readonly value: number;
  readonly mnemonics: readonly string[];
  readonly meaning: string;
}

/**
 * A number for which BIND also takes a mnemonic, in any case. `printed`: the mnemonic is the canonical form.
 * An unknown one is reported with `syn/unknown-mnemonic`.
 */
export function mnemonic(
  id: string,
  label: string,
  octets: 1 | 2,
  table: readonly NamedNumber[],
  printed = false,
): FieldKind {
  const limit = 2 ** (8 * octets) - 1;
  const byName = new Map(table.flatMap(({ value, mnemonics }) => mnemonics.map((name) => [name, value] as const)));
  const byValue = new Map(table.map((row) => [row.value, row]));
  return {
    id,
    label,
    parse(cursor, out, field) {
      const value = cursor.quoted ? -1 : decimal(cursor.bytes, cursor.start, cursor.end);
      if (value >= 0 && value <= limit) {
        if (octets === 1) out.u8(value);
        else out.u16(value);
        cursor.next();
        return true;
      }
      return byMnemonic(cursor, out, field, octets, value, byName);
    },
    print(reader) {
      const value = readUnsigned(reader, octets);
      return printed ? (byValue.get(value)?.mnemonics[0] ?? String(value)) : String(value);
    },
    describe: (reader) => byValue.get(readUnsigned(reader, octets))?.meaning,
    complete: () =>
      table.map(({ value, mnemonics, meaning }) => ({
        text: printed ? (mnemonics[0] ?? String(value)) : String(value),
        detail: meaning,
      })),
  };
}

function byMnemonic(
  cursor: TokenCursor,
  out: RdataWriter,
  field: Field,
  octets: 1 | 2,
  number: number,
  byName: ReadonlyMap<string, number>,
): boolean {
  const value = cursor.quoted ? undefined : byName.get(cursor.text().toUpperCase());
  if (octets === 1) out.u8(value ?? 0);
  else out.u16(value ?? 0);
  if (value !== undefined) {
    cursor.next();
    return true;
  }
  if (cursor.quoted) return refuseQuoted(cursor, out, field);
  if (number >= 0)
    return refuse(cursor, out, field, 'syn/rdata-out-of-range', 'range', { min: 0, max: 2 ** (8 * octets) - 1 });
  const near = nearest(cursor.text(), [...byName.keys()]);
  return near === undefined
    ? refuse(cursor, out, field, 'syn/unknown-mnemonic', 'unknown', { label: field.kind.label })
    : refuse(cursor, out, field, 'syn/unknown-mnemonic', 'near', { label: field.kind.label, near });
}

import type { Zone } from '../zone/model/zone.ts';
import type { Field, RecordType } from '../zone/rrtypes/fields/record-type.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position } from '../text/positions.ts';
import { cursorAt } from './entry-at.ts';
import { fieldBehind } from './rdata-fields.ts';
import { typeOf } from '../zone/rrtypes/registry/registry.ts';

export interface Signature {
  readonly type: RecordType;
  /** The type with all its fields: `MX preference exchange`. */
  readonly label: string;
  readonly fields: readonly { readonly field: Field; /** Characters of the label. */ readonly from: number; readonly to: number }[];
  /** The field at the cursor; the number of fields where all are there. */
  readonly active: number;
}

/** The fields of the record at a position, and which of them one is about to write. */
export function signatureAt(zone: Zone, text: SourceText, position: Position): Signature | undefined {
  const cursor = cursorAt(zone, text, position), entry = cursor?.entry;
  if (cursor === undefined || entry === undefined || entry.type < 0 || cursor.inComment) return undefined;
  const typeToken = entry.tokens.find(({ part }) => part === 'type')!, type = typeOf(entry.type);
  if (cursor.offset <= typeToken.end || type.fields.length === 0) return undefined;
  let label = type.mnemonic;
  const fields = type.fields.map((field) => {
    const from = label.length + 1;
    label += ` ${field.optional === true ? `[${field.name}]` : field.name}`;
    return { field, from, to: label.length };
  });
  // A token whose end the cursor touches is the one being written.
  const active = fieldBehind(zone, entry, cursor.offset)?.index ?? fields.length;
  return { type, label, fields, active };
}

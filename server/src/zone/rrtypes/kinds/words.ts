import type { FieldKind } from '../fields/record-type.ts';
import { copyRest, writeString } from './text.ts';

/** Words that are kept without being understood, for types of other servers; in the canonical form they are octets (RFC 3597 §5). */
export const words: FieldKind = {
  id: 'words',
  label: 'what the server that knows this type expects',
  rest: true,
  parse(cursor, out, field) {
    let good = true;
    while (!cursor.done) if (!writeString(cursor, out, field)) good = false;
    return good;
  },
  print(reader) {
    reader.short = true;
    return '';
  },
  wire: copyRest,
};

import type { FieldKind } from '../fields/record-type.ts';
import { readBase64 } from './binary.ts';
import { base64Text } from './digits.ts';
import { copyRest } from './text.ts';
import { HYPHEN } from '../../../text/octets.ts';

/** The data of DOA (draft-durand-doa-over-dns §3.2): base64, or `-` for none. */
export const objectData: FieldKind = {
  id: 'base64-or-hyphen',
  label: 'base64 data, or "-" for none',
  rest: true,
  parse(cursor, out, field) {
    if (cursor.done)
      return (
        out.problems.length === 0 &&
        out.problem('syn/missing-rdata', 'field', cursor.start, cursor.end, {
          type: 'DOA',
          field: field.name,
          label: field.kind.label,
        })
      );
    if (!cursor.quoted && cursor.end - cursor.start === 1 && cursor.bytes[cursor.start] === HYPHEN) {
      cursor.next();
      return true;
    }
    return readBase64(cursor, out, field, 'syn/bad-base64', true);
  },
  print(reader) {
    const octets = reader.rest();
    return octets.length === 0 ? '-' : base64Text(octets);
  },
  wire: copyRest,
};

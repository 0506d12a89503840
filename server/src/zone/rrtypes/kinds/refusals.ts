import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataWriter } from '../fields/rdata.ts';
import type { Field } from '../fields/record-type.ts';
import type { Code } from '../../../findings/codes/index.ts';
import type { Values } from '../../../findings/code.ts';

/** Reports the token under the cursor, with its text as `value`, and moves on. */
export function refuse(
  cursor: TokenCursor,
  out: RdataWriter,
  field: Field,
  code: Code,
  message: string,
  args?: Values,
): false {
  out.problem(code, message, cursor.start, cursor.end, { field: field.name, value: cursor.text(), ...args });
  cursor.next();
  return false;
}

/** Names, numbers and addresses may not stand in quotation marks: BIND takes a quoted string only where text is expected. */
export function refuseQuoted(cursor: TokenCursor, out: RdataWriter, field: Field): false {
  return refuse(cursor, out, field, 'syn/quoted-value', 'quoted', { label: field.kind.label });
}

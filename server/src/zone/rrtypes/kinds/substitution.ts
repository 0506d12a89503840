import type { FieldKind } from '../fields/record-type.ts';
import { groupsOf } from './regular-expression.ts';
import { printString, writeString } from './text.ts';

/** What is wrong with a substitution: a key of the messages of `naptr/regexp-syntax`. */
type Fault = 'delimiter' | 'unfinished' | 'tooMany' | 'flag' | 'escape' | 'backReference' | 'expression';

/**
 * A NAPTR substitution (RFC 3402 §3.2): delimiter, extended regular expression, delimiter, replacement, delimiter, perhaps the flag `i`. Nothing is a substitution too.
 * One character per octet.
 */
function substitutionFault(text: string): Fault | undefined {
  if (text === '') return undefined;
  const delimiter = text[0]!,
    parts = ['', '', ''];
  if (/[0-9\\i\0]/.test(delimiter)) return 'delimiter';
  let part = 0,
    highest = 0;
  for (let i = 1; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\0') return 'escape';
    if (c === delimiter) {
      if (++part > 2) return 'tooMany';
      continue;
    }
    if (part === 2) {
      if (c !== 'i') return 'flag';
      continue;
    }
    parts[part] += c;
    if (c !== '\\') continue;
    const escaped = text[++i] ?? '\0';
    if (escaped === '\0') return 'escape';
    parts[part] += escaped;
    if (part === 1 && escaped === '0') return 'backReference';
    if (part === 1 && escaped >= '1' && escaped <= '9') highest = Math.max(highest, Number(escaped));
  }
  if (part < 2) return 'unfinished';
  const groups = groupsOf(parts[0]!);
  return groups < 0 ? 'expression' : highest > groups ? 'backReference' : undefined;
}

function textOf(octets: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(octets[i]!);
  return text;
}

/** The regular expression of NAPTR, as one string. */
export const substitution: FieldKind = {
  id: 'substitution',
  label: 'a substitution such as "!^.*$!sip:info@example.com!", or ""',
  parse(cursor, out, field) {
    const at = out.length,
      { start, end } = cursor;
    if (!writeString(cursor, out, field)) return false;
    const text = textOf(out.octets, at + 1, out.length),
      fault = substitutionFault(text);
    return (
      fault === undefined ||
      out.problem('naptr/regexp-syntax', fault, start, end, { value: text, delimiter: text[0] ?? '' })
    );
  },
  print: printString,
  wire(reader, out) {
    const from = reader.at;
    reader.take(reader.u8());
    if (reader.short || substitutionFault(textOf(reader.octets, from + 1, reader.at)) !== undefined) return false;
    out.copy(reader.octets, from, reader.at);
    return true;
  },
};

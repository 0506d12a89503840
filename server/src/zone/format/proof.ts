import { ttlAt } from '../records/ttl.ts';
import { classAt, typeAt } from '../rrtypes/registry/registry.ts';
import { BLANK_OWNER, ENTRY_END } from '../../text/token-kinds.ts';
import type { Lexer } from '../syntax/lexer.ts';

/** What a lexer may report and a file still be laid out: anything else makes it doubtful where entries end. */
const harmless = new Set<string>(['syn/nested-paren', 'syn/paren-first', 'syn/quote-adjacent']);

/** What makes it doubtful where an entry of a text ends, the first thing; undefined where all is clear. */
export const doubtIn = ({ findings }: Lexer): string | undefined =>
  findings.find(({ code }) => !harmless.has(code))?.code;

/**
 * Whether two texts that have been read have the same tokens in the same entries, which is all that a record is made of. A token that begins at one of `respelled` may be the same type, class or TTL in
 * other letters.
 */
export function haveSameTokens(
  before: { readonly bytes: Uint8Array; readonly lexer: Lexer },
  after: { readonly bytes: Uint8Array; readonly lexer: Lexer },
  respelled: ReadonlySet<number>,
): boolean {
  const { tokens, count } = before.lexer,
    fresh = after.lexer.tokens;
  if (after.lexer.count !== count || doubtIn(after.lexer) !== undefined) return false;
  for (let k = 0; k < count; k += 2) {
    const kind = tokens[k + 1]! & 7;
    if (kind !== (fresh[k + 1]! & 7)) return false;
    if (kind === ENTRY_END || kind === BLANK_OWNER) continue;
    const start = tokens[k]!,
      end = tokens[k + 1]! >> 3,
      from = fresh[k]!,
      to = fresh[k + 1]! >> 3;
    if (isSame(before.bytes, start, end, after.bytes, from, to)) continue;
    if (!respelled.has(start) || !isSameValue(before.bytes, start, end, after.bytes, from, to)) return false;
  }
  return true;
}

function isSame(a: Uint8Array, start: number, end: number, b: Uint8Array, from: number, to: number): boolean {
  if (end - start !== to - from) return false;
  for (let i = start, j = from; i < end; i++, j++) if (a[i] !== b[j]) return false;
  return true;
}

function isSameValue(a: Uint8Array, start: number, end: number, b: Uint8Array, from: number, to: number): boolean {
  return [ttlAt, classAt, typeAt].some((read) => {
    const value = read(a, start, end);
    return value >= 0 && read(b, from, to) === value;
  });
}

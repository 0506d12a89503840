import { classAt, typeAt, typeName, typeOf } from '../rrtypes/registry/registry.ts';
import type { RdataProblem } from '../rrtypes/fields/rdata.ts';
import { QUOTED } from '../../text/token-kinds.ts';
import { octetText } from '../../text/utf8.ts';
import { ttlAt } from './ttl.ts';
import { typeByData } from './type-by-data.ts';

/** Types of which a name often has several records, so that somebody may list them: A, NS, MX, AAAA. */
const listed: ReadonlySet<number> = new Set([1, 2, 15, 28]);

/**
 * Of data with more tokens than the type has fields: whether they are the data of several records, or another record stands behind them on the line.
 * The data are the tokens `from` (inclusive) to `to` (exclusive).
 */
export function moreThanOne(
  type: number,
  bytes: Uint8Array,
  tokens: Int32Array,
  from: number,
  to: number,
): RdataProblem | undefined {
  const width = 2 * typeOf(type).fields.length,
    mnemonic = typeName(type);
  if (width === 0 || from + width >= to || !fits(mnemonic, bytes, tokens, from, from + width)) return undefined;
  const next = from + width,
    start = tokens[next]!,
    end = tokens[to - 1]! >> 3,
    args = { type: mnemonic, text: octetText(bytes, start, end) };
  if (listed.has(type) && (to - from) % width === 0 && eachFits(mnemonic, bytes, tokens, next, to, width))
    return { code: 'syn/extra-rdata', message: 'several', start, end, args: { ...args, each: width / 2 } };
  const second =
    typeBehindHeader(bytes, tokens, next, to) ??
    ((tokens[next + 1]! & 7) === QUOTED ? undefined : typeBehindHeader(bytes, tokens, next + 2, to));
  return second === undefined
    ? undefined
    : {
        code: 'syn/extra-rdata',
        message: 'record',
        start,
        end,
        args: { ...args, second, owned: typeBehindHeader(bytes, tokens, next, to) === undefined ? 1 : 0 },
      };
}

const fits = (mnemonic: string, bytes: Uint8Array, tokens: Int32Array, from: number, to: number): boolean =>
  typeByData([mnemonic], bytes, tokens, from, to) !== undefined;

/** Without a dot or a digit it is rather a word of a comment than the name of a server. */
const isPlainWord = (text: string): boolean => !/[.:\d]/.test(text);

function eachFits(
  mnemonic: string,
  bytes: Uint8Array,
  tokens: Int32Array,
  from: number,
  to: number,
  width: number,
): boolean {
  for (let p = from; p < to; p += width)
    if (
      (tokens[p + 1]! & 7) === QUOTED ||
      isPlainWord(octetText(bytes, tokens[p]!, tokens[p + 1]! >> 3)) ||
      !fits(mnemonic, bytes, tokens, p, p + width)
    )
      return false;
  return true;
}

/** The type of a record without owner whose TTL, class, type and data are the tokens, all of them. */
function typeBehindHeader(bytes: Uint8Array, tokens: Int32Array, from: number, to: number): string | undefined {
  for (let p = from; p < to; p += 2) {
    const start = tokens[p]!,
      end = tokens[p + 1]! >> 3;
    if ((tokens[p + 1]! & 7) === QUOTED) return undefined;
    if (ttlAt(bytes, start, end) >= 0 || classAt(bytes, start, end) >= 0) continue;
    const type = typeAt(bytes, start, end),
      mnemonic = typeName(type);
    return type >= 0 && fits(mnemonic, bytes, tokens, p + 2, to) ? mnemonic : undefined;
  }
  return undefined;
}

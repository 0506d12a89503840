import { classAt, typeAt, typeName, typeOf } from '../rrtypes/registry/registry.ts';
import type { RdataProblem } from '../rrtypes/fields/rdata.ts';
import { QUOTED } from '../../text/token-kinds.ts';
import { octetText } from '../../text/utf8.ts';
import { ttlAt } from './ttl.ts';
import { typeByData } from './type-by-data.ts';
import { MX } from '../rrtypes/codes.ts';

/**
 * Of data that could not be read: whether they can without their first token, and that is a class or a TTL, which belong before the type (RFC 1035 §5.1), or the type once more.
 * The data are the tokens `from` (inclusive) to `to` (exclusive).
 */
export function behindType(
  type: number,
  bytes: Uint8Array,
  tokens: Int32Array,
  from: number,
  to: number,
): RdataProblem | undefined {
  if (to - from < 4 || (tokens[from + 1]! & 7) === QUOTED) return undefined;
  const start = tokens[from]!,
    end = tokens[from + 1]! >> 3,
    message =
      typeAt(bytes, start, end) === type
        ? 'twice'
        : classAt(bytes, start, end) >= 0
          ? 'class'
          : ttlAt(bytes, start, end) >= shortestTtl(type)
            ? 'ttl'
            : undefined,
    mnemonic = typeName(type);
  if (message === undefined || typeByData([mnemonic], bytes, tokens, from + 2, to) === undefined) return undefined;
  return { code: 'syn/behind-type', message, start, end, args: { text: octetText(bytes, start, end), type: mnemonic } };
}

/** In seconds. Where the data begin with a number, one too many is hardly a TTL; the preference of MX is a small one. */
function shortestTtl(type: number): number {
  const first = typeOf(type).fields[0]?.kind.id ?? '';
  return first.endsWith('name') || first.startsWith('ipv') ? 0 : type === MX ? 300 : Infinity;
}

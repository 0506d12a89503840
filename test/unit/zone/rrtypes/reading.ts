import { NameTree } from '../../../../server/src/names/name-tree.ts';
import { TokenCursor } from '../../../../server/src/zone/rrtypes/fields/cursor.ts';
import { RdataWriter } from '../../../../server/src/zone/rrtypes/fields/rdata.ts';
import type { RdataProblem } from '../../../../server/src/zone/rrtypes/fields/rdata.ts';
import type { FieldSpans } from '../../../../server/src/zone/rrtypes/fields/record-type.ts';
import { parseRdata, printRdata, typeByMnemonic } from '../../../../server/src/zone/rrtypes/registry/registry.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { ENTRY_END } from '../../../../server/src/text/token-kinds.ts';

export interface ReadRdata {
  readonly good: boolean;
  readonly octets: Uint8Array;
  readonly problems: readonly RdataProblem[];
  /** The text that each problem's span covers. */
  readonly at: readonly string[];
  readonly printed: string;
  /** How many bytes the record has. */
  readonly end: number;
}

const lexer = new Lexer(),
  cursor = new TokenCursor();

/** Reads rdata in presentation form as that of `mnemonic`, names relative to `origin`. */
export function readRdata(mnemonic: string, text: string, origin = 'example.com.', indexing = false): ReadRdata {
  const { code, good, out, octets, bytes } = parsed(mnemonic, text, origin, indexing);
  const at = out.problems.map(({ start, end }) => String.fromCharCode(...bytes.subarray(start, end)));
  return {
    good,
    octets,
    problems: [...out.problems],
    at,
    printed: good && !indexing ? printRdata(code, octets) : '',
    end: bytes.length,
  };
}

/** The octets of good rdata, and where its fields are. */
export function readFields(
  mnemonic: string,
  text: string,
): { readonly octets: Uint8Array; readonly spans: FieldSpans } {
  const { good, octets, spans } = parsed(mnemonic, text, 'example.com.', false);
  if (!good) throw new Error(`${mnemonic} ${text} is refused`);
  return { octets, spans };
}

function parsed(mnemonic: string, text: string, origin: string, indexing: boolean) {
  const type = typeByMnemonic(mnemonic);
  if (type === undefined) throw new Error(`no type ${mnemonic}`);
  const bytes = Uint8Array.from(`x ${text}\n`, (c) => c.charCodeAt(0));
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  let last = 0;
  while ((lexer.tokens[last + 1]! & 7) !== ENTRY_END) last += 2;
  cursor.reset(bytes, lexer.tokens, 2, last);
  const names = new NameTree(),
    out = new RdataWriter(names, indexing),
    spans = new Int32Array(64);
  out.reset(names.intern(origin));
  const good = parseRdata(type.code, cursor, out, spans);
  if (!cursor.done) throw new Error(`${mnemonic} ${text}: tokens are left`);
  return { code: type.code, good, out, octets: out.octets.slice(0, out.length), bytes, spans };
}

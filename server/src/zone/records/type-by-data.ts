import { NameTree, ROOT } from '../../names/name-tree.ts';
import { TokenCursor } from '../rrtypes/fields/cursor.ts';
import { RdataWriter } from '../rrtypes/fields/rdata.ts';
import { parseRdata, typeByMnemonic } from '../rrtypes/registry/registry.ts';

const cursor = new TokenCursor();

/** Of some types the only one that data can be of: the tokens `from` (inclusive) to `to` (exclusive). Undefined when none reads them, or several do. */
export function typeByData(
  mnemonics: readonly string[],
  bytes: Uint8Array,
  tokens: Int32Array,
  from: number,
  to: number,
): string | undefined {
  if (from >= to) return undefined;
  const fitting = mnemonics.filter((mnemonic) => reads(mnemonic, bytes, tokens, from, to));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The names in data of a type that is only tried are none of the zone's: they go into a tree of their own. */
function reads(mnemonic: string, bytes: Uint8Array, tokens: Int32Array, from: number, to: number): boolean {
  const type = typeByMnemonic(mnemonic),
    writer = new RdataWriter(new NameTree(16), false);
  if (type === undefined) return false;
  writer.reset(ROOT);
  cursor.reset(bytes, tokens, from, to);
  return parseRdata(type.code, cursor, writer) && writer.problems.length === 0;
}

import { nearestType } from '../rrtypes/registry.ts';
import type { EntryReader } from './entry-reader.ts';

/**
 * Says why a line's header (owner, TTL, class, type) couldn't be read, at the token that is wrong. `from` is the first token behind the owner, `stuck` the one that is no TTL, class or type; `stuck === to` when the line ends first.
 */
export function explainHeader(reader: EntryReader, from: number, stuck: number, to: number, hasOwner: boolean): void {
  const { tokens } = reader;
  if (stuck >= to) {
    const last = Math.max(0, to - 2);
    reader.report('syn/missing-rdata', 'type', tokens[last]!, tokens[last + 1]! >> 3);
    return;
  }
  const start = tokens[stuck]!, end = tokens[stuck + 1]! >> 3, text = reader.tokenText(stuck);
  const near = nearestType(text);
  reader.report('syn/unknown-type', near === undefined ? 'unknown' : 'near', start, end, { text, near: near ?? '', owner: hasOwner ? 1 : 0, first: from === stuck ? 1 : 0 });
}

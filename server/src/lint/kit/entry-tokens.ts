import type { RecordId } from '../../zone/records/record-table.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { typeEnd } from './rdata-numbers.ts';
import { CLOSE, CR, LF, OPEN, QUOTE, SEMICOLON, SPACE, TAB } from '../../text/octets.ts';

/** The token that `nextToken` found; valid until its next call. `end` equals `start` when there is none. */
export const token: { bytes: Uint8Array; start: number; end: number; depth: number } = {
  bytes: new Uint8Array(0),
  start: 0,
  end: 0,
  depth: 0,
};

/**
 * For rules that are asked about every record of a type that signed zones have by the thousand: its rdata token by token, straight from the text and without making anything.
 * Goes to the front of the rdata. `type` is the mnemonic in lower case ASCII. False when only a view can tell.
 */
export function rdataTokens(zone: Zone, record: RecordId, type: Uint8Array): boolean {
  const { bytes } = zone.blockOf(record).chunk,
    at = typeEnd(bytes, zone.records.offset[record]!, type);
  token.bytes = bytes;
  token.start = token.end = at;
  token.depth = 0;
  return at >= 0;
}

/** Goes to the next token of the entry, over parentheses, line ends in them and comments. False at its end, and at what is quoted. */
export function nextToken(): boolean {
  const { bytes } = token;
  let at = token.end;
  for (; at < bytes.length; at++) {
    const c = bytes[at]!;
    if (c === OPEN) token.depth++;
    else if (c === CLOSE) token.depth--;
    else if (c === SEMICOLON) {
      while (at + 1 < bytes.length && bytes[at + 1] !== LF) at++;
    } else if (c === LF && token.depth <= 0) break;
    else if (c !== SPACE && c !== TAB && c !== LF && c !== CR) {
      token.start = at;
      if (c !== QUOTE)
        while (
          at < bytes.length &&
          bytes[at]! > SPACE &&
          bytes[at] !== OPEN &&
          bytes[at] !== CLOSE &&
          bytes[at] !== SEMICOLON
        )
          at++;
      token.end = at;
      return token.end > token.start;
    }
  }
  token.start = token.end = at;
  return false;
}

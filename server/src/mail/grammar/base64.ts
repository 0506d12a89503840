/** Base64 of RFC 4648 §4 as it stands in DKIM keys, where white space is allowed anywhere (RFC 6376 §2.10, §3.6.1). */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export interface DecodedBase64 {
  /** What could be decoded: up to the first bad character. */
  readonly octets: Uint8Array;
  /** Offset in the text of the first character that is neither base64, white space nor final padding; -1 where all is well. */
  readonly badAt: number;
  /** Characters that are missing at the end for a whole group of four. */
  readonly missing: number;
  readonly hasSpace: boolean;
}

const SPACE = 64,
  PADDING = 65,
  OTHER = 66;
/** What each octet is: a sextet, white space, padding, or something else. */
const kinds = new Uint8Array(256).fill(OTHER);
for (let sextet = 0; sextet < 64; sextet++) kinds[alphabet.charCodeAt(sextet)] = sextet;
for (const space of [9, 10, 11, 12, 13, 32, 160]) kinds[space] = SPACE;
kinds[61] = PADDING;

/** `text` has one character per octet. */
export function decodeBase64(text: string): DecodedBase64 {
  const octets = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let used = 0;
  let bits = 0;
  let count = 0;
  let padding = 0;
  let badAt = -1;
  let hasSpace = false;
  for (let at = 0; at < text.length && badAt < 0; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 256 ? (kinds[code] ?? OTHER) : OTHER;
    if (kind === SPACE) hasSpace = true;
    else if (kind === PADDING) padding++;
    else if (kind === OTHER || padding > 0) badAt = at;
    else {
      bits = ((bits << 6) | kind) & 0xffffff;
      count++;
      if (count % 4 !== 1) octets[used++] = (bits >> (6 - 2 * ((count + 3) % 4))) & 0xff;
    }
  }
  const open = (count + padding) % 4;
  return { octets: octets.slice(0, used), badAt, missing: open === 0 ? 0 : 4 - open, hasSpace };
}

export function encodeBase64(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at < octets.length; at += 3) {
    const left = octets.length - at;
    const group = ((octets[at] ?? 0) << 16) | ((octets[at + 1] ?? 0) << 8) | (octets[at + 2] ?? 0);
    for (let sextet = 0; sextet < 4; sextet++) {
      text += sextet <= left ? (alphabet[(group >> (18 - 6 * sextet)) & 63] ?? '') : '=';
    }
  }
  return text;
}

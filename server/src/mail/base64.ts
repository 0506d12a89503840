/** Base64 of RFC 4648 §4 as it stands in DKIM keys, where white space is allowed anywhere (RFC 6376 §3.5). */

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

export function decodeBase64(text: string): DecodedBase64 {
  const octets: number[] = [];
  let bits = 0;
  let count = 0;
  let padding = 0;
  let badAt = -1;
  let hasSpace = false;
  for (let at = 0; at < text.length && badAt < 0; at++) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) hasSpace = true;
    else if (character === '=') padding++;
    else {
      const sextet = alphabet.indexOf(character);
      if (sextet < 0 || padding > 0) badAt = at;
      else {
        bits = ((bits << 6) | sextet) & 0xffffff;
        count++;
        if (count % 4 !== 1) octets.push((bits >> (6 - 2 * ((count + 3) % 4))) & 0xff);
      }
    }
  }
  const open = (count + padding) % 4;
  return { octets: Uint8Array.from(octets), badAt, missing: open === 0 ? 0 : 4 - open, hasSpace };
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

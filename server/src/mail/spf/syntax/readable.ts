/** Octets of a record as people read them. */

import { decode } from '../../../text/utf8.ts';

const longest = 80;

/** UTF-8 where it is such; other octets as U+FFFD. Long text is cut in the middle. */
export function readable(octets: string): string {
  const text = decode(
    Uint8Array.from(octets, (octet) => octet.charCodeAt(0) & 0xff),
    0,
    octets.length,
  );
  return text.length <= longest ? text : `${text.slice(0, longest - 20)}…${text.slice(-19)}`;
}

/** Control characters by their customary names: HTAB, CR. */
export function controlName(octet: string): string {
  const code = octet.charCodeAt(0);
  const name = new Map([
    [0, 'NUL'],
    [9, 'HTAB'],
    [10, 'LF'],
    [13, 'CR'],
    [27, 'ESC'],
    [127, 'DEL'],
  ]).get(code);
  return name ?? `0x${code.toString(16).padStart(2, '0')}`;
}

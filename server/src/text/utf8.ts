/** UTF-8 without a platform's encoder: the core runs where none is. Bytes that are no UTF-8 are one U+FFFD each, as VS Code shows them. */

/** How many bytes a string takes. A lone surrogate takes three, as U+FFFD. */
export function encodedLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) length++;
    else if (c < 0x800) length += 2;
    else if (isPair(text, i)) {
      length += 4;
      i++;
    } else length += 3;
  }
  return length;
}

/** Writes a string's bytes at `at`; returns the offset after them. */
export function encodeInto(text: string, bytes: Uint8Array, at: number): number {
  let n = at;
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i);
    if (c < 0x80) {
      bytes[n++] = c;
      continue;
    }
    if (c < 0x800) {
      bytes[n++] = 0xc0 | (c >> 6);
      bytes[n++] = 0x80 | (c & 63);
      continue;
    }
    if (isPair(text, i)) {
      c = 0x10000 + ((c - 0xd800) << 10) + text.charCodeAt(++i) - 0xdc00;
      bytes[n++] = 0xf0 | (c >> 18);
      bytes[n++] = 0x80 | ((c >> 12) & 63);
      bytes[n++] = 0x80 | ((c >> 6) & 63);
      bytes[n++] = 0x80 | (c & 63);
      continue;
    }
    if (c >= 0xd800 && c < 0xe000) c = 0xfffd;
    bytes[n++] = 0xe0 | (c >> 12);
    bytes[n++] = 0x80 | ((c >> 6) & 63);
    bytes[n++] = 0x80 | (c & 63);
  }
  return n;
}

export function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(encodedLength(text));
  encodeInto(text, bytes, 0);
  return bytes;
}

/** Decodes bytes `start` to `end`. */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  let ascii = start;
  while (ascii < end && bytes[ascii]! < 0x80) ascii++;
  if (ascii >= end) return octetText(bytes, start, end);
  let out = '',
    units: number[] = [];
  for (let i = start; i < end; ) {
    const c = bytes[i]!;
    const width = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
    let point = width === 1 ? c : 0xfffd,
      used = 1;
    if (width > 1 && i + width <= end) {
      let value = c & (0xff >> (width + 1)),
        good = true;
      for (let k = 1; k < width; k++) {
        const d = bytes[i + k]!;
        if ((d & 0xc0) !== 0x80) {
          good = false;
          break;
        }
        value = (value << 6) | (d & 63);
      }
      if (
        good &&
        value >= (width === 2 ? 0x80 : width === 3 ? 0x800 : 0x10000) &&
        value < 0x110000 &&
        (value < 0xd800 || value > 0xdfff)
      ) {
        point = value;
        used = width;
      }
    }
    i += used;
    if (point < 0x10000) units.push(point);
    else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 1023));
    if (units.length > 4000) {
      out += String.fromCharCode(...units);
      units = [];
    }
  }
  return out + String.fromCharCode(...units);
}

/** The octets `start` to `end` with one character each: for text whose meaning is octets, as in labels and character-strings. */
export function octetText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= PIECE) return latin1(bytes, start, end);
  const pieces: string[] = [];
  for (let at = start; at < end; at += PIECE) pieces.push(latin1(bytes, at, Math.min(end, at + PIECE)));
  return pieces.join('');
}

/** How many arguments a call surely takes. */
const PIECE = 4096;

/** `apply` takes the octets as they are, where spreading them would go through an iterator. */
const latin1 = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode.apply(undefined, bytes.subarray(start, end) as unknown as number[]);

const isPair = (text: string, i: number): boolean => {
  const c = text.charCodeAt(i),
    d = text.charCodeAt(i + 1);
  return c >= 0xd800 && c < 0xdc00 && d >= 0xdc00 && d < 0xe000;
};

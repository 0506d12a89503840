/** A character that looks like a plain one, or like nothing: word processors, web pages and input methods put it in. */
export interface LookAlike {
  /** What was meant; empty for a character that nobody sees. */
  readonly plain: string;
  readonly name: string;
  /** Bytes. */
  readonly width: number;
}

const plainOf = new Map<number, readonly [string, string]>();

function add(plain: string, name: string, ...points: readonly number[]): void {
  for (const point of points) plainOf.set(point, [plain, name]);
}

add('"', 'a typographic quotation mark', 0xab, 0xbb, 0x201c, 0x201d, 0x201e, 0x201f, 0x2033);
add("'", 'a typographic apostrophe', 0xb4, 0x2018, 0x2019, 0x201a, 0x201b, 0x2032);
add('-', 'a typographic dash', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212);
add(' ', 'a no-break space', 0xa0, 0x202f);
add(
  ' ',
  'a typographic space',
  0x2000,
  0x2001,
  0x2002,
  0x2003,
  0x2004,
  0x2005,
  0x2006,
  0x2007,
  0x2008,
  0x2009,
  0x200a,
  0x205f,
  0x3000,
);
add(' ', 'a Unicode line separator', 0x2028, 0x2029);
add('', 'an invisible zero-width character', 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff);
add('', 'an invisible soft hyphen', 0xad);
add(
  '',
  'an invisible mark for text direction',
  0x200e,
  0x200f,
  0x202a,
  0x202b,
  0x202c,
  0x202d,
  0x202e,
  0x2066,
  0x2067,
  0x2068,
  0x2069,
);
add('.', 'an ideographic full stop', 0x3002, 0xff61);
for (let point = 0xff01; point <= 0xff5e; point++)
  add(String.fromCharCode(point - 0xfee0), 'a full-width character', point);

/** The look-alike that begins at byte `i`, in UTF-8. */
export function lookAlikeAt(bytes: Uint8Array, i: number): LookAlike | undefined {
  const c = bytes[i]!,
    d = bytes[i + 1] ?? 0;
  if (c < 0xc2 || c > 0xef || (d & 0xc0) !== 0x80) return undefined;
  const width = c < 0xe0 ? 2 : 3,
    e = bytes[i + 2] ?? 0;
  if (width === 3 && (e & 0xc0) !== 0x80) return undefined;
  const found = plainOf.get(width === 2 ? ((c & 31) << 6) | (d & 63) : ((c & 15) << 12) | ((d & 63) << 6) | (e & 63));
  return found === undefined ? undefined : { plain: found[0], name: found[1], width };
}

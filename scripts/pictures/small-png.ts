// Makes a screenshot's PNG small: at most 256 colours, of which a workbench needs hardly more.
import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue; row by row. */
  readonly rgb: Uint8Array;
}

function* chunksOf(png: Buffer): Iterable<{ readonly type: string; readonly data: Buffer }> {
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner,
    a = Math.abs(estimate - left),
    b = Math.abs(estimate - up),
    c = Math.abs(estimate - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Undoes the filters of rows (PNG, section 9). */
function decode(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)],
    header = chunks[0]!.data,
    width = header.readUInt32BE(0),
    height = header.readUInt32BE(4),
    [depth, kind, , , interlaced] = header.subarray(8);
  if (depth !== 8 || (kind !== 2 && kind !== 3 && kind !== 6) || interlaced !== 0)
    throw new Error('a screenshot is no plain PNG with 8 bits a channel');
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data,
    size = kind === 2 ? 3 : kind === 3 ? 1 : 4,
    stride = width * size,
    raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const rows = new Uint8Array(stride * height),
    rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x,
        left = x < size ? 0 : rows[at - size]!,
        up = y === 0 ? 0 : rows[at - stride]!,
        corner = x < size || y === 0 ? 0 : rows[at - stride - size]!;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      rows[at] = raw[y * (stride + 1) + 1 + x]! + predicted;
    }
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++)
        rgb[(y * width + x) * 3 + c] =
          kind === 3 ? palette![rows[y * stride + x]! * 3 + c]! : rows[y * stride + x * size + c]!;
  }
  return { width, height, rgb };
}

/** The most frequent colours, of the rarer ones none that an eye hardly tells from one that is taken. */
function paletteOf({ rgb }: Pixels): readonly number[] {
  const counts = new Map<number, number>();
  for (let k = 0; k < rgb.length; k += 3) {
    const colour = (rgb[k]! << 16) | (rgb[k + 1]! << 8) | rgb[k + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
  if (byCount.length <= 256) return byCount;
  for (let apart = 50; ; apart *= 2) {
    // Backgrounds and lines keep their colour, however near they are to one another.
    const palette = byCount.slice(0, 64);
    for (const colour of byCount.slice(64)) {
      if (palette.length > 256) break;
      if (palette.every((one) => distance(one, colour) > apart)) palette.push(colour);
    }
    if (palette.length <= 256) return palette;
  }
}

function distance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16),
    green = ((a >> 8) & 255) - ((b >> 8) & 255),
    blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) === 0 ? c >>> 1 : 0xedb88320 ^ (c >>> 1);
  return c;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]),
    out = Buffer.alloc(body.length + 8);
  let crc = 0xffffffff;
  for (const octet of body) crc = crcTable[(crc ^ octet) & 255]! ^ (crc >>> 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
}

/** The rows of a picture in a palette's colours, each after its filter, which is none. */
function rowsOf({ width, height, rgb }: Pixels, palette: readonly number[]): Buffer {
  const nearest = new Map<number, number>(palette.map((colour, k) => [colour, k])),
    rows = Buffer.alloc((width + 1) * height);
  for (let k = 0; k < width * height; k++) {
    const colour = (rgb[k * 3]! << 16) | (rgb[k * 3 + 1]! << 8) | rgb[k * 3 + 2]!;
    let index = nearest.get(colour);
    if (index === undefined) {
      index = 0;
      for (let one = 1; one < palette.length; one++)
        if (distance(palette[one]!, colour) < distance(palette[index]!, colour)) index = one;
      nearest.set(colour, index);
    }
    rows[Math.floor(k / width) * (width + 1) + 1 + (k % width)] = index;
  }
  return deflateSync(rows, { level: 9 });
}

function headOf({ width, height }: Pixels, palette: readonly number[]): readonly Buffer[] {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Uint8Array.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return [chunk('IHDR', header), chunk('PLTE', colours)];
}

const end = (): Buffer => chunk('IEND', new Uint8Array(0));

export function smallPng(png: Buffer): Buffer {
  const pixels = decode(png),
    palette = paletteOf(pixels),
    [header, colours] = headOf(pixels, palette);
  return Buffer.concat([signature, header!, colours!, chunk('IDAT', rowsOf(pixels, palette)), end()]);
}

/** A frame's place, size and time (PNG, third edition, 11.3.6). */
function frameControl(sequence: number, { width, height }: Pixels, milliseconds: number): Buffer {
  const data = Buffer.alloc(26);
  data.writeUInt32BE(sequence, 0);
  data.writeUInt32BE(width, 4);
  data.writeUInt32BE(height, 8);
  data.writeUInt16BE(milliseconds, 20);
  data.writeUInt16BE(1000, 22);
  return chunk('fcTL', data);
}

/** An animated PNG that repeats, of pictures of one size, each shown for a time. What shows no animation shows the first. */
export function animatedPng(frames: readonly { readonly png: Buffer; readonly milliseconds: number }[]): Buffer {
  const pictures = frames.map(({ png }) => decode(png)),
    [first] = pictures;
  if (first === undefined) throw new Error('an animation of no pictures');
  if (pictures.some(({ width, height }) => width !== first.width || height !== first.height))
    throw new Error('the pictures of an animation are of several sizes');
  const palette = paletteOf({ ...first, rgb: Buffer.concat(pictures.map(({ rgb }) => rgb)) }),
    [header, colours] = headOf(first, palette),
    control = Buffer.alloc(8);
  control.writeUInt32BE(frames.length, 0);
  let sequence = 0;
  const parts = pictures.flatMap((picture, k) => {
    const shown = frameControl(sequence++, picture, frames[k]!.milliseconds),
      rows = rowsOf(picture, palette);
    if (k === 0) return [shown, chunk('IDAT', rows)];
    const number = Buffer.alloc(4);
    number.writeUInt32BE(sequence++, 0);
    return [shown, chunk('fdAT', Buffer.concat([number, rows]))];
  });
  return Buffer.concat([signature, header!, chunk('acTL', control), colours!, ...parts, end()]);
}

const BLOCK = 64, state = new Int32Array(5), schedule = new Int32Array(80), padded = new Uint8Array(640);

const rotated = (value: number, by: number): number => value << by | value >>> (32 - by);

/** The SHA-1 of up to 600 octets (FIPS 180-4 §6.1), as NSEC3 hashes names with it (RFC 5155 §5). The 20 octets are written to `out` from `at` on. */
export function sha1(message: Uint8Array, length: number, out: Uint8Array, at: number): void {
  const blocks = (length + 8 >> 6) + 1, bits = length * 8;
  padded.fill(0, length, blocks * BLOCK);
  padded.set(length === message.length ? message : message.subarray(0, length));
  padded[length] = 0x80;
  padded[blocks * BLOCK - 2] = bits >> 8 & 255;
  padded[blocks * BLOCK - 1] = bits & 255;
  state[0] = 0x67452301; state[1] = 0xefcdab89; state[2] = 0x98badcfe; state[3] = 0x10325476; state[4] = 0xc3d2e1f0;
  for (let block = 0; block < blocks; block++) takeBlock(block * BLOCK);
  for (let k = 0; k < 20; k++) out[at + k] = state[k >> 2]! >>> 24 - 8 * (k & 3) & 255;
}

function takeBlock(from: number): void {
  for (let t = 0; t < 16; t++) { const i = from + 4 * t; schedule[t] = padded[i]! << 24 | padded[i + 1]! << 16 | padded[i + 2]! << 8 | padded[i + 3]!; }
  for (let t = 16; t < 80; t++) schedule[t] = rotated(schedule[t - 3]! ^ schedule[t - 8]! ^ schedule[t - 14]! ^ schedule[t - 16]!, 1);
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!, e = state[4]!;
  for (let t = 0; t < 80; t++) {
    const mixed = t < 20 ? (b & c | ~b & d) + 0x5a827999 : t < 40 ? (b ^ c ^ d) + 0x6ed9eba1 : t < 60 ? (b & c | b & d | c & d) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
    const next = rotated(a, 5) + mixed + e + schedule[t]! | 0;
    e = d; d = c; c = rotated(b, 30); b = a; a = next;
  }
  state[0] = state[0]! + a | 0; state[1] = state[1]! + b | 0; state[2] = state[2]! + c | 0; state[3] = state[3]! + d | 0; state[4] = state[4]! + e | 0;
}

/** A member of the family: bits of a word, rounds, how words are rotated and shifted, and which primes it begins with (FIPS 180-4). */
interface Variant {
  readonly bits: 32 | 64;
  readonly rounds: number;
  readonly firstPrime: number;
  readonly length: number;
  /** Rotations of Σ0, Σ1, σ0 and σ1; the last of the latter two is a shift. */
  readonly turns: readonly (readonly [bigint, bigint, bigint])[];
}

const sha256: Variant = { bits: 32, rounds: 64, firstPrime: 0, length: 32, turns: [[2n, 13n, 22n], [6n, 11n, 25n], [7n, 18n, 3n], [17n, 19n, 10n]] };
const sha384: Variant = { bits: 64, rounds: 80, firstPrime: 8, length: 48, turns: [[28n, 34n, 39n], [14n, 18n, 41n], [1n, 8n, 7n], [19n, 61n, 6n]] };

/** The digests that DS and CDS records have, by their digest type (RFC 4509, RFC 6605 §2). */
const byDigestType: Readonly<Record<number, Variant>> = { 2: sha256, 4: sha384 };

/** The digest of a DS record's digest type over some octets; undefined for types other than SHA-256 and SHA-384. For a few keys, not for many: it counts in big integers. */
export function digestOf(type: number, octets: Uint8Array): Uint8Array | undefined {
  const variant = byDigestType[type];
  return variant === undefined ? undefined : digest(variant, octets);
}

const primes: number[] = [];
for (let n = 2; primes.length < 80; n++) if (primes.every(prime => n % prime !== 0)) primes.push(n);

/** The first bits behind the point of the root of a number: how the constants are defined (FIPS 180-4). */
function rootBits(number: number, degree: 2 | 3, bits: number): bigint {
  const wanted = BigInt(number) << BigInt(degree * bits);
  let low = 0n, high = 1n << BigInt(bits + 8);
  while (high - low > 1n) { const middle = (low + high) >> 1n; if (middle ** BigInt(degree) <= wanted) low = middle; else high = middle; }
  return BigInt.asUintN(bits, low);
}

const constants = new Map<Variant, readonly bigint[]>();

function constantsOf(variant: Variant): readonly bigint[] {
  const known = constants.get(variant) ?? primes.slice(0, variant.rounds).map(prime => rootBits(prime, 3, variant.bits));
  constants.set(variant, known);
  return known;
}

function digest(variant: Variant, octets: Uint8Array): Uint8Array {
  const { bits, rounds, firstPrime, length, turns } = variant, block = bits * 2, k = constantsOf(variant);
  const word = (value: bigint): bigint => BigInt.asUintN(bits, value), turned = (x: bigint, by: bigint): bigint => x >> by | word(x << BigInt(bits) - by);
  const sum = (which: number, x: bigint): bigint => { const [a, b, c] = turns[which]!; return turned(x, a) ^ turned(x, b) ^ (which < 2 ? turned(x, c) : x >> c); };
  const state = primes.slice(firstPrime, firstPrime + 8).map(prime => rootBits(prime, 2, bits)), words = padded(octets, block, bits);
  for (let from = 0; from < words.length; from += 16) {
    const w = words.slice(from, from + 16);
    for (let t = 16; t < rounds; t++) w.push(word(sum(3, w[t - 2]!) + w[t - 7]! + sum(2, w[t - 15]!) + w[t - 16]!));
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let t = 0; t < rounds; t++) {
      const first = h + sum(1, e) + (e & f ^ ~e & g) + k[t]! + w[t]!, second = sum(0, a) + (a & b ^ a & c ^ b & c);
      h = g; g = f; f = e; e = word(d + first); d = c; c = b; b = a; a = word(first + second);
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = word(state[i]! + value);
  }
  return Uint8Array.from({ length }, (_, at) => Number(state[Math.floor(at / (bits / 8))]! >> BigInt(bits - 8 - at % (bits / 8) * 8) & 255n));
}

/** The octets as words, filled up to whole blocks with one bit, zeros, and how many bits they are (FIPS 180-4). */
function padded(octets: Uint8Array, block: number, bits: number): bigint[] {
  const all = new Uint8Array(Math.ceil((octets.length + 1 + block / 8) / block) * block), view = new DataView(all.buffer);
  all.set(octets);
  all[octets.length] = 128;
  view.setBigUint64(all.length - 8, BigInt(octets.length) * 8n);
  return Array.from({ length: all.length * 8 / bits }, (_, i) => (bits === 32 ? BigInt(view.getUint32(4 * i)) : view.getBigUint64(8 * i)));
}

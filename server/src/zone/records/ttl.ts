/** `ttlAt` for a token that is no TTL. */
const NOT_A_TTL = -1;
/** `ttlAt` for a TTL that does not fit 32 bits (BIND then takes the token for a type). */
export const TTL_OVERFLOW = -2;

const SECONDS = new Float64Array(256);
for (const [unit, seconds] of [
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86400],
  ['w', 604800],
] as const)
  SECONDS[unit.charCodeAt(0)] = SECONDS[unit.toUpperCase().charCodeAt(0)] = seconds;

/** A TTL in seconds, plain or with BIND's units (`1h30m`), as BIND's dns_ttl_fromtext reads it: a last number without a unit only where it stands alone. */
export function ttlAt(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 63) return NOT_A_TTL;
  let total = 0;
  for (let i = start; i < end; ) {
    let n = 0;
    const digits = i;
    while (i < end && bytes[i]! >= 48 && bytes[i]! <= 57) n = n * 10 + bytes[i++]! - 48;
    if (i === digits || n > 0xffffffff) return i === digits ? NOT_A_TTL : TTL_OVERFLOW;
    if (i === end) {
      if (total !== 0) return NOT_A_TTL;
      return n;
    }
    const seconds = SECONDS[bytes[i++]!]!;
    if (seconds === 0) return NOT_A_TTL;
    total += n * seconds;
  }
  return total > 0xffffffff ? TTL_OVERFLOW : total;
}

import { DOCUMENTATION_ADDRESS, PRIVATE_ADDRESS, SPECIAL_ADDRESS, UNREACHABLE_ADDRESS } from './record-table.ts';

/** What a record's flags say about its address, in octets: nothing about ordinary global unicast addresses (RFC 6890; RFC 4291 §2.4). Asked for every address, so nothing is made. */
export function addressFlags(octets: Uint8Array, v6: boolean): number {
  const a = octets[0]!,
    b = octets[1]!;
  if (v6)
    return isOrdinary6(a, b, octets[2]!)
      ? isDocumentation6(a, b, octets[2]!, octets[3]!)
        ? SPECIAL_ADDRESS | DOCUMENTATION_ADDRESS
        : 0
      : isUnreachable6(octets, a, b)
        ? SPECIAL_ADDRESS | UNREACHABLE_ADDRESS
        : SPECIAL_ADDRESS;
  if (a === 10 || (a === 172 && b >> 4 === 1) || (a === 192 && b === 168))
    return SPECIAL_ADDRESS | PRIVATE_ADDRESS | UNREACHABLE_ADDRESS;
  return isOrdinary4(a, b, octets[2]!)
    ? 0
    : isUnreachable4(a, b)
      ? SPECIAL_ADDRESS | UNREACHABLE_ADDRESS
      : isDocumentation4(a, b, octets[2]!)
        ? SPECIAL_ADDRESS | DOCUMENTATION_ADDRESS
        : SPECIAL_ADDRESS;
}

/** RFC 5737 §3. */
function isDocumentation4(a: number, b: number, c: number): boolean {
  return (
    (a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100) || (a === 203 && b === 0 && c === 113)
  );
}

/** 2001:db8::/32 (RFC 3849) and 3fff::/20 (RFC 9637). */
function isDocumentation6(a: number, b: number, c: number, d: number): boolean {
  return (a === 0x20 && b === 0x01 && c === 0x0d && d === 0xb8) || (a === 0x3f && b === 0xff && c >> 4 === 0);
}

/** Unspecified, loopback, shared, link-local, benchmarks, multicast, reserved. */
function isUnreachable4(a: number, b: number): boolean {
  return a === 0 || a === 127 || a >= 224 || a === 100 || a === 169 || (a === 198 && b >> 1 === 9);
}

/** Unique local (RFC 4193), link-local, multicast, `::` and `::1`. */
function isUnreachable6(octets: Uint8Array, a: number, b: number): boolean {
  if (a >> 1 === 0x7e || (a === 0xfe && b >> 6 === 2) || a === 0xff) return true;
  for (let i = 0; i < 15; i++) if (octets[i] !== 0) return false;
  return octets[15]! < 2;
}

/** Not loopback, shared (RFC 6598), link-local, for protocols or documentation (RFC 5737), 6to4 relays, benchmarks (RFC 2544), multicast, or reserved. */
function isOrdinary4(a: number, b: number, c: number): boolean {
  if (a === 0 || a === 127 || a >= 224) return false;
  switch (a) {
    case 100:
      return b < 64 || b > 127;
    case 169:
      return b !== 254;
    case 192:
      return b !== 0 && !(b === 88 && c === 99);
    case 198:
      return b >> 1 !== 9 && !(b === 51 && c === 100);
    case 203:
      return !(b === 0 && c === 113);
    default:
      return true;
  }
}

/** In 2000::/3, and not for protocols and Teredo (2001::/23) or 6to4 (2002::/16). Addresses for documentation count here. */
function isOrdinary6(a: number, b: number, c: number): boolean {
  return a >> 5 === 1 && (a !== 0x20 || (b === 0x01 ? c >= 2 : b !== 0x02));
}

import { nearest } from '../../../text/near-miss.ts';
import { isDigit } from './digits.ts';

/**
 * From mnemonic to type code and class, on bytes and without allocation: the lookup stands on the path of every token of a zone.
 * The registry fills the types in; field kinds that read mnemonics of types (RRSIG, NSEC) use it without knowing the registry.
 */
const SLOTS = 1024;
const codes = new Int32Array(SLOTS).fill(-1);
const keys: Uint8Array[] = Array.from({ length: SLOTS }, () => new Uint8Array(0));
const names = new Map<number, string>();

/** Upper case for letters; other octets that fall together are told apart by the comparison. */
const FOLD = 0xdf;

function hash(bytes: Uint8Array, start: number, end: number): number {
  let h = end - start;
  for (let i = start; i < end; i++) h = Math.imul(h, 31) + (bytes[i]! & FOLD);
  return (h ^ (h >>> 10)) & (SLOTS - 1);
}

/** Makes a mnemonic known. It is in upper case. */
export function registerType(mnemonic: string, code: number): void {
  const key = Uint8Array.from(mnemonic, (c) => c.charCodeAt(0));
  let slot = hash(key, 0, key.length);
  while (codes[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
  codes[slot] = code;
  keys[slot] = key;
  names.set(code, mnemonic);
}

/** The code of the type whose mnemonic, or `TYPEnnn` (RFC 3597 §5), stands at `start`–`end`, in any case; -1 when none does. */
export function typeAt(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length > 10) return -1;
  for (let slot = hash(bytes, start, end); codes[slot] !== -1; slot = (slot + 1) & (SLOTS - 1)) {
    const key = keys[slot]!;
    if (key.length === length && equalsFolded(bytes, start, key)) return codes[slot]!;
  }
  return numberBehind(TYPE, bytes, start, end);
}

/** `MX`, or `TYPE65534` for a type without a mnemonic. */
export function typeName(code: number): string {
  return names.get(code) ?? `TYPE${code}`;
}

/** Whether the registry has a type with this code. */
export function isKnownType(code: number): boolean {
  return names.has(code);
}

/** The mnemonics of all types. */
export function knownTypes(): readonly string[] {
  return [...names.values()];
}

/** The mnemonic that a mistyped one may have meant. */
export function nearestType(word: string): string | undefined {
  return word.length < 2 ? undefined : nearest(word, knownTypes());
}

const TYPE = Uint8Array.from('TYPE', (c) => c.charCodeAt(0)),
  CLASS = Uint8Array.from('CLASS', (c) => c.charCodeAt(0));

export const CLASS_IN = 1,
  CLASS_CS = 2,
  CLASS_CH = 3,
  CLASS_HS = 4,
  CLASS_NONE = 254,
  CLASS_ANY = 255;
const CLASSES = (
  [
    ['IN', CLASS_IN],
    ['CS', CLASS_CS],
    ['CH', CLASS_CH],
    ['HS', CLASS_HS],
    ['NONE', CLASS_NONE],
    ['ANY', CLASS_ANY],
    ['CHAOS', CLASS_CH],
    ['HESIOD', CLASS_HS],
  ] as const
).map(([mnemonic, code]) => ({ mnemonic, code, key: Uint8Array.from(mnemonic, (c) => c.charCodeAt(0)) }));

/** The class whose mnemonic, or `CLASSnnn`, stands at `start`–`end`, in any case; -1 when none does. `CHAOS` and `HESIOD` are BIND's long forms. */
export function classAt(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 2 && (bytes[start]! & FOLD) === 73 && (bytes[start + 1]! & FOLD) === 78) return CLASS_IN;
  for (const { code, key } of CLASSES) if (key.length === length && equalsFolded(bytes, start, key)) return code;
  return numberBehind(CLASS, bytes, start, end);
}

export function className(code: number): string {
  return CLASSES.find((row) => row.code === code)?.mnemonic ?? `CLASS${code}`;
}

function equalsFolded(bytes: Uint8Array, start: number, key: Uint8Array): boolean {
  for (let i = 0; i < key.length; i++) {
    const c = bytes[start + i]!;
    if (c !== key[i] && !(c >= 97 && c <= 122 && c - 32 === key[i])) return false;
  }
  return true;
}

/** The number from 0 to 65535, of one to five digits, behind the word `prefix`; else -1. */
function numberBehind(prefix: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
  const digits = end - start - prefix.length;
  if (digits < 1 || digits > 5 || !equalsFolded(bytes, start, prefix)) return -1;
  let value = 0;
  for (let i = start + prefix.length; i < end; i++) {
    if (!isDigit(bytes[i]!)) return -1;
    value = value * 10 + bytes[i]! - 48;
  }
  return value > 65535 ? -1 : value;
}

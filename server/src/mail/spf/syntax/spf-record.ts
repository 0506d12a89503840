/**
 * An SPF record as it was written (RFC 7208 §4.5, §4.6.1, §12).
 *
 * Offsets are octets in the joined strings of the TXT record, where one character is one octet.
 * Nothing is lost and nothing is refused: what breaks the grammar is kept, with a fault beside it.
 */

import type { Span } from '../../grammar/problem.ts';
import type { IpAddress } from './address.ts';

/** A piece of the record's text. */
export interface Part extends Span {
  readonly text: string;
}

export type Qualifier = '+' | '-' | '~' | '?';

export const mechanismNames = ['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'] as const;
export type MechanismName = (typeof mechanismNames)[number];

/** The modifiers that RFC 7208 defines; all others are ignored (§6). */
export const modifierNames = ['redirect', 'exp'] as const;
export type ModifierName = (typeof modifierNames)[number];

/** Literal characters, `%%`, `%_` or `%-`, a macro, or something that is none of them. */
export type MacroPart = MacroLiteral | MacroEscape | Macro | BadMacro;

export interface MacroLiteral extends Part {
  readonly kind: 'literal';
}

export interface MacroEscape extends Part {
  readonly kind: 'escape';
}

/** `%{` letter, digits, `r`, delimiters `}` (§7.1). */
export interface Macro extends Part {
  readonly kind: 'macro';
  /** In lower case. */
  readonly letter: string;
  /** An upper-case letter has the result URL-escaped (§7.3). */
  readonly urlEscape: boolean;
  /** How many right-hand parts to keep; undefined for all. */
  readonly keep: number | undefined;
  readonly reverse: boolean;
  /** The characters to split at; empty for the default, a dot. */
  readonly delimiters: string;
}

export type BadMacroReason = 'stray-percent' | 'unclosed' | 'letter' | 'zero' | 'transformer' | 'exp-only';

export interface BadMacro extends Part {
  readonly kind: 'bad';
  readonly reason: BadMacroReason;
}

export interface MacroString extends Part {
  readonly parts: readonly MacroPart[];
}

/** A macro-string that ends in a top label or a macro (§7.1). */
export interface DomainSpec extends MacroString {
  readonly endsIn: 'toplabel' | 'macro' | 'neither';
}

/** `/n` or `//n`. */
export interface CidrLength extends Part {
  /** Undefined where the digits are malformed or out of range. */
  readonly value: number | undefined;
}

/** The address of `ip4:` or `ip6:`, without the prefix length. */
export interface NetworkPart extends Part {
  readonly address: IpAddress | undefined;
}

export type FaultKind =
  /** No mechanism of that name, or no name at all. */
  | 'unknown-mechanism'
  /** `include`, `exists`, `ip4` or `ip6` without a colon. */
  | 'missing-argument'
  /** Nothing after the colon or the equals sign. */
  | 'empty-argument'
  /** `all:x`, `all/8`. */
  | 'unexpected-argument'
  /** Not `/n`, `//n` or `/n//n`, or a prefix length where none may be. */
  | 'cidr-syntax'
  | 'cidr-range'
  | 'address'
  /** The domain-spec ends neither in a top label nor in a macro. */
  | 'domain-end'
  | 'macro'
  /** A control character, or one outside ASCII. */
  | 'octet'
  /** `redirect` or `exp` for the second time. */
  | 'repeated-modifier';

/** A break of the grammar: with any of them, check_host() returns permerror (§4.6). */
export interface Fault extends Part {
  readonly kind: FaultKind;
}

export interface Mechanism extends Part {
  readonly kind: 'mechanism';
  /** `+` where none is written (§4.6.2). */
  readonly qualifier: Qualifier;
  readonly qualifierPart: Part | undefined;
  readonly name: Part;
  /** Undefined where there is no mechanism of that name. */
  readonly known: MechanismName | undefined;
  /** What follows the colon, prefix lengths and all. */
  readonly argument: Part | undefined;
  readonly domain: DomainSpec | undefined;
  readonly network: NetworkPart | undefined;
  readonly cidr4: CidrLength | undefined;
  readonly cidr6: CidrLength | undefined;
  readonly faults: readonly Fault[];
}

export interface Modifier extends Part {
  readonly kind: 'modifier';
  readonly name: Part;
  readonly known: ModifierName | undefined;
  readonly value: Part;
  /** Of `redirect` and `exp`. */
  readonly domain: DomainSpec | undefined;
  /** Of every other modifier: a macro-string that is only checked (§6). */
  readonly macros: MacroString | undefined;
  readonly faults: readonly Fault[];
}

export type SpfTerm = Mechanism | Modifier;

export interface SpfRecord {
  readonly text: string;
  /** The version section as it stands, good or nearly so; undefined where the text is nothing like an SPF record. */
  readonly version: Part | undefined;
  readonly terms: readonly SpfTerm[];
  readonly mechanisms: readonly Mechanism[];
  /** The first of each. */
  readonly redirect: Modifier | undefined;
  readonly exp: Modifier | undefined;
  /** In the order of the text. */
  readonly faults: readonly Fault[];
  /** It is an SPF record, and its grammar is kept throughout. */
  readonly valid: boolean;
}

/** The first `all`; mechanisms after it are never reached (§5.1). */
export function firstAll(record: SpfRecord): Mechanism | undefined {
  return record.mechanisms.find((mechanism) => mechanism.known === 'all');
}

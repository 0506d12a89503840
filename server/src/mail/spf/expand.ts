/** Macro expansion (RFC 7208 §7). */

import { dottedAddress, formatAddress } from './syntax/address.ts';
import type { IpAddress } from './syntax/address.ts';
import type { DomainSpec, Macro, MacroString } from './syntax/spf-record.ts';

/** What the letters stand for. All text has one character per octet. */
export interface MacroValues {
  readonly sender: string;
  readonly localPart: string;
  readonly senderDomain: string;
  /** The domain under evaluation. */
  readonly domain: string;
  readonly ip: IpAddress;
  readonly helo: string;
  readonly receiver: string;
  /** Seconds since 1970. */
  readonly time: number;
  /** `%{p}`; asks the DNS, so it is only called where a macro wants it. */
  readonly validatedName: () => string;
}

/** Characters of a name without its final dot, as RFC 7208 §7.3 limits it. */
const maxNameLength = 253;

/** Bad macros stay as they are; a record that has them isn't evaluated. */
export function expandMacros(macros: MacroString, values: MacroValues): string {
  return macros.parts
    .map((part) => {
      if (part.kind === 'macro') return expandMacro(part, values);
      if (part.kind === 'escape') return part.text === '%%' ? '%' : part.text === '%_' ? ' ' : '%20';
      return part.text;
    })
    .join('');
}

/**
 * The <target-name> (§4.8): expanded, without a final dot, and where it is too long without as many labels on the left
 * as it takes (§7.3). It need not be a domain name.
 */
export function expandDomain(domain: DomainSpec, values: MacroValues): string {
  let name = expandMacros(domain, values).replace(/\.$/, '');
  while (name.length > maxNameLength && name.includes('.')) name = name.slice(name.indexOf('.') + 1);
  return name;
}

function expandMacro(macro: Macro, values: MacroValues): string {
  const parts = splitAt(macroValue(macro.letter, values), macro.delimiters === '' ? '.' : macro.delimiters);
  if (macro.reverse) parts.reverse();
  const kept = macro.keep === undefined ? parts : parts.slice(-macro.keep);
  const text = kept.join('.');
  return macro.urlEscape ? urlEscape(text) : text;
}

function splitAt(text: string, delimiters: string): string[] {
  const parts = [''];
  for (const character of text) {
    if (delimiters.includes(character)) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return parts;
}

function macroValue(letter: string, values: MacroValues): string {
  switch (letter) {
    case 's':
      return values.sender;
    case 'l':
      return values.localPart;
    case 'o':
      return values.senderDomain;
    case 'd':
      return values.domain;
    case 'i':
      return dottedAddress(values.ip);
    case 'p':
      return values.validatedName();
    case 'v':
      return values.ip.version === 4 ? 'in-addr' : 'ip6';
    case 'h':
      return values.helo;
    case 'c':
      return formatAddress(values.ip);
    case 'r':
      return values.receiver;
    case 't':
      return String(Math.trunc(values.time));
    default:
      return '';
  }
}

/** Everything but the unreserved set of RFC 3986 §2.3. */
function urlEscape(text: string): string {
  return text.replace(
    /[^A-Za-z0-9._~-]/gs,
    (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

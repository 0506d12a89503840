/** The character strings of a TXT record (RFC 1035 §3.3.14): at most 255 octets each. */

const maxStringOctets = 255;

/**
 * Cuts text (one character per octet) into strings of at most 255 octets, which receivers join again
 * without a space (RFC 7208 §3.3, RFC 6376 §3.6.2.2). Empty text is one empty string.
 */
export function splitStrings(text: string): readonly string[] {
  if (text.length <= maxStringOctets) return [text];
  const strings: string[] = [];
  for (let at = 0; at < text.length; at += maxStringOctets) strings.push(text.slice(at, at + maxStringOctets));
  return strings;
}

/** One quoted string in presentation format; quotes, backslashes and unprintable octets escaped (RFC 1035 §5.1). */
export function quoteString(octets: string): string {
  const escaped = octets.replace(/["\\]/g, '\\$&').replace(/[^ -~]/g, (octet) => {
    return `\\${String(octet.charCodeAt(0) & 0xff).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}

/** The rdata of a TXT record in presentation format, on one line. */
export function presentStrings(text: string): string {
  return splitStrings(text).map(quoteString).join(' ');
}

/** The version section (RFC 7208 §4.5), and what people write in its place. */

import { editDistance } from '../../../text/near-miss.ts';
import type { Part } from './spf-record.ts';

export type VersionFault =
  /** White space, quotes or a byte order mark before it. */
  | 'leading'
  /** Another character than a space after it: `v=spf1;`. */
  | 'separator'
  /** `v=spf1mx`. */
  | 'no-space'
  /** `v=spf2`. */
  | 'number'
  /** `v=spfv1`, `spf1`. */
  | 'spelling'
  /** `spf2.0/pra`: Sender ID (RFC 4406). */
  | 'sender-id'
  /** A name, class or type before it: a whole line of a zone file in the value. */
  | 'owner';

/** The part is the exact text to blame; for `leading` and `owner` what stands before the version. */
export interface VersionSection extends Part {
  readonly fault: VersionFault | undefined;
  /** Where the terms begin. */
  readonly termsStart: number;
}

/** Whether a record is an SPF record at all: the test of RFC 7208 §4.5, case-insensitive, ended by a space or the end. */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** The version section, good or meant to be one; undefined where the text is nothing like an SPF record. */
export function versionSection(text: string): VersionSection | undefined {
  if (isSpf(text)) return section(text, 6, undefined);
  return senderId(text) ?? preceded(text) ?? unseparated(text) ?? misspelt(text);
}

function section(text: string, end: number, fault: VersionFault | undefined, termsStart = end): VersionSection {
  return { start: 0, end, text: text.slice(0, end), fault, termsStart };
}

function senderId(text: string): VersionSection | undefined {
  const match = /^(?:v=)?spf2\.0\/[^ ]*/i.exec(text);
  return match === null ? undefined : section(text, match[0].length, 'sender-id');
}

/** White space, straight and curly quotes, a no-break space, a zero-width space, a byte order mark: the last ones as UTF-8. */
const leadingJunk = /^(?:[\s"'`]|\xe2\x80[\x8b\x98\x99\x9c\x9d]|\xc2\xa0|\xef\xbb\xbf)+(?=v=spf1(?: |$))/i;

function preceded(text: string): VersionSection | undefined {
  const junk = leadingJunk.exec(text);
  if (junk !== null) return section(text, junk[0].length, 'leading', junk[0].length + 6);
  const assigned = /^(?:spf1?|txt|value)[ \t]*[=:][ \t]*(?="?v=spf1(?: |$))/i.exec(text)?.[0];
  if (assigned !== undefined) {
    const at = text.toLowerCase().indexOf('v=spf1', assigned.length);
    return section(text, at, 'owner', at + 6);
  }
  const owner = /^([^"]{1,300}?[ \t]+)"?v=spf1(?: |$)/i.exec(text)?.[1];
  if (
    owner === undefined ||
    !owner
      .trim()
      .split(/[ \t]+/)
      .every(isLineStart)
  )
    return undefined;
  const end = text.toLowerCase().indexOf('v=spf1', owner.length);
  return section(text, end, 'owner', end + 6);
}

/** A token as it stands before the rdata of a zone file line, or as a form of a provider names the field. */
function isLineStart(token: string): boolean {
  return /^(?:@|in|txt|spf|\d+[smhdw]?|(?:host|name|record|spf|txt|value)[:=]|\*?(?:[\w-]+\.)+[\w-]*|\*\.[\w.-]+)$/i.test(
    token,
  );
}

function unseparated(text: string): VersionSection | undefined {
  if (!/^v=spf1./is.test(text)) return undefined;
  const separator = /^v=spf1(?:[;,\s\x00-\x1f]|\xc2\xa0)+/i.exec(text);
  if (separator !== null) return section(text, separator[0].length, 'separator');
  if (/^v=spf1[\d.]/.test(text)) return section(text, firstToken(text), 'number');
  return section(text, 6, 'no-space');
}

/** Length of the text up to a space, a comma or a semicolon. */
function firstToken(text: string): number {
  return /^[^ ,;]*/.exec(text)?.[0].length ?? 0;
}

function misspelt(text: string): VersionSection | undefined {
  const number = /^v=spf\d+(?:\.\d+)?(?=[ ,;]|$)/i.exec(text);
  if (number !== null) return section(text, number[0].length, 'number', afterSeparators(text, number[0].length));
  const spaced = /^v?\s{0,3}[=:]{0,3}\s{0,3}spf[\s=:]{0,3}[v.-]?[1il]?(?=[ ,;"]|$)/i.exec(text);
  const end = spaced !== null && /^v|1$/i.test(spaced[0]) ? spaced[0].length : firstToken(text);
  const word = text.slice(0, end).toLowerCase();
  const near = (spaced !== null && end === spaced[0].length) || editDistance(word, 'v=spf1', 2) <= 2;
  if (!near || word.length < 4 || !/s[pf]|pf/.test(word)) return undefined;
  if (!word.includes('spf') && !looksLikeTerms(text.slice(end))) return undefined;
  return section(text, end, 'spelling', afterSeparators(text, end));
}

function afterSeparators(text: string, at: number): number {
  return at + (/^[,;]*/.exec(text.slice(at))?.[0].length ?? 0);
}

/** At least one term that hardly anything but SPF has. */
function looksLikeTerms(text: string): boolean {
  return /[ ,;](?:[-+~?]?(?:all|mx|a)(?=[ ,;]|$)|[-+~?]?(?:include|ip4|ip6|a|mx|exists|ptr)[:/]|redirect=)/i.test(text);
}

/** Spaces, length, and how the strings of the record join (RFC 7208 §3.3, §3.4, §4.5, §4.6.1). */

import { comfortableLength, udpAnswer } from './limits.ts';
import { parseTerm } from './syntax/parse.ts';
import { readable } from './syntax/readable.ts';
import type { SpfRecord, SpfTerm } from './syntax/spf-record.ts';
import { isSpf } from './syntax/version.ts';
import { fixOf, insert, replace } from './problems/spf-edits.ts';
import type { SpfReport } from './problems/spf-edits.ts';

/** Returns whether the version section is glued to what follows it; adds glued terms to `explained`. */
export function layoutProblems(
  record: SpfRecord,
  boundaries: readonly number[],
  explained: Set<SpfTerm>,
  report: SpfReport,
): boolean {
  spaceProblems(record, report);
  const { length } = record.text;
  if (length > comfortableLength)
    report(
      'spf/too-long',
      length > udpAnswer ? 'over512' : 'over450',
      { start: comfortableLength, end: length },
      { length, limit: udpAnswer },
    );
  const glued = boundaries.filter((at) => isGlued(record.text, at));
  for (const at of glued) {
    const { start, end } = tokenAround(record.text, at);
    report(
      'spf/strings-join',
      'glued',
      { start, end },
      { found: readable(record.text.slice(start, end)) },
      fixOf('Insert a space between the strings', true, insert(at, ' ')),
    );
    for (const term of record.terms) if (term.start < at && at < term.end) explained.add(term);
  }
  return glued.includes(6) && !isSpf(record.text);
}

function spaceProblems(record: SpfRecord, report: SpfReport): void {
  const { text } = record;
  for (const match of text.matchAll(/ +/g)) {
    const at = { start: match.index, end: match.index + match[0].length };
    if (at.end === text.length)
      report('spf/trailing-space', 'spaces', at, {}, fixOf('Remove the trailing spaces', false, replace(at, '')));
    else if (match[0].length > 1)
      report(
        'spf/double-space',
        'spaces',
        at,
        { count: match[0].length },
        fixOf('Keep one space', false, replace(at, ' ')),
      );
  }
}

/** What begins a term beyond doubt, where one string ends and the next one begins. */
const beginsTerm = /^[-+~?]?(?:(?:all|a|mx|ptr)(?=[ /]|$)|(?:include|exists|a|mx|ptr|ip4|ip6):)|^(?:redirect|exp)=/i;

function isGlued(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length || text[at - 1] === ' ' || !beginsTerm.test(text.slice(at))) return false;
  const before = text.slice(tokenAround(text, at).start, at);
  return /^v=spf1$/i.test(before) || parseTerm(before).faults.length === 0;
}

function tokenAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const space = text.indexOf(' ', at);
  return { start: text.lastIndexOf(' ', at - 1) + 1, end: space < 0 ? text.length : space };
}

/** Commas and semicolons between terms. */

import type { MailEdit } from '../../grammar/problem.ts';
import { parseAddress } from '../syntax/address.ts';
import { parseTerm } from '../syntax/parse.ts';
import { readable } from '../syntax/readable.ts';
import type { Part, SpfRecord, SpfTerm } from '../syntax/spf-record.ts';
import { cutTerm, fixOf, insert, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

/** Returns whether a separator explains the term's faults, or shows that a term without faults is several. */
export function separatorProblem(record: SpfRecord, term: SpfTerm, report: SpfReport): boolean {
  if (gluedAll(term, report)) return true;
  if (!/[,;]/.test(term.text) || (term.kind === 'modifier' && term.known === undefined)) return false;
  const separators = [...term.text.matchAll(/[,;]+/g)].map((match): Part => {
    return { start: term.start + match.index, end: term.start + match.index + match[0].length, text: match[0] };
  });
  const pieces = piecesBetween(term, separators);
  const fix = listFix(record, term, separators, pieces);
  if (fix === undefined && (term.faults.length === 0 || term.text.includes('%'))) return false;
  const [first] = separators;
  if (first === undefined) return false;
  if (term.faults.length > 0) report('spf/term-separator', 'separator', first, { found: first.text }, fix);
  else report('spf/term-separator', 'swallowed', first, { found: first.text, term: readable(term.text) }, fix);
  return true;
}

/** `ip4:192.0.2.1-all`, `mx~all`. */
function gluedAll(term: SpfTerm, report: SpfReport): boolean {
  const before = term.faults.length === 0 ? undefined : /^(.+[^-+~?])[-+~?]all$/i.exec(term.text)?.[1];
  if (before === undefined || parseTerm(before).faults.length > 0) return false;
  const at = { start: term.start + before.length, end: term.end };
  report(
    'spf/term-separator',
    'glued',
    at,
    { found: readable(term.text) },
    fixOf('Insert a space', true, insert(at.start, ' ')),
  );
  return true;
}

function piecesBetween(term: SpfTerm, separators: readonly Part[]): readonly Part[] {
  const edges = [term.start, ...separators.flatMap(({ start, end }) => [start, end]), term.end];
  return Array.from({ length: separators.length + 1 }, (_, index) => {
    const [start, end] = [edges[2 * index] ?? 0, edges[2 * index + 1] ?? 0];
    return { start, end, text: term.text.slice(start - term.start, end - term.start) };
  });
}

/** Spaces for separators, where every piece is a term then; undefined where one is not. Separators at the edges can go in any case. */
function listFix(
  record: SpfRecord,
  term: SpfTerm,
  separators: readonly Part[],
  pieces: readonly Part[],
): ReturnType<typeof fixOf> | undefined {
  const full = pieces.filter((piece) => piece.text !== '');
  const [first] = full;
  if (first === undefined) return fixOf(`Remove ${readable(term.text)}`, true, cutTerm(record, term));
  const prefixes =
    full.length === 1 && term.faults.length > 0
      ? ['']
      : full.map((piece, index) => termPrefix(piece.text, index === 0 ? undefined : first.text));
  const whole = prefixes.every((prefix) => prefix === '');
  // Macros make names of anything, so only whole terms count beside them.
  if (
    prefixes.some((prefix) => prefix === undefined) ||
    (!whole && term.faults.length === 0 && term.text.includes('%'))
  )
    return undefined;
  const prefixAt = new Map(full.map((piece, index) => [piece.start, prefixes[index] ?? '']));
  const edits = separators.map((separator): MailEdit => {
    const prefix = separator.start > first.start ? prefixAt.get(separator.end) : undefined;
    return replace(separator, prefix === undefined ? '' : ` ${prefix}`);
  });
  return fixOf('Separate the terms with spaces', whole, ...edits);
}

/** What a piece lacks to be a term: nothing, or the mechanism that the first piece names; undefined where that doesn't help. */
function termPrefix(piece: string, first: string | undefined): string | undefined {
  const term = parseTerm(piece);
  if (term.faults.length === 0 && term.known !== undefined) return '';
  if (first === undefined) return undefined;
  const address = parseAddress(piece.replace(/\/\d+$/, ''));
  const prefix =
    address === undefined ? /^[-+~?]?(?:include|exists|a|mx|ptr):/i.exec(first)?.[0] : `ip${address.version}:`;
  return prefix !== undefined && parseTerm(prefix + piece).faults.length === 0 ? prefix : undefined;
}

/** Dashes of word processors, other characters outside ASCII, control characters, and too many qualifiers. */

import type { MailEdit } from '../../grammar/problem.ts';
import { controlName, readable } from '../syntax/readable.ts';
import type { Fault, Mechanism, SpfRecord, SpfTerm } from '../syntax/spf-record.ts';
import { fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';
import { lookalike } from './lookalikes.ts';

/** Returns whether the term's octets explain its faults. */
export function characterProblem(record: SpfRecord, term: SpfTerm, report: SpfReport): boolean {
  const dash = lookalike(term.text);
  if (dash !== undefined) {
    const at = { start: term.start, end: term.start + dash.text.length };
    const fix = fixOf(`Replace with "${dash.expected}"`, true, replace(at, dash.expected));
    report('spf/en-dash', 'dash', at, { found: readable(dash.text), name: dash.name, expected: dash.expected }, fix);
    return true;
  }
  const octets = term.faults.filter((fault) => fault.kind === 'octet');
  for (const fault of octets) octetProblem(record, term, fault, report);
  return octets.length > 0;
}

function octetProblem(record: SpfRecord, term: SpfTerm, fault: Fault, report: SpfReport): void {
  if (/[^\x00-\x7f]/.test(fault.text)) {
    report('spf/non-ascii', 'character', fault, { found: readable(fault.text) }, asciiFix(record, fault));
    return;
  }
  const within = fault.start > term.start && fault.end < term.end;
  const fix = within
    ? fixOf('Replace with a space', true, replace(fault, ' '))
    : fixOf('Remove the character', true, replace(fault, ''));
  report('spf/control', 'control', fault, { found: [...fault.text].map(controlName).join(' ') }, fix);
}

/** Spaces that aren't, and characters that nobody sees or that quote the value; for anything else a person must decide. */
function asciiFix(record: SpfRecord, fault: Fault): ReturnType<typeof fixOf> | Record<string, never> {
  const plain = fault.text
    .replace(/\xc2\xa0|\xe2\x80[\x80-\x8a\xaf]|\xe3\x80\x80/g, ' ')
    .replace(/\xe2\x80[\x8b-\x8f\xaa-\xae\x98-\x9f]|\xe2\x81\xa0|\xef\xbb\xbf/g, '');
  if (/[^ ]/.test(plain)) return {};
  const atEdge =
    record.text[fault.start - 1] === ' ' || fault.end === record.text.length || record.text[fault.end] === ' ';
  const edit: MailEdit = replace(fault, plain === '' || atEdge ? '' : ' ');
  return fixOf(edit.text === '' ? 'Remove the character' : 'Replace with a space', true, edit);
}

export function qualifierProblem(term: Mechanism, report: SpfReport): boolean {
  const run = /^[-+~?]{2,}/.exec(term.text)?.[0];
  if (run === undefined) return false;
  const same = new Set(run).size === 1;
  const at = { start: term.start, end: term.start + run.length };
  report(
    'spf/qualifier-double',
    'several',
    at,
    { found: run },
    fixOf(`Keep one "${run[0] ?? ''}"`, same, replace(at, run[0] ?? '')),
  );
  return true;
}

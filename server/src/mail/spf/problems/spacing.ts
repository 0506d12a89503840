/** Terms that a space has cut in two. */

import { parseTerm } from '../syntax/parse.ts';
import { readable } from '../syntax/readable.ts';
import type { SpfRecord, SpfTerm } from '../syntax/spf-record.ts';
import { fixOf } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';
import { lookalike } from './lookalikes.ts';

/**
 * Reports each run of terms that make one good term without their spaces, and adds it to `explained`.
 * The record that comes back has that one term in their place, with their faults, so that later checks know what was meant.
 */
export function spacingProblems(record: SpfRecord, explained: Set<SpfTerm>, report: SpfReport): SpfRecord {
  const terms: SpfTerm[] = [];
  for (let index = 0; index < record.terms.length; index++) {
    const run = cutRun(record.terms, index);
    const [first, last] = [run?.[0], run?.at(-1)];
    if (run === undefined || first === undefined || last === undefined) {
      const term = record.terms[index];
      if (term !== undefined) terms.push(term);
      continue;
    }
    reportRun(run, report);
    const meant: SpfTerm = {
      ...parseTerm(joinedText(run)),
      start: first.start,
      end: last.end,
      faults: run.flatMap((term) => term.faults),
    };
    explained.add(meant);
    terms.push(meant);
    index += run.length - 1;
  }
  const redirect = record.redirect ?? terms.find((term) => term.kind === 'modifier' && term.known === 'redirect');
  return {
    ...record,
    terms,
    mechanisms: terms.filter((term) => term.kind === 'mechanism'),
    redirect: redirect?.kind === 'modifier' ? redirect : undefined,
  };
}

/** Two or three neighbours of which at least one is broken and which joined are one good term. */
function cutRun(terms: readonly SpfTerm[], index: number): readonly SpfTerm[] | undefined {
  for (const length of [2, 3]) {
    const run = terms.slice(index, index + length);
    if (run.length < length || !run.some((term) => term.faults.length > 0) || !isCut(run)) continue;
    const joined = parseTerm(joinedText(run));
    if (joined.faults.length === 0 && joined.known !== undefined) return run;
  }
  return undefined;
}

/** A cut lies behind a qualifier, or beside a colon, an equals sign or a slash. */
function isCut(run: readonly SpfTerm[]): boolean {
  return run.slice(1).every((term, index) => {
    const before = run[index]?.text ?? '';
    return /[:=/]$/.test(before) || /^[:=/]/.test(term.text) || (index === 0 && isQualifier(before));
  });
}

function isQualifier(text: string): boolean {
  return /^[-+~?]$/.test(text) || lookalike(text)?.text === text;
}

function joinedText(run: readonly SpfTerm[]): string {
  return (
    withKeyboardQualifier(run[0]?.text ?? '') +
    run
      .slice(1)
      .map((term) => term.text)
      .join('')
  );
}

function withKeyboardQualifier(text: string): string {
  const dash = lookalike(text);
  return dash === undefined ? text : dash.expected + text.slice(dash.text.length);
}

function reportRun(run: readonly SpfTerm[], report: SpfReport): void {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return;
  const gaps = run.slice(1).map((term, index) => ({ start: run[index]?.end ?? term.start, end: term.start, text: '' }));
  const [gap] = gaps;
  if (gap === undefined) return;
  const dash = lookalike(first.text);
  if (dash !== undefined) {
    const edit = { start: first.start, end: gap.end, text: dash.expected };
    report(
      'spf/en-dash',
      'dash',
      first,
      { found: readable(first.text), name: dash.name, expected: dash.expected },
      fixOf(`Replace with "${dash.expected}"`, true, edit),
    );
    return;
  }
  const found = readable(run.map((term) => term.text).join(' '));
  const fix = fixOf('Remove the space', true, ...gaps);
  if (isQualifier(first.text)) report('spf/space-after-qualifier', 'space', gap, { found }, fix);
  else if (first.text.endsWith('/') || last.text.startsWith('/')) report('spf/cidr-dual', 'space', gap, { found }, fix);
  else report('spf/space-after-colon', 'space', gap, { found }, fix);
}

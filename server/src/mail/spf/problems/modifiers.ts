/** Modifiers that receivers ignore, where somebody meant something else (RFC 7208 §6). Any other unknown modifier is legal. */

import { nearest } from '../../../text/near-miss.ts';
import { parseTerm } from '../syntax/parse.ts';
import { readable } from '../syntax/readable.ts';
import { mechanismNames, modifierNames } from '../syntax/spf-record.ts';
import type { Modifier, SpfRecord } from '../syntax/spf-record.ts';
import { cutTerm, fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

/** Published modifiers that a slip of the finger might produce: RFC 6652 §3, and older drafts of SPF. */
const otherModifiers = ['ra', 'rp', 'rr', 'op', 'default', 'accredit', 'match_subdomains', 'scope', 'ext'];

export function modifierProblems(record: SpfRecord, report: SpfReport): void {
  for (const term of record.terms) {
    if (term.kind === 'modifier' && term.known === undefined) modifierProblem(record, term, report);
  }
}

function modifierProblem(record: SpfRecord, term: Modifier, report: SpfReport): void {
  const name = term.name.text.toLowerCase();
  const mechanism =
    mechanismNames.find((candidate) => candidate === name) ?? /^ipv([46])$/.exec(name)?.[0].replace('v', '');
  if (mechanism !== undefined) {
    const equals = { start: term.name.end, end: term.name.end + 1 };
    const good = parseTerm(`${mechanism}:${term.value.text}`).faults.length === 0;
    const edits =
      mechanism === name ? [replace(equals, ':')] : [replace({ start: term.start, end: equals.end }, `${mechanism}:`)];
    report(
      'spf/mechanism-eq',
      'ignored',
      equals,
      { found: readable(term.text) },
      good ? fixOf('Replace "=" with ":"', false, ...edits) : {},
    );
    return;
  }
  if (name === 'v') {
    versionInside(record, term, report);
    return;
  }
  const expected = otherModifiers.includes(name) ? undefined : meantModifier(name);
  if (expected === undefined) return;
  report(
    'spf/unknown-modifier',
    'didYouMean',
    term.name,
    { found: term.name.text, expected },
    fixOf(`Replace with "${expected}"`, false, replace(term.name, expected)),
  );
}

function meantModifier(name: string): string | undefined {
  if (name.startsWith('expl')) return 'exp';
  return name.length < 3 ? undefined : nearest(name, modifierNames);
}

function versionInside(record: SpfRecord, term: Modifier, report: SpfReport): void {
  if (/^spf1$/i.test(term.value.text))
    report('spf/version-typo', 'repeated', term, {}, fixOf('Remove the second v=spf1', false, cutTerm(record, term)));
  else if (/^(?:dmarc|dkim|stsv|tlsrptv|bimi)1;?$/i.test(term.value.text))
    report('spf/unknown-modifier', 'otherRecord', term, { found: readable(term.text) });
}

/** Terms whose name is no mechanism (RFC 7208 §4.6.1). */

import { nearest } from '../../../text/near-miss.ts';
import type { Span } from '../../grammar/problem.ts';
import { parseAddress } from '../syntax/address.ts';
import { parseTerm } from '../syntax/parse.ts';
import { readable } from '../syntax/readable.ts';
import { mechanismNames } from '../syntax/spf-record.ts';
import type { Mechanism, SpfRecord } from '../syntax/spf-record.ts';
import { cutTerm, fixOf, insert, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

/** Returns whether the term is no mechanism; it then is reported. */
export function unknownMechanism(record: SpfRecord, term: Mechanism, report: SpfReport): boolean {
  if (term.known !== undefined) return false;
  const { name } = term;
  if (equalsForColon(term, report) || allWithMore(term, report) || bareArgument(term, report)) return true;
  if (/^(?:redirect|exp)$/i.test(name.text) && term.argument !== undefined && term.qualifierPart === undefined) {
    const colon = { start: name.end, end: name.end + 1 };
    const safe = parseTerm(`${name.text}=${term.argument.text}`).faults.length === 0;
    report(
      'spf/unknown-mechanism',
      'modifierColon',
      name,
      { found: name.text },
      fixOf('Replace ":" with "="', safe, replace(colon, '=')),
    );
    return true;
  }
  const expected = /^[^a-z0-9]all$/i.test(term.text) ? '-all' : meantMechanism(term);
  const at = name.text === '' ? term : name;
  if (expected !== undefined) {
    const safe = name.text.length >= 4 && expected !== '-all' && isGood(term, expected);
    report(
      'spf/unknown-mechanism',
      'didYouMean',
      at,
      { found: readable(name.text), expected },
      fixOf(`Replace with "${expected}"`, safe, replace(name, expected)),
    );
  } else
    report(
      'spf/unknown-mechanism',
      name.text === '' ? 'noName' : 'unknown',
      at,
      { found: readable(name.text === '' ? term.text : name.text) },
      fixOf(`Remove ${readable(term.text)}`, false, cutTerm(record, term)),
    );
  return true;
}

function isGood(term: Mechanism, name: string): boolean {
  const after = term.text.slice(term.name.end - term.start);
  return parseTerm(name + after).faults.length === 0;
}

/** `-include=x`: with a qualifier it isn't even an unknown modifier. */
function equalsForColon(term: Mechanism, report: SpfReport): boolean {
  const match = /^(all|include|exists|ip4|ip6|mx|ptr|a)=/i.exec(term.name.text);
  if (match === null) return false;
  const at = term.name.start + match[0].length - 1;
  const equals: Span = { start: at, end: at + 1 };
  report(
    'spf/mechanism-eq',
    'broken',
    equals,
    { found: readable(term.text) },
    fixOf('Replace "=" with ":"', true, replace(equals, ':')),
  );
  return true;
}

/** `-all.`, `-all"`. */
function allWithMore(term: Mechanism, report: SpfReport): boolean {
  const more = /^all([^a-z0-9]+)$/i.exec(term.name.text)?.[1];
  if (more === undefined || term.text.length !== term.name.end - term.start) return false;
  const at = { start: term.name.end - more.length, end: term.name.end };
  report('spf/all-arg', 'argument', at, { found: more }, fixOf(`Remove ${more}`, true, replace(at, '')));
  return true;
}

const hostName = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]\.?$/i;

/** An address or a name where a mechanism should be. */
function bareArgument(term: Mechanism, report: SpfReport): boolean {
  const start = term.name.start;
  const text = term.text.slice(start - term.start);
  const address = parseAddress(text.replace(/\/\d+$/, ''));
  const at = { start, end: term.end };
  if (address !== undefined) {
    const expected = `ip${address.version}`;
    const safe = parseTerm(`${expected}:${text}`).faults.length === 0;
    report(
      'spf/unknown-mechanism',
      'bareAddress',
      at,
      { found: text, expected },
      fixOf(`Insert "${expected}:" before the address`, safe, insert(start, `${expected}:`)),
    );
    return true;
  }
  if (!hostName.test(text)) return false;
  report(
    'spf/unknown-mechanism',
    'bareDomain',
    at,
    { found: text },
    fixOf('Insert "include:" before the name', false, insert(start, 'include:')),
  );
  return true;
}

/** Names that no count of letters brings near. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['host', 'a'],
  ['aaaa', 'a'],
  ['includes', 'include'],
  ['exist', 'exists'],
  ['inc', 'include'],
  ['al', 'all'],
]);

function meantMechanism({ name, argument }: Mechanism): string | undefined {
  const word = name.text.toLowerCase();
  if (word === '' || /^[^a-z]/.test(word)) return undefined;
  if (/^ip[-_]?v?[-_]?[46]?(?:addr(?:ess)?)?$/.test(word)) {
    const version = parseAddress((argument?.text ?? '').replace(/\/\d+$/, ''))?.version ?? (word.includes('6') ? 6 : 4);
    return `ip${version}`;
  }
  // One letter is an edit away from `a`, whatever it is.
  return otherNames.get(word) ?? (word.length < 2 ? undefined : nearest(word, mechanismNames));
}

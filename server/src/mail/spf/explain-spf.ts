/** An SPF record in plain words, term by term. */

import type { Explanation } from '../grammar/problem.ts';
import { cost, mostLookups } from './limits.ts';
import { formatAddress } from './syntax/address.ts';
import { readable } from './syntax/readable.ts';
import type { Macro, MacroString, Mechanism, Modifier, Qualifier, SpfRecord, SpfTerm } from './syntax/spf-record.ts';
import { firstAll } from './syntax/spf-record.ts';

/** One piece for the version and one for each term, in the order of the text. Empty for text that is nothing like an SPF record. */
export function explainSpf(record: SpfRecord): readonly Explanation[] {
  if (record.version === undefined) return [];
  const { start, end } = record.version;
  const version = {
    start,
    end,
    text:
      record.text.length === end
        ? 'An empty SPF record: every result is neutral.'
        : 'An SPF record (RFC 7208): which hosts may send mail as this domain.',
  };
  const all = firstAll(record);
  return [
    version,
    ...record.terms.map((term) => ({ start: term.start, end: term.end, text: explainBefore(term, all) })),
  ];
}

/** One or two sentences; with the record, also whether the term is ever reached. */
export function explainTerm(term: SpfTerm, record?: SpfRecord): string {
  return explainBefore(term, record === undefined ? undefined : firstAll(record));
}

function explainBefore(term: SpfTerm, all: Mechanism | undefined): string {
  if (term.faults.length > 0) return 'This is invalid, so receivers reject the whole record (permerror).';
  const text = term.kind === 'mechanism' ? explainMechanism(term) : explainModifier(term);
  if (all === undefined) return text;
  if (term.kind === 'mechanism' && term.start > all.start)
    return `${text} It's never reached because it comes after "${all.text}".`;
  return term.known === 'redirect' ? `${text} It's ignored because "${all.text}" matches first.` : text;
}

const outcomes: Readonly<Record<Qualifier, string>> = {
  '+': 'may send as this domain (pass)',
  '-': 'may not send as this domain (fail)',
  '~': 'probably may not send as this domain (softfail)',
  '?': 'are neither allowed nor forbidden (neutral)',
};

const outcomeOfAll: Readonly<Record<Qualifier, string>> = {
  '+': 'Every other host may send as this domain (pass): the record keeps no host out.',
  '-': 'No other host may send as this domain (fail): receivers may reject its mail.',
  '~': 'Other hosts probably may not send as this domain (softfail): receivers accept their mail but treat it as suspicious.',
  '?': 'Other hosts are neither allowed nor forbidden (neutral), as if there were no record.',
};

function explainMechanism(term: Mechanism): string {
  if (term.known === 'all') return outcomeOfAll[term.qualifier];
  if (term.known === 'include') return explainInclude(term);
  return `${hostsOf(term)} ${outcomes[term.qualifier]}.${costs(term)}`;
}

function costs(term: Mechanism): string {
  if (cost(term) === 0) return ' It needs no DNS lookup.';
  const more = term.known === 'ptr' ? ' RFC 7208 §5.5 says not to use it.' : '';
  return ` ${costWords(term)}.${more}`;
}

function costWords(term: SpfTerm): string {
  const lookups = cost(term);
  return `It costs ${lookups === 1 ? 'one' : lookups} of ${mostLookups} lookups`;
}

function hostsOf(term: Mechanism): string {
  const name = term.domain === undefined ? 'this domain' : nameText(term.domain);
  const within = networksAround(term);
  switch (term.known) {
    case 'a':
      return `Hosts at the addresses (A, AAAA) of ${name}${within}`;
    case 'mx':
      return `The mail hosts (MX) of ${name}${within}`;
    case 'ptr':
      return `Hosts whose verified PTR name is ${name} or below it`;
    case 'exists':
      return `Hosts for which ${name} has an A record`;
    default:
      return networkText(term);
  }
}

function networkText(term: Mechanism): string {
  const address = term.network?.address;
  if (address === undefined) return term.text;
  const prefix = (term.cidr4 ?? term.cidr6)?.value;
  const bits = address.version === 4 ? 32 : 128;
  if (prefix === undefined || prefix === bits) return `Hosts at ${formatAddress(address)}`;
  const free = bits - prefix;
  const count = free <= 32 ? String(2 ** free) : `2^${free}`;
  return `The ${count} addresses of ${formatAddress(address)}/${prefix}`;
}

function networksAround(term: Mechanism): string {
  const parts = [term.cidr4, term.cidr6].flatMap((length, index) =>
    length?.value === undefined ? [] : [`/${length.value} (IPv${index === 0 ? 4 : 6})`],
  );
  return parts.length === 0 ? '' : `, and others in the same ${parts.join(' or ')} network,`;
}

function explainInclude(term: Mechanism): string {
  const name = term.domain === undefined ? '' : nameText(term.domain);
  return `Hosts that pass the SPF record of ${name} ${outcomes[term.qualifier]}. Nothing else in it applies here, not even its "all". ${costWords(term)}, plus those inside.`;
}

function explainModifier(term: Modifier): string {
  const name = term.domain === undefined ? '' : nameText(term.domain);
  if (term.known === 'redirect')
    return `If nothing here matches, the SPF record of ${name} decides instead, including its "all". ${costWords(term)}, plus those inside.`;
  if (term.known === 'exp') return `When mail fails, receivers may show the sender the text (TXT) at ${name}.`;
  return `Receivers ignore the unknown modifier "${term.name.text}".`;
}

/** A name, and what each of its macros stands for. */
function nameText(name: MacroString): string {
  const macros = name.parts.filter((part) => part.kind === 'macro');
  const text = readable(name.text.replace(/(?<=.)\.$/, ''));
  return macros.length === 0
    ? text
    : `${text} (${macros.map((macro) => `${macro.text}: ${macroText(macro)}`).join('; ')})`;
}

const letterTexts: Readonly<Record<string, string>> = {
  s: `the sender's address`,
  l: `the part of the sender's address before @`,
  o: `the sender's domain`,
  d: 'this domain',
  i: `the sending host's IP address`,
  p: `the sending host's verified name`,
  v: 'in-addr or ip6',
  h: 'the HELO name',
  c: `the sending host's IP address`,
  r: 'the receiving host',
  t: 'the time',
};

function macroText(macro: Macro): string {
  const words = [letterTexts[macro.letter] ?? ''];
  if (macro.delimiters !== '') words.push(`split at ${[...macro.delimiters].join(' ')}`);
  if (macro.reverse) words.push('reversed');
  if (macro.keep !== undefined) words.push(macro.keep === 1 ? 'its last part' : `its last ${macro.keep} parts`);
  if (macro.urlEscape) words.push('URL-escaped');
  return words.join(', ');
}

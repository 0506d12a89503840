/** Addresses that aren't (RFC 7208 §5.6). */

import { parseIp4, parseIp6 } from '../syntax/address.ts';
import { parseTerm } from '../syntax/parse.ts';
import { readable } from '../syntax/readable.ts';
import type { Fault, Mechanism } from '../syntax/spf-record.ts';
import { fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';
import { rangeNetworks } from './ranges.ts';

type Fix = ReturnType<typeof fixOf> | Record<string, never>;

/** The term's fault is its address; there may be a good prefix length behind it. */
export function addressProblem(term: Mechanism, fault: Fault, report: SpfReport): void {
  const macro = /%\{[^}]*\}|%/.exec(fault.text);
  if (macro !== null) {
    const start = fault.start + macro.index;
    report(
      'spf/macro-in-ip',
      'macro',
      { start, end: start + macro[0].length },
      { name: term.name.text, found: macro[0] },
    );
  } else if (term.known === 'ip4') ip4Problem(term, fault, report);
  else ip6Problem(term, fault, report);
}

/** The mechanism with other text from the address on, where that is good. */
function rewrite(term: Mechanism, fault: Fault, name: string, address: string, title: string, safe: boolean): Fix {
  const after = term.text.slice(fault.end - term.start);
  if (parseTerm(`${name}:${address}${after}`).faults.length > 0) return {};
  if (name === term.name.text) return fixOf(title, safe, replace(fault, address));
  return fixOf(title, safe, replace({ start: term.name.start, end: fault.end }, `${name}:${address}`));
}

function ip4Problem(term: Mechanism, fault: Fault, report: SpfReport): void {
  const { text } = fault;
  const found = readable(text);
  const bare = text.replace(/^\[|\]$/g, '');
  if (parseIp6(bare) !== undefined) {
    report(
      'spf/ip4-is-v6',
      'version',
      fault,
      { found: bare },
      rewrite(term, fault, 'ip6', bare, `Replace with ip6:${bare}`, true),
    );
    return;
  }
  if (partialProblem(term, fault, report)) return;
  const range = rangeNetworks(text);
  if (range !== undefined) {
    const expected = range.map((network) => `${term.qualifierPart?.text ?? ''}ip4:${network}`).join(' ');
    const whole = term.text.length === fault.end - term.start;
    report(
      'spf/ip4-syntax',
      'range',
      fault,
      { found, expected },
      whole ? fixOf('Replace the range with networks', false, replace(term, expected)) : {},
    );
    return;
  }
  const port = /^(.*)(:\d+)$/.exec(text);
  if (port?.[1] !== undefined && parseIp4(port[1]) !== undefined) {
    report(
      'spf/ip4-syntax',
      'port',
      { start: fault.end - (port[2] ?? '').length, end: fault.end },
      { found },
      rewrite(term, fault, term.name.text, port[1], 'Remove the port', false),
    );
  } else if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) numberProblem(term, fault, report);
  else if (isHostName(text))
    report(
      'spf/ip4-syntax',
      'hostname',
      fault,
      { found },
      rewrite(term, fault, 'a', text, `Replace with a:${text}`, false),
    );
  else
    report(
      'spf/ip4-syntax',
      'syntax',
      fault,
      { found },
      rewrite(term, fault, term.name.text, bare.replace(/\.$/, ''), 'Keep only the address', true),
    );
}

/** Four numbers, of which one is too great or begins with a zero. */
function numberProblem(term: Mechanism, fault: Fault, report: SpfReport): void {
  const numbers = fault.text.split('.');
  const bad = numbers.findIndex((number) => Number(number) > 255);
  const index = bad < 0 ? numbers.findIndex((number) => /^0\d/.test(number)) : bad;
  const start = fault.start + numbers.slice(0, index).join('.').length + (index > 0 ? 1 : 0);
  const at = { start, end: start + (numbers[index] ?? '').length };
  if (bad >= 0) report('spf/ip4-syntax', 'octet', at, { found: fault.text });
  else
    report(
      'spf/ip4-syntax',
      'zeros',
      at,
      { found: fault.text },
      rewrite(term, fault, term.name.text, numbers.map(Number).join('.'), 'Remove the leading zeros', false),
    );
}

/** `192.0.2`, `192.0.2.*`, `95.0.X.X`: a network of whole octets. */
function partialProblem(term: Mechanism, fault: Fault, report: SpfReport): boolean {
  const match = /^((?:\d{1,3}\.){0,2}\d{1,3})((?:\.[xn*]+)*)\.?$/i.exec(fault.text);
  const kept = match?.[1]?.split('.') ?? [];
  const wild = match?.[2] !== undefined && match[2] !== '';
  if (match === null || (!wild && kept.length > 3) || kept.some((octet) => parseIp4(`0.0.0.${octet}`) === undefined))
    return false;
  const octets = [...kept, '0', '0', '0'].slice(0, 4).join('.');
  const length = term.cidr4?.value;
  const expected = `${octets}/${length ?? 8 * kept.length}`;
  const at = wild ? { start: fault.start + (match[1]?.length ?? 0) + 1, end: fault.end } : fault;
  const edit = replace({ start: fault.start, end: term.end }, expected);
  const good = parseTerm(`ip4:${expected}`).faults.length === 0 && (term.cidr4 === undefined || length !== undefined);
  report(
    'spf/ip4-syntax',
    wild ? 'wildcard' : 'short',
    at,
    { found: readable(fault.text), expected },
    good ? fixOf(`Replace with ip4:${expected}`, length !== undefined && !wild, edit) : {},
  );
  return true;
}

function ip6Problem(term: Mechanism, fault: Fault, report: SpfReport): void {
  const { text } = fault;
  const found = readable(text);
  const bare = text.replace(/^\[|\]$/g, '');
  if (parseIp4(bare) !== undefined) {
    report(
      'spf/ip6-is-v4',
      'version',
      fault,
      { found: bare },
      rewrite(term, fault, 'ip4', bare, `Replace with ip4:${bare}`, true),
    );
  } else if (bare !== text && parseIp6(bare) !== undefined) {
    report(
      'spf/ip6-syntax',
      'brackets',
      fault,
      { found },
      rewrite(term, fault, term.name.text, bare, 'Remove the brackets', true),
    );
  } else if (isHostName(text))
    report(
      'spf/ip6-syntax',
      'hostname',
      fault,
      { found },
      rewrite(term, fault, 'a', text, `Replace with a:${text}`, false),
    );
  else report('spf/ip6-syntax', 'syntax', fault, { found });
}

function isHostName(text: string): boolean {
  return /[g-z]/i.test(text) && parseTerm(`a:${text}`).faults.length === 0;
}

/** `/24`, `//64` and what people write in their place (RFC 7208 §5.3, §5.6). */

import { parseIp4 } from '../syntax/address.ts';
import { parseTerm } from '../syntax/parse.ts';
import { readable } from '../syntax/readable.ts';
import type { Fault, Mechanism } from '../syntax/spf-record.ts';
import { fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

export function lengthProblem(term: Mechanism, fault: Fault, report: SpfReport): void {
  if (term.known === 'ip4' || term.known === 'ip6') networkLength(term, fault, report);
  else if (term.known === 'a' || term.known === 'mx') hostLength(term, fault, report);
  else
    report(
      'spf/cidr-dual',
      'notHere',
      fault,
      { name: term.name.text, found: readable(fault.text) },
      fixWhereGood(term, fault, '', false),
    );
}

function networkLength(term: Mechanism, fault: Fault, report: SpfReport): void {
  const code = term.known === 'ip4' ? 'spf/ip4-cidr' : 'spf/ip6-cidr';
  const found = readable(fault.text);
  const mask = netmaskLength(fault.text.slice(1));
  if (term.known === 'ip4' && mask !== undefined) {
    report('spf/ip4-cidr', 'netmask', fault, { found, expected: `/${mask}` }, fixWhereGood(term, fault, `/${mask}`));
  } else if (/^\/\/\d+$/.test(fault.text))
    report(code, 'double', fault, { found }, fixWhereGood(term, fault, fault.text.slice(1)));
  else if (/^\/0\d+$/.test(fault.text))
    report(code, 'zeros', fault, { found }, fixWhereGood(term, fault, withoutZeros(fault.text)));
  else report(code, /^\/\d+$/.test(fault.text) ? 'range' : 'syntax', fault, { found });
}

function hostLength(term: Mechanism, fault: Fault, report: SpfReport): void {
  const found = readable(fault.text);
  const both = /^\/(\d+)\/(\d+)$/.exec(fault.text);
  if (both !== null)
    report(
      'spf/cidr-dual',
      'slashes',
      fault,
      { found },
      fixWhereGood(term, fault, `/${both[1] ?? ''}//${both[2] ?? ''}`, false),
    );
  else if (/^\/+0\d+$/.test(fault.text))
    report('spf/cidr-dual', 'zeros', fault, { found }, fixWhereGood(term, fault, withoutZeros(fault.text)));
  else if (/^\/\d+$/.test(fault.text))
    report('spf/cidr-dual', 'range4', fault, { found }, fixWhereGood(term, fault, `/${fault.text}`, false));
  else if (/^\/\/\d+$/.test(fault.text)) report('spf/cidr-dual', 'range6', fault, { found });
  else report('spf/cidr-dual', 'slashes', fault, { found });
}

function withoutZeros(length: string): string {
  return length.replace(/^(\/+)0+(?=\d)/, '$1');
}

function fixWhereGood(
  term: Mechanism,
  fault: Fault,
  text: string,
  safe = true,
): ReturnType<typeof fixOf> | Record<string, never> {
  const before = term.text.slice(0, fault.start - term.start);
  const after = term.text.slice(fault.end - term.start);
  if (parseTerm(before + text + after).faults.length > 0) return {};
  return fixOf(text === '' ? `Remove ${fault.text}` : `Replace with ${text}`, safe, replace(fault, text));
}

/** 255.255.255.0 is 24; undefined for what is no netmask. */
function netmaskLength(text: string): number | undefined {
  const octets = parseIp4(text)?.octets;
  if (octets === undefined) return undefined;
  const bits = octets.map((octet) => octet.toString(2).padStart(8, '0')).join('');
  const length = bits.indexOf('0') < 0 ? 32 : bits.indexOf('0');
  return bits.includes('1', length) ? undefined : length;
}

/** Names that end in no top-level domain (RFC 7208 §7.1), above all addresses where a name should be. */

import { parseAddress } from '../syntax/address.ts';
import { parseTerm } from '../syntax/parse.ts';
import { readable } from '../syntax/readable.ts';
import { firstAll } from '../syntax/spf-record.ts';
import type { Fault, SpfRecord, SpfTerm } from '../syntax/spf-record.ts';
import { fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

export function domainProblem(record: SpfRecord, term: SpfTerm, fault: Fault, report: SpfReport): void {
  if (addressForName(record, term, fault, report)) return;
  const found = readable(fault.text);
  const at = (text: string): { readonly start: number; readonly end: number } => {
    const start = fault.start + fault.text.lastIndexOf(text);
    return { start, end: start + text.length };
  };
  const quote = /(?<!["'`])["'`]+$/.exec(fault.text) ?? /^["'`]+/.exec(fault.text);
  const port = /^[^:]*(:\d+)$/.exec(fault.text)?.[1];
  const url = /^https?:\/\/([^/:?#]+).*$/i.exec(fault.text)?.[1];
  const last = fault.text.slice(fault.text.replace(/\.$/, '').lastIndexOf('.') + 1);
  const code = 'spf/domain-spec-nolabel';
  if (url !== undefined) report(code, 'url', fault, { found }, fixWhereGood(term, fault, 'Keep only the name', url));
  else if (quote !== null)
    report(
      code,
      'quote',
      at(quote[0]),
      { found },
      fixWhereGood(term, fault, 'Remove the quotation marks', fault.text.replace(/["'`]/g, '')),
    );
  else if (port !== undefined)
    report(
      code,
      'port',
      at(port),
      { found },
      fixWhereGood(term, fault, 'Remove the port', fault.text.slice(0, -port.length)),
    );
  else if (/%\{[^}]*\}[^.%]+\.?$/.test(fault.text)) report(code, 'afterMacro', fault, { found });
  else if (/^[^.%]+\.?$/.test(fault.text)) report(code, 'single', fault, { found: found.replace(/\.$/, '') });
  else if (/^\d+\.?$/.test(last)) report(code, 'numeric', at(last), { found });
  else report(code, 'ending', last === '' ? fault : at(last), { found });
}

function fixWhereGood(
  term: SpfTerm,
  fault: Fault,
  title: string,
  text: string,
): ReturnType<typeof fixOf> | Record<string, never> {
  const before = term.text.slice(0, fault.start - term.start);
  const after = term.text.slice(fault.end - term.start);
  return parseTerm(before + text + after).faults.length === 0 ? fixOf(title, true, replace(fault, text)) : {};
}

const codes = { a: 'spf/a-ip', mx: 'spf/mx-ip' } as const;

/** `a:192.0.2.1`: the commonest slip of all (RFC 7208 §5.3, §5.6). */
function addressForName(record: SpfRecord, term: SpfTerm, fault: Fault, report: SpfReport): boolean {
  const address = parseAddress(fault.text.replace(/^\[|\]$/g, ''));
  if (address === undefined) return false;
  const found = fault.text;
  const expected = `ip${address.version}`;
  const qualifier = term.kind === 'mechanism' ? (term.qualifierPart?.text ?? '') : '';
  const length = term.text.slice(fault.end - term.start);
  const text = `${expected}:${found.replace(/^\[|\]$/g, '')}${length}`;
  const at = { start: term.start + qualifier.length, end: term.end };
  const good = parseTerm(text).faults.length === 0;
  const fix = (safe: boolean, end = ''): ReturnType<typeof fixOf> | Record<string, never> =>
    good ? fixOf(`Replace with ${text}`, safe, replace(at, text + end)) : {};
  const args = { found, expected };
  if (term.known === 'a' || term.known === 'mx') report(codes[term.known], 'address', fault, args, fix(true));
  else if (term.known === 'redirect')
    report('spf/redirect-ip', 'address', fault, args, fix(false, firstAll(record) === undefined ? ' ~all' : ''));
  else
    report(
      'spf/domain-spec-nolabel',
      'address',
      fault,
      { ...args, name: term.name.text },
      term.known === 'exp' ? {} : fix(false),
    );
  return true;
}

import { domainToASCII } from 'node:url';
import { plainName } from '../../mail/dns/resolver.ts';
import { parseAddress } from '../../mail/spf/syntax/address.ts';
import { printableJson } from '../../hosts/node/printable.ts';
import { mostVoidLookups, ofMostLookups } from '../../mail/spf/limits.ts';
import { checkHost } from '../../mail/spf/check-host.ts';
import type { SpfVerdict, WalkStep } from '../../mail/spf/verdict.ts';
import { Failure } from '../process/failure.ts';
import { Output } from '../reports/output.ts';
import { ZoneSet } from '../zones/zone-set.ts';
import { FOUND, GOOD, TROUBLE } from '../reports/exit-status.ts';

export interface SpfOptions {
  readonly allowOutside?: boolean;
  readonly ip: string;
  readonly sender: string;
  readonly helo?: string;
  readonly format: 'text' | 'json';
}

/** Runs check_host() of RFC 7208 with zone files as the DNS, and prints the verdict and how it came about. A mail that would be refused or an SPF record that is broken gives status 1. */
export async function spf(
  paths: readonly string[],
  { ip, sender, helo, format, ...reading }: SpfOptions,
): Promise<number> {
  if (parseAddress(ip) === undefined)
    throw new Failure(
      `"${ip}" isn't an IP address; --ip takes the address of the sending server, such as 192.0.2.25 or 2001:db8::25.`,
    );
  const from = sender === '<>' ? '' : asciiMailbox(sender),
    greeting = asciiName(helo ?? domainOf(from));
  if (greeting === '')
    throw new Failure('A bounce has no sender, so SPF checks the HELO name: give it with --helo NAME.');
  const zones = await ZoneSet.read(paths, reading),
    outside = new Set<string>(),
    verdict = checkHost(
      { ip, sender: from, helo: greeting },
      zones.resolver('nxdomain', (name) => outside.add(plainName(name))),
    );
  const output = new Output();
  if (format === 'json') output.write(`${printableJson({ ip, sender: from, helo: greeting, ...verdict }, 1)}\n`);
  else writeVerdict(verdict, [...outside], output);
  output.flush();
  if (zones.isIncomplete) return TROUBLE;
  return ['fail', 'permerror', 'temperror'].includes(verdict.result) ? FOUND : GOOD;
}

/** Domains in their ASCII form, as SPF sees them (RFC 8616 §4). */
function asciiMailbox(sender: string): string {
  const domain = domainOf(sender);
  return sender.slice(0, sender.length - domain.length) + asciiName(domain);
}

function asciiName(name: string): string {
  return /^[\x00-\x7f]*$/.test(name) ? name : domainToASCII(name) || name;
}

function domainOf(sender: string): string {
  return sender.slice(sender.lastIndexOf('@') + 1);
}

function writeVerdict(
  { result, problem, explanation, matched, walk, lookups, voidLookups }: SpfVerdict,
  outside: readonly string[],
  { line, write }: Output,
): void {
  line(`${result}${matched === undefined ? '' : `, by ${matched}`}`);
  if (problem !== undefined) line(`  ${problem.message}`);
  if (explanation !== undefined) line(`  Explanation by the domain: ${explanation}`);
  write('\n');
  for (const step of walk) for (const text of stepLines(step)) line(`${'  '.repeat(step.depth)}${text}`);
  write('\n');
  line(`${ofMostLookups(lookups)}, ${voidLookups} of ${mostVoidLookups} void lookups.`);
  if (outside.length > 0)
    line(
      `${outside.join(', ')} ${outside.length === 1 ? 'is' : 'are'} not in these zones, so the result is as if ${outside.length === 1 ? `it didn't` : `they didn't`} exist: add a file with the published records.`,
    );
}

function stepLines({ kind, domain, term, outcome, result, detail, asked }: WalkStep): readonly string[] {
  const subject =
    kind === 'record' ? `${domain}: ${term === '' ? 'no record' : term}` : `  ${term === '' ? kind : term}`;
  const verdict =
    kind === 'record' ? '' : `  → ${outcome === 'result' || outcome === 'match' ? (result ?? outcome) : outcome}`;
  const queries = asked.map(
    ({ name, type, status, answers, void: isVoid }) =>
      `      ${name} ${type}: ${answers.length > 0 ? answers.join(', ') : status}${isVoid ? ' (counts as void)' : ''}`,
  );
  return [`${subject}${verdict}${detail === '' ? '' : `  (${detail})`}`, ...(kind === 'record' ? [] : queries)];
}

/** Networks that are good in grammar and doubtful in sense (RFC 7208 §5.6). */

import { addressBits, formatAddress, isIp4Mapped, networkAddress, sameAddress, unmapped } from '../syntax/address.ts';
import type { Mechanism, SpfRecord } from '../syntax/spf-record.ts';
import { specialNetwork } from '../syntax/special-addresses.ts';
import { fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

/** Prefix lengths up to which a network is more than any one sender has. */
const huge = { 4: 8, 6: 32 } as const;

export function networkProblems(record: SpfRecord, report: SpfReport): void {
  for (const term of record.mechanisms) {
    if (term.faults.length > 0) continue;
    if (term.known === 'ip4' || term.known === 'ip6') networkProblem(term, report);
    else if (term.known === 'a' || term.known === 'mx') hostProblem(term, report);
  }
}

function networkProblem(term: Mechanism, report: SpfReport): void {
  const address = term.network?.address;
  if (address === undefined || term.network === undefined) return;
  if (term.known === 'ip6' && isIp4Mapped(address)) {
    mappedProblem(term, report);
    return;
  }
  const length = term.cidr4 ?? term.cidr6;
  const prefix = length?.value ?? addressBits(address.version);
  const whole = { start: term.network.start, end: term.end };
  const found = term.text.slice(whole.start - term.start);
  if (prefix === 0 && length !== undefined) {
    report(address.version === 4 ? 'spf/ip4-cidr' : 'spf/ip6-cidr', 'zero', length, { found }, { severity: 'warning' });
    return;
  }
  const what = specialNetwork(address, prefix);
  if (what !== undefined) report('spf/ip-private', 'special', whole, { found, what });
  else if (term.qualifier === '+' && prefix <= huge[address.version])
    report('spf/ip-huge', 'huge', whole, { found, count: addressCount(address.version, prefix) });
  const network = networkAddress(address, prefix);
  if (sameAddress(network, address)) return;
  const expected = `${formatAddress(network)}/${prefix}`;
  report(
    'spf/ip-hostbits',
    'bits',
    whole,
    { found, expected, bits: addressBits(address.version) },
    fixOf(`Replace with ${expected}`, false, replace(whole, expected)),
  );
}

/** Receivers take a connection from an IPv4-mapped address for IPv4 (RFC 7208 §5). */
function mappedProblem(term: Mechanism, report: SpfReport): void {
  const address = term.network?.address;
  const prefix = term.cidr6?.value ?? 128;
  if (address === undefined || prefix < 96) return;
  const expected = formatAddress(unmapped(address)) + (prefix === 128 ? '' : `/${prefix - 96}`);
  const at = { start: term.name.start, end: term.end };
  report(
    'spf/ip6-is-v4',
    'mapped',
    at,
    { found: term.text.slice(at.start - term.start), expected },
    fixOf(`Replace with ip4:${expected}`, true, replace(at, `ip4:${expected}`)),
  );
}

function addressCount(version: 4 | 6, prefix: number): string {
  return version === 4 ? (2 ** (32 - prefix)).toLocaleString('en') : `2^${128 - prefix}`;
}

function hostProblem(term: Mechanism, report: SpfReport): void {
  for (const [length, limit, version] of [
    [term.cidr4, huge[4], 4],
    [term.cidr6, huge[6], 6],
  ] as const) {
    if (length?.value === undefined) continue;
    if (length.value === 0) report('spf/cidr-dual', 'zero', length, { found: term.text }, { severity: 'warning' });
    else if (term.qualifier === '+' && length.value <= limit)
      report('spf/ip-huge', 'huge', length, { found: term.text, count: addressCount(version, length.value) });
  }
}

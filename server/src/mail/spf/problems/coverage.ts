/** Mechanisms that another one makes superfluous. None is reported where taking it out could change a verdict. */

import { addressBits, inNetwork } from '../address.ts';
import { firstAll } from '../record.ts';
import type { Mechanism, SpfRecord } from '../record.ts';
import { cutTerm, fixOf } from './edits.ts';
import type { SpfReport } from './edits.ts';

export function coverageProblems(record: SpfRecord, report: SpfReport): void {
  const all = firstAll(record);
  const reached = record.mechanisms.filter((mechanism) => mechanism.faults.length === 0 && mechanism.known !== 'all' && (all === undefined || mechanism.start < all.start));
  for (const [index, mechanism] of reached.entries()) {
    const before = reached.slice(0, index);
    const fix = fixOf(`Remove ${mechanism.text}`, true, cutTerm(record, mechanism));
    const twin = before.find((other) => asksTheSame(other, mechanism));
    if (twin !== undefined) {
      const code = mechanism.known === 'include' ? 'spf/duplicate-include' : 'spf/duplicate-mechanism';
      report(code, 'second', mechanism, { found: mechanism.text, other: twin.text }, fix);
      continue;
    }
    const earlier = before.find((other) => covers(other, mechanism));
    const later = earlier === undefined ? coveredLater(reached, index) : undefined;
    if (earlier !== undefined) report('spf/ip-covered', 'earlier', mechanism, { found: mechanism.text, other: earlier.text }, fix);
    else if (later !== undefined) report('spf/ip-covered', 'later', mechanism, { found: mechanism.text, other: later.text }, fix);
  }
}

/** Apart from the qualifier and from spellings that mean the same. */
function asksTheSame(a: Mechanism, b: Mechanism): boolean {
  return a.known === b.known && canonical(a) === canonical(b);
}

function canonical(mechanism: Mechanism): string {
  if (mechanism.network !== undefined) return `${mechanism.network.address?.octets.join('.') ?? ''}/${prefixOf(mechanism)}`;
  const name = mechanism.domain?.text.replace(/\.$/, '') ?? '%{d}';
  // Upper-case macro letters mean something else, so only names without macros are compared without case.
  return `${name.includes('%') ? name : name.toLowerCase()}/${mechanism.cidr4?.value ?? 32}//${mechanism.cidr6?.value ?? 128}`;
}

function prefixOf(mechanism: Mechanism): number {
  return (mechanism.cidr4 ?? mechanism.cidr6)?.value ?? addressBits(mechanism.network?.address?.version ?? 4);
}

function covers(wide: Mechanism, narrow: Mechanism): boolean {
  const [network, address] = [wide.network?.address, narrow.network?.address];
  if (network === undefined || address === undefined || prefixOf(wide) > prefixOf(narrow)) return false;
  return inNetwork(address, network, prefixOf(wide));
}

/** A wider network behind it with the same qualifier, and nothing but networks with that qualifier on the way there. */
function coveredLater(reached: readonly Mechanism[], index: number): Mechanism | undefined {
  const mechanism = reached[index];
  if (mechanism === undefined) return undefined;
  const after = reached.slice(index + 1);
  const other = after.findIndex((candidate) => candidate.qualifier !== mechanism.qualifier || candidate.network === undefined);
  return after.slice(0, other < 0 ? after.length : other).find((candidate) => covers(candidate, mechanism) && prefixOf(candidate) < prefixOf(mechanism));
}

/** Mechanisms that another one makes superfluous. None is reported where taking it out could change a verdict. */

import { addressBits, networkAddress } from '../syntax/address.ts';
import type { IpAddress } from '../syntax/address.ts';
import { firstAll } from '../syntax/spf-record.ts';
import type { Mechanism, SpfRecord } from '../syntax/spf-record.ts';
import { cutTerm, fixOf } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

export function coverageProblems(record: SpfRecord, report: SpfReport): void {
  const all = firstAll(record);
  const reached = record.mechanisms.filter(
    (mechanism) =>
      mechanism.faults.length === 0 && mechanism.known !== 'all' && (all === undefined || mechanism.start < all.start),
  );
  const wider = widerBehind(reached);
  const asked = new Map<string, Mechanism>();
  const networks = noNetworks();
  for (const mechanism of reached) {
    const key = canonical(mechanism);
    const [twin, earlier, later] = [
      asked.get(key),
      covering(networks, mechanism, prefixOf(mechanism)),
      wider.get(mechanism),
    ];
    if (twin === undefined) asked.set(key, mechanism);
    addNetwork(networks, mechanism);
    const found = mechanism.text;
    const fix = fixOf(`Remove ${found}`, false, cutTerm(record, mechanism));
    const code = mechanism.known === 'include' ? 'spf/duplicate-include' : 'spf/duplicate-mechanism';
    if (twin !== undefined) report(code, 'second', mechanism, { found, other: twin.text }, fix);
    else if (earlier !== undefined) report('spf/ip-covered', 'earlier', mechanism, { found, other: earlier.text }, fix);
    else if (later !== undefined) report('spf/ip-covered', 'later', mechanism, { found, other: later.text }, fix);
  }
}

/** The same for mechanisms that ask the same, whatever their qualifiers and spellings. */
function canonical(mechanism: Mechanism): string {
  const address = mechanism.network?.address;
  if (address !== undefined) return networkKey(address, prefixOf(mechanism));
  const name = mechanism.domain?.text.replace(/\.$/, '') ?? '%{d}';
  // Upper-case macro letters mean something else, so only names without macros are compared without case.
  return `${mechanism.known ?? ''}:${name.includes('%') ? name : name.toLowerCase()}/${mechanism.cidr4?.value ?? 32}//${mechanism.cidr6?.value ?? 128}`;
}

function networkKey(address: IpAddress, prefix: number): string {
  return `${networkAddress(address, prefix).octets.join('.')}/${prefix}`;
}

function prefixOf(mechanism: Mechanism): number {
  return (mechanism.cidr4 ?? mechanism.cidr6)?.value ?? addressBits(mechanism.network?.address?.version ?? 4);
}

/** Found by address and prefix length; a record may have thousands, but they have few lengths. */
interface Networks {
  readonly byKey: Map<string, Mechanism>;
  readonly lengths: Set<number>;
}

function noNetworks(): Networks {
  return { byKey: new Map(), lengths: new Set() };
}

function addNetwork(networks: Networks, mechanism: Mechanism): void {
  const address = mechanism.network?.address;
  if (address === undefined) return;
  const key = networkKey(address, prefixOf(mechanism));
  if (!networks.byKey.has(key)) networks.byKey.set(key, mechanism);
  networks.lengths.add(prefixOf(mechanism));
}

/** A network that holds this one and has at most `longest` bits. */
function covering(networks: Networks, mechanism: Mechanism, longest: number): Mechanism | undefined {
  const address = mechanism.network?.address;
  if (address === undefined) return undefined;
  for (const prefix of networks.lengths) {
    const other = prefix <= longest ? networks.byKey.get(networkKey(address, prefix)) : undefined;
    if (other !== undefined) return other;
  }
  return undefined;
}

/** For each network the wider one behind it, where both have the same qualifier and between them are only networks with that qualifier. */
function widerBehind(reached: readonly Mechanism[]): ReadonlyMap<Mechanism, Mechanism> {
  const wider = new Map<Mechanism, Mechanism>();
  let run = noNetworks();
  let qualifier: string | undefined;
  for (const mechanism of reached.toReversed()) {
    if (mechanism.network === undefined || mechanism.qualifier !== qualifier) run = noNetworks();
    qualifier = mechanism.network === undefined ? undefined : mechanism.qualifier;
    const other = covering(run, mechanism, prefixOf(mechanism) - 1);
    if (other !== undefined) wider.set(mechanism, other);
    addNetwork(run, mechanism);
  }
  return wider;
}

import type { NameId } from '../../../names/name-tree.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { addressText } from '../../../text/address.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { A, AAAA, NS } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRrset(['NS'], {
    several: true,
    when: (zone, _record, name) => zone.apexKnown && allHaveAddresses(zone, name),
  }),
  reports: 'deleg/ns-same-subnet',
  *run({ owner, records }, context) {
    const networks = new Set<string>(),
      v6 = new Set<string>(),
      addresses = new Set<string>();
    for (const ns of records)
      for (const type of [A, AAAA])
        for (const address of context.records(ns.target, type)) {
          if (address.broken) return;
          (type === A ? networks : v6).add(networkOf(address.octets));
          addresses.add(addressText(address.octets));
        }
    const servers = new Set(records.map((ns) => ns.target)).size;
    if (servers < 2 || addresses.size < 2 || networks.size > 1 || v6.size > 1) return;
    yield {
      message: 'same',
      at: records.at(-1)!.rdataSpan,
      args: { name: context.show(owner), networks: [...networks, ...v6].join(' and ') },
    };
  },
});

/** The /24 or /48 of an address. */
function networkOf(octets: Uint8Array): string {
  const kept = octets.length === 4 ? 3 : 6;
  return `${addressText(octets.map((octet, k) => (k < kept ? octet : 0)))}/${kept * 8}`;
}

function allHaveAddresses(zone: Zone, name: NameId): boolean {
  const { records } = zone;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    if (records.type[id] !== NS) continue;
    const target = records.target[id]!;
    if (target <= ROOT || (records.kinds(target) & HAS_ADDRESS) === 0) return false;
  }
  return true;
}

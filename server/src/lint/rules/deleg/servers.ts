import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { HAS_ADDRESS, HAS_NS, SPECIAL_ADDRESS } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import { dnameAbove } from '../../kit/below-dname.ts';
import { addRecord } from '../../kit/add-record.ts';
import { addressOf, isMailHost } from '../../kit/mail-hosts.ts';
import { isServedInside } from '../../kit/mail/private-network.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachRecord, eachRrset } from '../../engine/check.ts';
import { A, AAAA, NS } from '../../../zone/rrtypes/codes.ts';

const belowDname = check({
  on: eachRecord(['NS'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return zone.records.kinds(target) === 0 && dnameAbove(zone, target) >= 0;
    },
  }),
  reports: 'deleg/ns-below-dname',
  *run(ns, context) {
    if (ns.broken || context.lookup(ns.target, A).status !== 'redirected') return;
    yield {
      message: 'below',
      at: ns.rdataSpan,
      args: {
        target: context.show(ns.target),
        above: context.show(dnameAbove(context.zone, ns.target)),
        name: context.show(ns.owner),
      },
    };
  },
});

const siblingGlue = check({
  on: eachRecord(['NS'], {
    when: (zone, record, name) => {
      const target = zone.records.target[record]!;
      return (
        target > ROOT &&
        (zone.records.kinds(target) & HAS_ADDRESS) === 0 &&
        zone.inZone(target) &&
        (name === zone.apex || !zone.names.isAtOrBelow(target, name))
      );
    },
  }),
  reports: 'deleg/sibling-glue-missing',
  *run(ns, context) {
    const { zone, target, owner } = ns;
    if (ns.broken || !zone.apexKnown) return;
    const found = context.lookup(target, A);
    if (found.status !== 'delegated' || found.at === owner) return;
    yield {
      message: owner === zone.apex ? 'apex' : 'missing',
      at: ns.rdataSpan,
      args: { target: context.show(target), name: context.show(owner), cut: context.show(found.at) },
      fixes: [
        {
          title: `Add an A record for ${context.show(target)}`,
          safe: false,
          edits: () => [addRecord(zone, target, 'A', '${1:address}', { after: ns, snippet: true })],
        },
      ],
    };
  },
});

const single = check({
  on: eachRrset(['NS'], { when: (zone, record, name) => zone.apexKnown && !hasSecond(zone, record, name) }),
  reports: 'deleg/single-ns',
  *run({ owner, records }, context) {
    const [ns] = records;
    if (
      ns === undefined ||
      ns.broken ||
      !context.zone.inZone(owner) ||
      context.zone.purpose.isCatalog ||
      isPolicyZone(context)
    )
      return;
    yield { message: 'one', at: ns.rdataSpan, args: { name: context.show(owner) } };
  },
});

function hasSecond(zone: Zone, record: number, name: number): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (id !== record && zone.records.type[id] === NS) return true;
  return false;
}

const sameAddress = check({
  on: eachRrset(['NS'], { several: true, when: (zone, _record, name) => zone.apexKnown && mayShareOne(zone, name) }),
  reports: 'deleg/ns-same-ip',
  *run({ owner, records }, context) {
    const addresses = new Set<string>();
    for (const ns of records)
      for (const type of [A, AAAA])
        for (const record of context.records(ns.target, type))
          addresses.add(addressText(record.broken ? new Uint8Array(4) : record.octets));
    const last = records.at(-1)!,
      [address] = addresses;
    if (addresses.size === 1 && address !== undefined && new Set(records.map((ns) => ns.target)).size > 1)
      yield { message: 'same', at: last.rdataSpan, args: { name: context.show(owner), address } };
  },
});

/** Asked for every delegation: whether all addresses of its servers have the same rdata, by its hash. */
function mayShareOne(zone: Zone, name: NameId): boolean {
  const { records } = zone;
  let hash = 0,
    found = false;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    if (records.type[id] !== NS) continue;
    const target = records.target[id]!;
    if ((records.kinds(target) & HAS_ADDRESS) === 0) return false;
    for (let address = records.first(target); address >= 0; address = records.next[address]!) {
      if (records.type[address] !== A && records.type[address] !== AAAA) continue;
      if (found && records.hash[address] !== hash) return false;
      hash = records.hash[address]!;
      found = true;
    }
  }
  return found;
}

const many = check({
  on: eachRrset(['NS'], { several: true, when: (zone, _record, name) => hasMoreThan(zone, name, 13) }),
  reports: 'deleg/ns-over-13',
  *run({ owner, records }, context) {
    yield { message: 'many', at: records[13]!.rdataSpan, args: { name: context.show(owner), count: records.length } };
  },
});

function hasMoreThan(zone: Zone, name: NameId, most: number): boolean {
  let count = 0;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] === NS && ++count > most) return true;
  return false;
}

/** Whether an NS record points at a name. */
const isNameServer = (zone: Zone, name: NameId): boolean => (zone.records.referrerKinds(name) & HAS_NS) !== 0;

const privateAddress = check({
  on: eachRecord(['A', 'AAAA'], {
    when: (zone, record, name) =>
      isNameServer(zone, name) && !isMailHost(zone, name) && (zone.records.flags[record]! & SPECIAL_ADDRESS) !== 0,
  }),
  reports: 'deleg/ns-private-address',
  *run(record, context) {
    if (context.zone.purpose.isSink || isServedInside(context) || isPolicyZone(context)) return;
    const octets = addressOf(record),
      use = octets === undefined ? undefined : addressUse(octets);
    const kind = use === 'mapped' ? 'an IPv4 address written as IPv6' : use && unreachableAddress[use];
    if (octets === undefined || kind === undefined) return;
    yield {
      message: 'private',
      at: record.rdataSpan,
      args: { host: context.show(record.owner), address: addressText(octets), kind },
    };
  },
});

export default [belowDname, siblingGlue, single, sameAddress, many, privateAddress];

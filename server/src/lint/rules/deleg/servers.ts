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
import { defineRule, eachRecord, eachRrset } from '../../engine/rule.ts';

const A = 1, NS = 2, AAAA = 28;

const belowDname = defineRule({
  meta: {
    code: 'deleg/ns-below-dname', severity: 'error', source: 'RFC 2181 §10.3', bind: 'error',
    summary: 'NS target below a DNAME',
    messages: { below: `{target} is below the DNAME at {above}, so it's an alias: resolvers may not find {name}.` },
  },
  on: eachRecord(['NS'], { when: (zone, record) => { const target = zone.records.target[record]!; return zone.records.kinds(target) === 0 && dnameAbove(zone, target) >= 0; } }),
  *check(ns, context) {
    if (ns.broken || context.lookup(ns.target, A).status !== 'redirected') return;
    yield { message: 'below', at: ns.rdataSpan, args: { target: context.show(ns.target), above: context.show(dnameAbove(context.zone, ns.target)), name: context.show(ns.owner) } };
  },
});

const siblingGlue = defineRule({
  meta: {
    code: 'deleg/sibling-glue-missing', severity: 'warning', source: 'RFC 9471 §2.2', bind: 'warning', fix: 'unsafe',
    summary: 'Missing glue for a name server in another delegated zone',
    messages: {
      missing: '{target}, a server of {name}, is in the delegated zone {cut} without glue here: resolvers must find {cut} first.',
      apex: '{target}, a server of {name}, is in the delegated zone {cut}: resolvers reach it only through {name}.',
    },
  },
  on: eachRecord(['NS'], { when: (zone, record, name) => { const target = zone.records.target[record]!; return target > ROOT && (zone.records.kinds(target) & HAS_ADDRESS) === 0 && zone.inZone(target) && (name === zone.apex || !zone.names.isAtOrBelow(target, name)); } }),
  *check(ns, context) {
    const { zone, target, owner } = ns;
    if (ns.broken || !zone.apexKnown) return;
    const found = context.lookup(target, A);
    if (found.status !== 'delegated' || found.at === owner) return;
    yield {
      message: owner === zone.apex ? 'apex' : 'missing', at: ns.rdataSpan, args: { target: context.show(target), name: context.show(owner), cut: context.show(found.at) },
      ...(ns.generated ? {} : { fixes: [{ title: `Add an A record for ${context.show(target)}`, safe: false, edits: () => [addRecord(zone, target, 'A', '${1:192.0.2.53}', { after: ns, snippet: true })] }] }),
    };
  },
});

const single = defineRule({
  meta: {
    code: 'deleg/single-ns', severity: 'warning', profile: 'strict', source: 'RFC 1034 §4.1',
    summary: 'Only one name server',
    messages: { one: '{name} has only one name server: when it fails, so does {name}.' },
  },
  on: eachRrset(['NS'], { when: (zone, record, name) => zone.apexKnown && !hasSecond(zone, record, name) }),
  *check({ owner, records }, context) {
    const [ns] = records;
    if (ns === undefined || ns.broken || !context.zone.inZone(owner) || context.zone.purpose.isCatalog || isPolicyZone(context)) return;
    yield { message: 'one', at: ns.rdataSpan, args: { name: context.show(owner) } };
  },
});

function hasSecond(zone: Zone, record: number, name: number): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) if (id !== record && zone.records.type[id] === NS) return true;
  return false;
}

const sameAddress = defineRule({
  meta: {
    code: 'deleg/ns-same-ip', severity: 'warning', profile: 'strict', source: 'RFC 2182 §3.1',
    summary: 'One address for all name servers',
    messages: { same: 'All name servers of {name} share the address {address}: when that machine fails, so does {name}.' },
  },
  on: eachRrset(['NS'], { several: true, when: (zone, _record, name) => zone.apexKnown && mayShareOne(zone, name) }),
  *check({ owner, records }, context) {
    const addresses = new Set<string>();
    for (const ns of records) for (const type of [A, AAAA]) for (const record of context.records(ns.target, type)) addresses.add(addressText(record.broken ? new Uint8Array(4) : record.octets));
    const last = records.at(-1)!, [address] = addresses;
    if (addresses.size === 1 && address !== undefined && new Set(records.map(ns => ns.target)).size > 1) yield { message: 'same', at: last.rdataSpan, args: { name: context.show(owner), address } };
  },
});

/** Asked for every delegation: whether all addresses of its servers have the same rdata, by its hash. */
function mayShareOne(zone: Zone, name: NameId): boolean {
  const { records } = zone;
  let hash = 0, found = false;
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

const many = defineRule({
  meta: {
    code: 'deleg/ns-over-13', severity: 'information', profile: 'strict', source: 'RFC 2182 §5',
    summary: 'More than 13 name servers',
    messages: { many: '{name} has {count} name servers, but only 13 fit in a small answer with their addresses.' },
  },
  on: eachRrset(['NS'], { several: true, when: (zone, _record, name) => hasMoreThan(zone, name, 13) }),
  *check({ owner, records }, context) { yield { message: 'many', at: records[13]!.rdataSpan, args: { name: context.show(owner), count: records.length } }; },
});

function hasMoreThan(zone: Zone, name: NameId, most: number): boolean {
  let count = 0;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) if (zone.records.type[id] === NS && ++count > most) return true;
  return false;
}

/** Whether an NS record points at a name. */
const isNameServer = (zone: Zone, name: NameId): boolean => (zone.records.referrerKinds(name) & HAS_NS) !== 0;

const privateAddress = defineRule({
  meta: {
    code: 'deleg/ns-private-address', severity: 'warning', source: 'RFC 6890 §2.2.2',
    summary: 'Name server address unreachable from the internet',
    messages: { private: `The name server {host} has the address {address}, {kind}: resolvers on the internet can't reach it.` },
  },
  on: eachRecord(['A', 'AAAA'], { when: (zone, record, name) => isNameServer(zone, name) && !isMailHost(zone, name) && (zone.records.flags[record]! & SPECIAL_ADDRESS) !== 0 }),
  *check(record, context) {
    if (isServedInside(context) || isPolicyZone(context)) return;
    const octets = addressOf(record), use = octets === undefined ? undefined : addressUse(octets);
    const kind = use === 'mapped' ? 'an IPv4 address written as IPv6' : use && unreachableAddress[use];
    if (octets === undefined || kind === undefined) return;
    yield { message: 'private', at: record.rdataSpan, args: { host: context.show(record.owner), address: addressText(octets), kind } };
  },
});

export default [belowDname, siblingGlue, single, sameAddress, many, privateAddress];

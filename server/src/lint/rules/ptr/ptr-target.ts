import { lookup } from '../../../zone/model/lookup.ts';
import { LABEL_DIGITS, LABEL_UNDERSCORE, ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { addressOfReverse, addressText } from '../../../text/address.ts';
import { addRecord } from '../../kit/add-record.ts';
import { forgottenDot, isAddressText } from '../../kit/forgotten-dot.ts';
import { isReverseZone, isSmallReverseZone } from '../../kit/special-zone.ts';
import { check, eachRecord, eachRrset } from '../../engine/check.ts';
import { A, AAAA, PTR } from '../../../zone/rrtypes/codes.ts';

const inArpa = check({
  on: eachRecord(['PTR'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return target > ROOT && zone.records.kinds(target) === 0 && isReverseZone(zone) && zone.inZone(target);
    },
  }),
  reports: 'ptr/in-arpa',
  *run(ptr, context) {
    const written = ptr.source();
    if (
      ptr.broken ||
      written.endsWith('.') ||
      forgottenDot(ptr, 'ptrdname', context) !== undefined ||
      isAddressText(ptr, 'ptrdname')
    )
      return;
    yield { message: 'inside', at: ptr.rdataSpan, args: { written, becomes: context.show(ptr.target) } };
  },
});

const notArpa = check({
  on: eachRrset(['PTR'], {
    when: (zone, _record, name) =>
      zone.apexKnown &&
      zone.apex !== ROOT &&
      !isReverseZone(zone) &&
      zone.inZone(name) &&
      !isElsewhereRight(zone, name),
  }),
  reports: 'ptr/owner-not-arpa',
  *run({ owner, records }, context) {
    const [first] = records;
    if (first !== undefined) yield { message: 'forward', at: first.typeSpan, args: { name: context.show(owner) } };
  },
});

const reverseLabels = ['in-addr', 'ip6', 'arpa'];

/** Names outside the reverse tree that have PTR records for a reason: service discovery, members of catalog zones, and the reverse tree within another zone, as a policy zone has it. */
function isElsewhereRight(zone: Zone, name: NameId): boolean {
  for (let id = name; id !== ROOT; id = zone.names.parent(id)) {
    if ((zone.names.labelFlags(id) & LABEL_UNDERSCORE) !== 0) return true;
    const length = zone.names.wireLength(id) - zone.names.wireLength(zone.names.parent(id));
    if ((length === 4 || length === 5 || length === 8) && reverseLabels.includes(zone.names.label(id))) return true;
    if (length === 6 && zone.names.parent(id) === zone.apex && zone.names.label(id) === 'zones') return true;
  }
  return false;
}

/** Service discovery has PTR records below labels such as `_tcp` (RFC 6763 §4.1). */
function hasUnderscore(zone: Zone, name: NameId): boolean {
  for (let id = name; id !== ROOT; id = zone.names.parent(id))
    if ((zone.names.labelFlags(id) & LABEL_UNDERSCORE) !== 0) return true;
  return false;
}

const multiple = check({
  on: eachRrset(['PTR'], {
    several: true,
    when: (zone, _record, name) => isReverseZone(zone) && !hasUnderscore(zone, name),
  }),
  reports: 'ptr/multiple',
  *run({ owner, records }, context) {
    const targets = new Set(records.map((record) => record.target));
    if (targets.size > 1)
      yield { message: 'several', at: records[1]!.rdataSpan, args: { name: context.show(owner), count: targets.size } };
  },
});

const forward = check({
  on: eachRecord(['PTR'], {
    when: (zone, record) =>
      zone.records.target[record]! > ROOT && isSmallReverseZone(zone) && !zone.inZone(zone.records.target[record]!),
  }),
  reports: 'ptr/forward-mismatch',
  *run(ptr, context) {
    const octets = ptr.broken || ptr.generated ? undefined : addressOfReverse(context.absolute(ptr.owner)),
      name = context.absolute(ptr.target),
      zone = octets === undefined ? undefined : context.zoneOf(name);
    if (octets === undefined || zone === undefined || zone === context.zone) return;
    const type = octets.length === 4 ? A : AAAA,
      id = zone.names.intern(name),
      found = lookup(zone, id, type),
      address = addressText(octets),
      host = context.show(ptr.target),
      at = ptr.rdataSpan;
    if (found.status === 'no-name' || found.status === 'no-data') {
      yield {
        message: 'none',
        at,
        args: { host, address, zone: zone.names.text(zone.apex).replace(/(.)\.$/, '$1') },
        fixes: [
          {
            title: `Add the address ${address} to ${host}`,
            safe: false,
            edits: () => [addRecord(zone, id, type === A ? 'A' : 'AAAA', address)],
          },
        ],
      };
    } else if (found.status === 'answer') {
      const has = addressesOf(zone, found.at, type);
      if (has !== undefined && !has.includes(address))
        yield {
          message: 'other',
          at,
          args: { host, address, actual: has.join(', ') },
          related: [
            { at: new RecordView(zone, found.record).rdataSpan, zone, message: `An address record of ${host}` },
          ],
        };
    }
  },
});

/** The addresses at a name, in order; undefined when one of them could not be read. */
function addressesOf(zone: Zone, name: NameId, type: number): readonly string[] | undefined {
  const found: string[] = [];
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    if (zone.records.type[id] !== type) continue;
    const record = new RecordView(zone, id);
    if (record.broken) return undefined;
    found.push(addressText(record.octets));
  }
  return found.sort();
}

export default [
  inArpa,
  notArpa,
  multiple,
  forward,
  check({
    on: eachRrset(['A', 'AAAA', 'MX'], {
      when: (zone, _record, name) =>
        zone.apexKnown &&
        isReverseZone(zone) &&
        zone.records.firstReferrer(name) < 0 &&
        (zone.names.labelFlags(name) & LABEL_DIGITS) !== 0,
    }),
    reports: 'rev/address-record',
    *run({ owner, records }, context) {
      const [first] = records;
      if (first !== undefined && addressOfReverse(context.absolute(owner)) !== undefined && !context.has(owner, PTR))
        yield { message: 'address', at: first.typeSpan, args: { name: context.show(owner), type: first.mnemonic } };
    },
  }),
];

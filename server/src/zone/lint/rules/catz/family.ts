import { nearest } from '../../../text/near-miss.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../model/zone.ts';
import { addRecord } from '../../add-record.ts';
import { removeRecord, replacement } from '../../fix.ts';
import { isCatalogZone } from '../../special-zone.ts';
import { defineFamily, defineRule, eachName, eachRecord, eachRrset } from '../../rule.ts';
import type { RuleMeta } from '../../rule.ts';

const NS = 2, PTR = 12, TXT = 16;
/** RRSIG, NSEC and NSEC3, which stand where other records do. */
const signer = new Set([46, 47, 50]);

const metas: readonly RuleMeta[] = [
  {
    code: 'catz/version-missing', severity: 'error', source: 'RFC 9432 §4.2.1', fix: 'unsafe', summary: 'A catalog zone without its version.',
    messages: { missing: 'This catalog zone has no TXT record at {version}: servers must not use a catalog whose version they do not know, and its member zones are not served. Add one with "2".' },
  },
  {
    code: 'catz/version-bad', severity: 'error', source: 'RFC 9432 §4.2.1', fix: 'unsafe', summary: 'A catalog zone with a version that servers do not know.',
    messages: {
      value: 'The version of this catalog zone is "{value}", but it must be "2": servers must not use another, and its member zones are not served.',
      several: 'This catalog zone has more than one version: servers must not use it, and its member zones are not served. Keep the one with "2".',
    },
  },
  {
    code: 'catz/ns-invalid', severity: 'information', profile: 'strict', source: 'RFC 9432 §4', summary: 'A catalog zone with NS records other than "invalid.".',
    messages: { other: 'Nobody should look this zone up: RFC 9432 advises a single NS record with the name "invalid.".' },
  },
];

/** What a catalog zone needs so that servers take it: RFC 9432 §4. */
const apex = defineFamily(metas, eachRecord(['SOA'], { when: (zone, _record, name) => name === zone.apex && zone.apexKnown && name !== ROOT }), function* (soa, context) {
  if (!isCatalogZone(context)) return;
  const { zone } = context, version = context.child(zone.apex, 'version'), texts = context.records(version, TXT), [first, second] = texts, servers = context.records(zone.apex, NS);
  if (first === undefined) {
    yield {
      code: 'catz/version-missing', message: 'missing', at: soa.typeSpan, args: { version: context.show(version) },
      fixes: [{ title: 'Add the version', safe: false, edits: () => [addRecord(zone, version, 'TXT', '"2"', { after: servers.at(-1) ?? soa })] }],
    };
  } else if (second !== undefined) {
    yield { code: 'catz/version-bad', message: 'several', at: second.rdataSpan, related: [{ at: first.rdataSpan, message: 'The first version.' }], ...(second.generated ? {} : { fixes: [{ title: 'Remove this TXT record', safe: false, edits: () => removeRecord(second) }] }) };
  } else if (!first.broken && first.text.joined !== '2') {
    yield { code: 'catz/version-bad', message: 'value', at: first.rdataSpan, args: { value: first.text.joined }, ...(first.text.joined === '1' ? { severity: 'information' as const } : {}), ...(first.generated ? {} : { fixes: [replacement(zone, first.rdataSpan, '"2"', 'Write "2"', false)] }) };
  }
  const other = servers.find(ns => ns.target > ROOT && zone.names.text(ns.target) !== 'invalid.');
  if (other !== undefined) yield { code: 'catz/ns-invalid', message: 'other', at: other.rdataSpan };
});

/** Whether a name is that of a member: `UNIQUE.zones.APEX` (RFC 9432 §4.1). */
function isMember(zone: Zone, name: NameId): boolean {
  const zones = zone.names.parent(name);
  // The length first: this is asked for many names, and a label's text has to be made.
  return name !== ROOT && zones !== ROOT && zone.names.parent(zones) === zone.apex && zone.names.wireLength(zones) - zone.names.wireLength(zone.apex) === 6 && zone.names.label(zones) === 'zones';
}

const several = defineRule({
  meta: {
    code: 'catz/member-ptr', severity: 'error', source: 'RFC 9432 §4.1', fix: 'unsafe', summary: 'A member of a catalog zone with several PTR records.',
    messages: { several: 'The member {name} already is {first}: each member has one PTR record, and with more servers must not use the catalog. Give {second} a label of its own.' },
  },
  on: eachRrset(['PTR'], { several: true, when: (zone, _record, name) => isMember(zone, name) }),
  *check({ owner, records }, context) {
    const [first, ...others] = records;
    if (first === undefined || first.target < 0 || !isCatalogZone(context)) return;
    for (const record of others) {
      if (record.target < 0 || record.target === first.target) continue;
      yield {
        message: 'several', at: record.rdataSpan, args: { name: context.show(owner), first: context.show(first.target), second: context.show(record.target) }, related: [{ at: first.rdataSpan, message: 'The first PTR record.' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this PTR record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});

const twice = defineRule({
  meta: {
    code: 'catz/member-twice', severity: 'error', source: 'RFC 9432 §4.1', fix: 'unsafe', summary: 'Two members of a catalog zone are the same zone.',
    messages: { twice: 'The zone {zone} is a member twice, also as {other}: servers must not use a catalog with a zone in it twice. Remove one of them.' },
  },
  on: eachRecord(['PTR'], { when: (zone, record, name) => zone.records.target[record]! > ROOT && isMember(zone, name) }),
  *check(record, context) {
    const { zone } = context;
    let other: NameId = -1, seen = 0;
    for (const referrer of context.referrers(record.target)) {
      if (++seen > 1000) break;
      if (referrer.type === PTR && referrer.owner !== record.owner && isMember(zone, referrer.owner) && (other < 0 || zone.names.text(referrer.owner) < zone.names.text(other))) other = referrer.owner;
    }
    if (other < 0 || zone.names.text(other) > zone.names.text(record.owner) || !isCatalogZone(context)) return;
    yield {
      message: 'twice', at: record.rdataSpan, args: { zone: context.show(record.target), other: context.show(other) },
      ...(record.generated ? {} : { fixes: [{ title: 'Remove this member', safe: false, edits: () => removeRecord(record) }] }),
    };
  },
});

/** Labels of a member's properties (RFC 9432 §4.3, §4.4); below ext servers have their own. */
const properties = ['coo', 'group', 'ext'];

const property = defineRule({
  meta: {
    code: 'catz/unknown-property', severity: 'warning', source: 'RFC 9432 §4.3', fix: 'unsafe', summary: 'A property of a catalog zone that servers do not know.',
    messages: {
      unknown: 'No server knows the property "{label}", so this record has no effect. Custom properties stand below ext.',
      near: 'No server knows the property "{label}", so this record has no effect. Did you mean {near}?',
    },
  },
  on: eachName([], { when: (zone, _record, name) => zone.apexKnown && propertyOf(zone, name) >= 0 }),
  *check({ name, records }, context) {
    const first = records.find(record => record.ownerSpan !== undefined && !signer.has(record.type)), owner = first?.ownerSpan, label = context.zone.names.label(propertyOf(context.zone, name));
    if (first === undefined || owner === undefined || properties.includes(label) || !isCatalogZone(context)) return;
    const near = nearest(label, properties), start = first.source(owner).toLowerCase().indexOf(label);
    const at = start < 0 ? owner : { ...owner, start: owner.start + start, end: owner.start + start + label.length };
    yield {
      message: near === undefined ? 'unknown' : 'near', at, args: near === undefined ? { label } : { label, near },
      ...(near === undefined || start < 0 || first.generated ? {} : { fixes: [replacement(context.zone, at, near, `Write ${near}`, false)] }),
    };
  },
});

/** The property of a member that a name belongs to; -1 when it belongs to none. */
function propertyOf(zone: Zone, name: NameId): NameId {
  for (let at = name; at !== ROOT && at !== zone.apex; at = zone.names.parent(at)) if (isMember(zone, zone.names.parent(at))) return at;
  return -1;
}

export default [...apex, several, twice, property];

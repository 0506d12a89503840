import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import {
  HAS_ADDRESS,
  HAS_CNAME,
  HAS_DNAME,
  HAS_NS,
  HAS_SOA,
  HAS_TXT,
  HAS_MX,
  HAS_OTHER,
} from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { removeRecord } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachName } from '../../engine/check.ts';
import { A, AAAA, NS } from '../../../zone/rrtypes/codes.ts';

/** What the parent may have at a cut: DS, NSEC and signatures (RFC 4035 §2.4, §2.6), and NXT and SIG of old. */
const atCut = new Set([NS, 43, 46, 47, 24, 30]);
const isGlue = (context: RuleContext, name: NameId): boolean => {
  let seen = 0;
  for (const record of context.referrers(name)) {
    if (record.type === NS) return true;
    if (++seen > 1000) return true;
  }
  return false;
};

const remove = (record: RecordView): { readonly fixes?: readonly Fix[] } =>
  record.generated
    ? {}
    : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] };

/** The highest name with NS records above `name` and below the apex, or -1. */
function cutOver(zone: Zone, name: NameId): NameId {
  let cut = -1;
  for (let id = name; id !== zone.apex && id !== ROOT; ) {
    id = zone.names.parent(id);
    if (id !== zone.apex && (zone.records.kinds(id) & HAS_NS) !== 0) cut = id;
  }
  return cut;
}

/** Addresses that an NS record points at, and nothing else: what glue is. */
const isPlainGlue = (zone: Zone, name: NameId): boolean =>
  zone.records.kinds(name) === HAS_ADDRESS && (zone.records.referrerKinds(name) & HAS_NS) !== 0;

/** Names below a cut: another zone has them, and only addresses of its servers are given along (RFC 1034 §4.2.1). */
const below = check({
  on: eachName([], {
    when: (zone, _record, name) =>
      zone.apexKnown && cutOver(zone, name) >= 0 && zone.inZone(name) && !isPlainGlue(zone, name),
  }),
  reports: ['deleg/occluded', 'deleg/glue-extra'],
  *run({ name, records }, context) {
    const cut = cutOver(context.zone, name),
      ns = context.records(cut, NS)[0];
    if ((context.kinds(cut) & HAS_SOA) !== 0) return;
    const args = { name: context.show(name), cut: context.show(cut) },
      related = ns === undefined ? [] : [{ at: ns.typeSpan, message: 'The delegation' }];
    const glue = isGlue(context, name),
      types = new Set<number>();
    for (const record of records) {
      const { type } = record,
        address = type === A || type === AAAA;
      if ((address && glue) || type === 46 || type === 47 || type === 50 || types.has(type)) continue;
      types.add(type);
      const at = record.ownerSpan ?? record.typeSpan;
      // Glue is looked up by the name of a server, never by way of a wildcard.
      if (address && !context.zone.names.isWildcard(name))
        yield { code: 'deleg/glue-extra', message: 'extra', at, args, related, ...remove(record) };
      else
        yield {
          code: 'deleg/occluded',
          message: 'occluded',
          at: record.typeSpan,
          args: { ...args, type: record.mnemonic },
          related,
          ...remove(record),
        };
    }
  },
});

/** Whether a delegated name has anything that may be more than a parent's part of a delegation. */
function hasMore(zone: Zone, name: NameId): boolean {
  const kinds = zone.records.kinds(name);
  if ((kinds & (HAS_SOA | HAS_CNAME | HAS_DNAME)) !== 0 || (kinds & HAS_NS) === 0) return false;
  if ((kinds & (HAS_ADDRESS | HAS_TXT | HAS_MX)) !== 0) return true;
  if ((kinds & HAS_OTHER) === 0) return false;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (!atCut.has(zone.records.type[id]!)) return true;
  return false;
}

const dataAtCut = check({
  on: eachName(['NS'], {
    several: true,
    when: (zone, _record, name) =>
      name !== zone.apex && zone.apexKnown && hasMore(zone, name) && zone.inZone(name) && cutOver(zone, name) < 0,
  }),
  reports: 'deleg/data-at-cut',
  *run({ name, records }, context) {
    const ns = records.find((record) => record.type === NS),
      types = new Set<number>();
    if (ns === undefined) return;
    const glue = isGlue(context, name);
    for (const record of records) {
      const { type } = record;
      if (atCut.has(type) || types.has(type) || (glue && (type === A || type === AAAA))) continue;
      types.add(type);
      yield {
        message: 'data',
        at: record.typeSpan,
        args: {
          name: context.show(name),
          server: ns.target >= 0 ? context.show(ns.target) : 'other servers',
          type: record.mnemonic,
        },
        related: [{ at: ns.typeSpan, message: 'The delegation' }],
        ...remove(record),
      };
    }
  },
});

export default [below, dataAtCut];

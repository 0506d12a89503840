import { LABEL_UNDERSCORE } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { HAS_ADDRESS, HAS_CNAME, HAS_DNAME, HAS_MX, HAS_NS, HAS_SOA } from '../../../zone/records/record-table.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { textOrder } from '../../../zone/model/text-order.ts';
import { addRecord } from '../../kit/add-record.ts';
import { isPolicyZone, isReverseZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Fix } from '../../../findings/fix.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA, CNAME, MX, TXT } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'wild/uncovered'>;
/** With more names beside a wildcard it's a default for the rest, and what each name has is on purpose. */
const MANY = 500;
/** Records that people add for a name without thinking of its addresses: HINFO, MX, TXT, RP, LOC, SSHFP, CAA. */
const ADDED = new Set([13, MX, TXT, 17, 29, 44, 257]);
/** What doesn't count beside them: signatures and proofs. */
const OF_DNSSEC = new Set([46, 47, 50]);
const ELSEWHERE = HAS_ADDRESS | HAS_CNAME | HAS_DNAME | HAS_NS | HAS_SOA;

/** Names that a wildcard would give an address if other records hadn't brought them into being (RFC 4592 §2.2.1, §2.2.2). */
export default check({
  on: eachName(['A', 'AAAA', 'CNAME', 'MX'], {
    when: (zone, _record, name) => zone.names.isWildcard(name) && zone.inZone(name),
  }),
  reports: 'wild/uncovered',
  *run({ name: wildcard, records }, context) {
    const { zone } = context,
      { names } = zone,
      parent = names.parent(wildcard);
    const given = records.filter(({ type }) => type === A || type === AAAA || type === CNAME || type === MX),
      reaches = given.some(({ type }) => type !== MX);
    if (isReverseZone(zone) || zone.purpose.isCatalog || isPolicyZone(context) || isService(names.labelFlags(parent)))
      return;
    // Also makes the finding hang on which names are there. Below a zone cut or a DNAME the wildcard answers nothing.
    if (!context.lookup(context.child(parent, 'any-other-name'), A).wildcard) return;
    const said: Said[] = [];
    let seen = 0;
    for (let name = names.firstChild(parent); name !== 0; name = names.nextSibling(name)) {
      if (++seen > MANY) return;
      if (name === wildcard || isService(names.labelFlags(name))) continue;
      const report =
        context.kinds(name) === 0
          ? emptied(name, wildcard, given, context)
          : reaches
            ? bare(name, wildcard, given, context)
            : undefined;
      if (report !== undefined) said.push(report);
    }
    yield* said;
  },
});

const isService = (labelFlags: number): boolean => (labelFlags & LABEL_UNDERSCORE) !== 0;

/** A name without records that exists because of the name of a service below it, such as `_acme-challenge`; where hosts are below it, it's a level of the zone's own. */
function emptied(name: NameId, wildcard: NameId, given: readonly RecordView[], context: RuleContext): Said | undefined {
  const { names, records } = context.zone;
  let first = -1,
    seen = 0;
  for (let child = names.firstChild(name); child !== 0; child = names.nextSibling(child)) {
    if (++seen > MANY || !context.exists(child)) continue;
    if (!isService(names.labelFlags(child))) return undefined;
    for (const owner of [child, ...childrenOf(child, context)]) {
      for (let id = records.first(owner); id >= 0; id = records.next[id]!)
        if (first < 0 || textOrder(context.zone, id, first) < 0) first = id;
    }
  }
  if (first < 0) return undefined;
  const record = new RecordView(context.zone, first);
  return {
    message: 'empty',
    at: record.ownerSpan ?? record.typeSpan,
    args: { wildcard: context.show(wildcard), name: context.show(name), below: context.show(record.owner) },
    related: [{ at: given[0]!.ownerSpan ?? given[0]!.typeSpan, message: 'The wildcard' }],
    fixes: copies(name, given, record, context),
  };
}

/** Names of services are at most two labels deep: `s1._domainkey`, `_25._tcp`. */
function childrenOf(name: NameId, context: RuleContext): readonly NameId[] {
  const { names } = context.zone,
    found: NameId[] = [];
  for (let child = names.firstChild(name); child !== 0 && found.length < MANY; child = names.nextSibling(child)) {
    context.kinds(child);
    found.push(child);
  }
  return found;
}

/** A name that has records, but none that leads to a host. */
function bare(name: NameId, wildcard: NameId, given: readonly RecordView[], context: RuleContext): Said | undefined {
  if ((context.kinds(name) & ELSEWHERE) !== 0) return undefined;
  const own = context.records(name).filter(({ type }) => !OF_DNSSEC.has(type)),
    [first] = own;
  if (first === undefined || own.some(({ type }) => !ADDED.has(type))) return undefined;
  // A name for mail alone may do without an address.
  const isForMail =
    (context.kinds(name) & HAS_MX) !== 0 ||
    own.some((record) => record.type === TXT && !record.broken && /^\s*v=spf1/i.test(record.text.joined));
  return {
    message: 'bare',
    at: first.ownerSpan ?? first.typeSpan,
    args: { wildcard: context.show(wildcard), name: context.show(name), type: first.mnemonic },
    ...(isForMail ? { severity: 'information' } : {}),
    related: [{ at: given[0]!.ownerSpan ?? given[0]!.typeSpan, message: 'The wildcard' }],
    fixes: copies(
      name,
      given.filter(({ type }) => type === A || type === AAAA),
      first,
      context,
    ),
  };
}

/** The wildcard's records once more, for the name itself. */
function copies(name: NameId, given: readonly RecordView[], after: RecordView, context: RuleContext): readonly Fix[] {
  const whole = given.filter((record) => !record.broken && !record.writtenAsOctets);
  if (whole.length === 0 || after.generated) return [];
  const rdata = (record: RecordView): string => record.fields.map(({ field }) => record.print(field.name)).join(' ');
  return [
    {
      title: `Add the wildcard's records for ${context.show(name)}`,
      safe: false,
      edits: () => whole.map((record) => addRecord(context.zone, name, record.mnemonic, rdata(record), { after })),
    },
  ];
}

import { hasTemplate } from '../../../zone/records/foreign-text.ts';
import { LABEL_NOT_HOST, LABEL_WILDCARD, ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { isPolicyZone, isReverseZone } from '../../kit/special-zone.ts';
import { check, eachRecord, wholeZone } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA, HTTPS, MINFO, PTR, RP, SOA, SVCB } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'host/underscore' | 'host/bad-char' | 'host/hyphen-edge'>;
/** Types whose owners are hosts: A, WKS, MX, AAAA and A6. */
const hosts = new Uint8Array(65536);
for (const type of [A, 11, 15, AAAA, 38]) hosts[type] = 1;
const kindsOfTarget: Readonly<Record<number, string>> = {
  2: 'name servers',
  6: 'name servers',
  12: 'hosts',
  15: 'mail hosts',
  18: 'AFS servers',
  21: 'hosts',
  33: 'hosts of services',
  64: 'hosts of services',
  65: 'hosts of services',
  66: 'hosts of services',
};
/** Mailboxes, whose first label may be anything. */
const mailboxes: Readonly<Record<number, readonly string[]>> = {
  [SOA]: ['rname'],
  [RP]: ['mbox-dname'],
  [MINFO]: ['rmailbx', 'emailbx'],
};

const flagged = (types: object): Uint8Array => {
  const flags = new Uint8Array(65536);
  for (const type of Object.keys(types)) flags[Number(type)] = 1;
  return flags;
};
/** Types with a mailbox, and those that point at a host: asked for every record. */
const hasMailbox = flagged(mailboxes),
  hasHost = flagged(kindsOfTarget);

/** The first label of a name that no host has; a `*` in front is allowed for owners. */
function wrongLabel(zone: Zone, name: NameId, wildcard: boolean, top: NameId = zone.apex): NameId {
  for (let id = name; id !== ROOT && id !== top; id = zone.names.parent(id)) {
    const flags = zone.names.labelFlags(id);
    if ((flags & LABEL_NOT_HOST) === 0 || (wildcard && id === name && (flags & LABEL_WILDCARD) !== 0)) continue;
    return id;
  }
  return -1;
}

function suspicious(zone: Zone, record: number, name: NameId): boolean {
  const type = zone.records.type[record]!;
  if (hasMailbox[type] === 1) return true;
  if (type === PTR && !isReverseZone(zone)) return false;
  if (hosts[type] === 1 && wrongLabel(zone, name, true) >= 0) return true;
  const target = zone.records.target[record]!;
  return target > ROOT && hasHost[type] === 1 && wrongLabel(zone, target, false) >= 0;
}

/** Names of hosts as BIND's check-names sees them: owners of addresses and MX, what NS, MX, SRV and other types point at, and in the reverse tree PTR; mailboxes behind their first label. */
const below = check({
  on: eachRecord(
    ['A', 'AAAA', 'MX', 'NS', 'SRV', 'PTR', 'SOA', 'RP', 'MINFO', 'AFSDB', 'RT', 'SVCB', 'HTTPS', 'WKS', 'A6', 'DSYNC'],
    { when: suspicious },
  ),
  reports: ['host/underscore', 'host/bad-char', 'host/hyphen-edge'],
  *run(record, context) {
    const { zone } = context;
    if (context.settings.profile !== 'bind' && isPolicyZone(context)) return;
    yield* mailboxNames(record, context);
    if (hosts[record.type] === 1) yield* owner(record, context);
    const what = kindsOfTarget[record.type],
      field = record.fields.find((view) => view.field.target === true);
    if (what === undefined || record.broken || record.target <= ROOT || field === undefined || isServiceAlias(record))
      return;
    const label = wrongLabel(zone, record.target, false);
    if (label >= 0 && !isForeign(record, field.span) && !isSaidElsewhere(label, context, '@'))
      yield say(record, label, field.span, 'target', what, context, record.target);
  },
});

/** The zone's own name is in that of each host: told once, at the first of them. */
const apex = check({
  on: wholeZone(),
  reports: ['host/underscore', 'host/bad-char', 'host/hyphen-edge'],
  *run(zone, context) {
    const label = zone.apexKnown ? wrongLabel(zone, zone.apex, false, ROOT) : -1;
    if (
      label < 0 ||
      isSaidElsewhere(label, context, '@*') ||
      (context.settings.profile !== 'bind' && isPolicyZone(context))
    )
      return;
    for (const block of zone.root.blocks)
      for (const id of block.records) {
        if (hosts[zone.records.type[id]!] === 0 || !zone.inZone(zone.records.owner[id]!)) continue;
        const record = new RecordView(zone, id);
        if (isExempt(zone, record)) continue;
        yield say(record, label, record.ownerSpan ?? record.typeSpan, 'apex', '', context, zone.apex);
        return;
      }
  },
});

export default [below, apex];

function* owner(record: RecordView, context: RuleContext): Iterable<Said> {
  const { zone } = context,
    label = wrongLabel(zone, record.owner, true);
  if (label < 0 || isExempt(zone, record) || zone.names.isWildcard(label) || isSaidElsewhere(label, context, '@*'))
    return;
  const at = record.ownerSpan ?? (speaksForOwner(record, context) ? record.typeSpan : undefined);
  if (at !== undefined && !isForeign(record, at)) yield say(record, label, at, 'owner', '', context, record.owner);
}

/** Whether a record that inherits its owner is the first of a host's records, and none of them has the name written. */
function speaksForOwner({ id, owner: name }: RecordView, context: RuleContext): boolean {
  const records = context.records(name).filter(({ type }) => hosts[type] === 1);
  return records[0]?.id === id && !records.some(({ hasOwnOwner }) => hasOwnOwner);
}

function* mailboxNames(record: RecordView, context: RuleContext): Iterable<Said> {
  for (const name of record.broken ? [] : (mailboxes[record.type] ?? [])) {
    const mailbox = record.name(name),
      domain = mailbox <= ROOT ? ROOT : context.zone.names.parent(mailbox),
      label = wrongLabel(context.zone, domain, false),
      at = record.span(name);
    if (label >= 0 && !isForeign(record, at) && !record.source(at).includes('@'))
      yield say(record, label, at, 'target', 'mail domains', context, mailbox);
  }
}

/** SVCB and HTTPS with priority 0 may lead to names that are no hosts (RFC 9460 §2.4.2). */
function isServiceAlias(record: RecordView): boolean {
  return (record.type === SVCB || record.type === HTTPS) && record.number('priority') === 0;
}

/** An `@` within a name, and a `*` within an owner name, have rules of their own, which BIND does not have. */
function isSaidElsewhere(label: NameId, context: RuleContext, characters: string): boolean {
  const octets = context.zone.names.labelOctets(label);
  return context.settings.profile !== 'bind' && octets.some((octet) => characters.includes(String.fromCharCode(octet)));
}

/** What no zone file should have in a name has rules of its own: raw bytes other than printable ASCII, a comment sign of another language, a template's variable. */
function isForeign(record: RecordView, at: Span): boolean {
  const written = record.source(at);
  return /[^\x20-\x7e]|^(?:#|\/\/)/.test(written) || hasTemplate(written);
}

/** Addresses of Active Directory's global catalogue stand at `gc._msdcs` (BIND exempts them, too). */
function isExempt(zone: Zone, record: RecordView): boolean {
  const { names } = zone,
    { owner: name } = record;
  return (
    (record.type === A || record.type === AAAA) &&
    names.label(name) === 'gc' &&
    names.label(names.parent(name)) === '_msdcs'
  );
}

function say(
  record: RecordView,
  label: NameId,
  at: Span,
  message: 'apex' | 'owner' | 'target',
  what: string,
  context: RuleContext,
  name: NameId,
): Said {
  const { zone } = record,
    text = zone.names.label(label),
    octets = [...zone.names.labelOctets(label)];
  const bad = octets.some((c) => !(c === 95 || c === 45 || (c >= 97 && c <= 122) || (c >= 48 && c <= 57)));
  const code = bad ? 'host/bad-char' : octets.includes(95) ? 'host/underscore' : 'host/hyphen-edge';
  return { code, message, at: labelSpan(record, at, text), args: { label: text, name: context.show(name), what } };
}

/** The place of a label within a written name, or the whole name where it is not written out. */
function labelSpan(record: RecordView, at: Span, label: string): Span {
  const written = record.source(at).toLowerCase(),
    found = written.indexOf(label.toLowerCase());
  return found < 0 ? at : { ...at, start: at.start + found, end: at.start + found + label.length };
}

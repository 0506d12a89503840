import { isSpf, parseSpf } from '../mail/spf/spf.ts';
import type { DomainSpec } from '../mail/spf/spf.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Span } from '../zone/model/span.ts';
import type { Zone } from '../zone/model/zone.ts';
import { LABEL_UNDERSCORE } from '../names/name-tree.ts';
import type { NameId } from '../names/name-tree.ts';
import { allTypes } from '../zone/rrtypes/registry/registry.ts';
import { isNameField } from './rdata-fields.ts';
import { SPF, TXT } from '../zone/rrtypes/codes.ts';

/** Where a name is written: as an owner, in rdata, or in an SPF term. */
export interface Occurrence {
  readonly zone: Zone;
  readonly record: RecordView;
  readonly name: NameId;
  readonly kind: 'owner' | 'rdata' | 'term';
  readonly span: Span;
  /** As it is written, with quotation marks if there are any. */
  readonly written: string;
}

/** Names in what a signer wrote are left to the signer: SIG, NXT, RRSIG, NSEC. */
const signed = new Set([24, 30, 46, 47]);
/** Types with names beside the one that the record points at. */
const moreNames = new Set(
  allTypes
    .filter(
      ({ code, fields }) => !signed.has(code) && fields.some((field) => isNameField(field) && field.target !== true),
    )
    .map(({ code }) => code),
);

/** Everywhere that a zone's files write a name. Records of `$GENERATE` aren't written anywhere and are left out. */
export function* occurrencesOf(zone: Zone, name: NameId): Iterable<Occurrence> {
  yield* indexedOccurrencesOf(zone, name);
  yield* otherOccurrences(zone, name);
}

/** Those that are found without a look at every record of the zone: owners, and what records point at. */
export function* indexedOccurrencesOf(zone: Zone, name: NameId): Iterable<Occurrence> {
  const { records } = zone;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    const record = new RecordView(zone, id),
      span = record.generated ? undefined : record.ownerSpan;
    if (span !== undefined) yield occurrence(record, name, 'owner', span);
  }
  for (let id = records.firstReferrer(name); id >= 0; id = records.nextReferrerOf(id)) {
    if (signed.has(records.type[id]!)) continue;
    const record = new RecordView(zone, id),
      field = record.fields.find((view) => view.field.target === true);
    if (!record.generated && field !== undefined) yield occurrence(record, name, 'rdata', field.span);
  }
}

function* otherOccurrences(zone: Zone, name: NameId): Iterable<Occurrence> {
  const { records } = zone,
    text = zone.names.text(name);
  for (let id = 0; id < records.limit; id++) {
    const type = records.type[id]!,
      hasTerms = type === TXT || type === SPF;
    if (records.owner[id]! < 0 || !(hasTerms ? mayBeSpf(zone, id) : moreNames.has(type))) continue;
    const record = new RecordView(zone, id);
    if (record.generated) continue;
    if (hasTerms) yield* termsOf(record, name, text);
    else
      for (const { field, span } of record.fields)
        if (field.target !== true && isNameField(field) && record.name(field.name) === name)
          yield occurrence(record, name, 'rdata', span);
  }
}

/** Asked for every TXT record: whether the beginning of its entry has the letters of an SPF version. */
function mayBeSpf(zone: Zone, id: number): boolean {
  const { bytes } = zone.blockOf(id).chunk,
    start = zone.records.offset[id]!,
    end = Math.min(bytes.length, start + 400);
  for (let i = start; i + 3 < end; i++)
    if ((bytes[i]! | 32) === 115 && (bytes[i + 1]! | 32) === 112 && (bytes[i + 2]! | 32) === 102 && bytes[i + 3] === 49)
      return true;
  return false;
}

function* termsOf(record: RecordView, name: NameId, text: string): Iterable<Occurrence> {
  const { joined } = record.text;
  if (!isSpf(joined)) return;
  for (const { start, end, text: written } of domainsOf(joined))
    if (absolute(written) === text) yield occurrence(record, name, 'term', record.text.span(start, end));
}

/** The domain names of an SPF record that hold no macros: octets of the joined strings. */
export function domainsOf(joined: string): readonly DomainSpec[] {
  return parseSpf(joined).terms.flatMap((term) => {
    const spec = 'domain' in term ? term.domain : undefined;
    return spec?.parts.every(({ kind }) => kind === 'literal') ? [spec] : [];
  });
}

const absolute = (written: string): string => `${written.toLowerCase()}${written.endsWith('.') ? '' : '.'}`;

function occurrence(record: RecordView, name: NameId, kind: Occurrence['kind'], span: Span): Occurrence {
  return { zone: record.zone, record, name, kind, span, written: record.source(span) };
}

/** A name and those below it that are about it alone: `_25._tcp.mail` is about `mail` (RFC 8552). */
export function withAttributes(zone: Zone, name: NameId): readonly NameId[] {
  const found = [name];
  for (let child = zone.names.firstChild(name); child !== 0; child = zone.names.nextSibling(child)) {
    if (zone.names.label(child).startsWith('_') && (zone.names.labelFlags(child) & LABEL_UNDERSCORE) !== 0)
      found.push(...withAttributes(zone, child));
  }
  return found;
}

/** Whether a name has records that `$GENERATE` made. */
export function isGenerated(zone: Zone, name: NameId): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (new RecordView(zone, id).generated) return true;
  return false;
}

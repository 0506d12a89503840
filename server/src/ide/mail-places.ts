import type { StepRecord } from '../mail/mail-path/mail-path.ts';
import { tlsaIdentity } from '../mail/mail-path/mail-path.ts';
import type { LookupType } from '../mail/dns/resolver.ts';
import { MOST_ALIASES } from '../zone/model/aliases.ts';
import { lookup } from '../zone/model/lookup.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Place } from '../zone/model/span.ts';
import { placeOf } from '../zone/model/span.ts';
import { textOrder } from '../zone/model/text-order.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { OtherZones } from './name-words.ts';

const CODES: Readonly<Record<LookupType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  TLSA: 52,
};

/** Where the record of a step stands in the files of the workspace; undefined where no zone here has it. */
export function placeOfStep({ name, type, identity, part }: StepRecord, zones: OtherZones): Place | undefined {
  let asked = name.toLowerCase();
  for (let aliases = 0; aliases <= MOST_ALIASES; aliases++) {
    const zone = zones.zoneOf(asked),
      id = zone === undefined ? -1 : zone.names.find(asked);
    if (zone === undefined || id < 0) return undefined;
    const found = lookup(zone, id, CODES[type]);
    if (found.status === 'answer') return placeIn(zone, recordsAt(zone, found.at, CODES[type]), identity, part);
    const target = found.status === 'alias' ? zone.records.target[found.record]! : -1;
    if (target < 0) return found.record < 0 ? undefined : placeOf(zone, new RecordView(zone, found.record).entrySpan);
    asked = zone.names.text(target);
  }
  return undefined;
}

function recordsAt(zone: Zone, name: number, type: number): readonly RecordView[] {
  const ids: number[] = [];
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] === type) ids.push(id);
  return ids.sort((a, b) => textOrder(zone, a, b)).map((id) => new RecordView(zone, id));
}

function placeIn(
  zone: Zone,
  records: readonly RecordView[],
  identity: string | undefined,
  part: StepRecord['part'],
): Place | undefined {
  // Of records that are the same the last one: a duplicate is what a person would take out.
  const record =
    (identity === undefined ? undefined : records.findLast((one) => identityOf(one) === identity)) ?? records[0];
  if (record === undefined) return undefined;
  const isText = part !== undefined && record.type === CODES.TXT && identityOf(record) === identity;
  return placeOf(zone, isText ? record.text.span(part.start, part.end) : record.rdataSpan);
}

/** What tells a record from others of its name and type, in the words of the resolver. */
function identityOf(record: RecordView): string {
  switch (record.type) {
    case CODES.A:
    case CODES.AAAA:
      return record.print('address');
    case CODES.MX:
      return record.print('exchange');
    case CODES.TXT:
      return record.text.joined;
    case CODES.TLSA:
      return tlsaIdentity({
        usage: record.number('certificate-usage'),
        selector: record.number('selector'),
        matchingType: record.number('matching-type'),
        data: Array.from(record.field('certificate-association-data')?.octets ?? [], (octet) =>
          octet.toString(16).padStart(2, '0'),
        ).join(''),
      });
    default:
      return record.source();
  }
}

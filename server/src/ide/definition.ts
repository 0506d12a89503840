import type { RecordView } from '../zone/model/record-view.ts';
import type { Place } from '../zone/model/span.ts';
import { placeOf } from '../zone/model/span.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position } from '../text/positions.ts';
import { reverseName } from '../text/address.ts';
import { isAddressField } from './address-words.ts';
import { cursorAt } from './entry-at.ts';
import { nameAt } from './name-at.ts';
import type { OtherZones } from './name-words.ts';
import { recordsOf } from './name-words.ts';
import { fieldsOf } from './rdata-fields.ts';

/** Where something is defined: the whole entry, and the token to select in it. */
export interface Target {
  readonly entry: Place;
  readonly selection: Place;
}

/** Where the name, the address or the included file at a position is defined: the records of the name, the PTR records of the address, the file's beginning. */
export function definitionsAt(zone: Zone, text: SourceText, position: Position, others: OtherZones): readonly Target[] {
  const name = nameAt(zone, text, position);
  if (name !== undefined) return recordsAnywhere(zone, zone.names.text(name.name), others).map(targetOf);
  const { entry, token, offset = 0 } = cursorAt(zone, text, position) ?? {};
  if (entry === undefined || token === undefined) return [];
  if (token.part === 'argument')
    return includedFile(
      entry.block.includes.find((file) => file.includedBy?.start === entry.tokens[0]!.start)?.text.uri,
    );
  const field = fieldsOf(zone, entry).find(({ start, end }) => start <= offset && offset <= end);
  if (field === undefined || !field.good || !isAddressField(field.field)) return [];
  return recordsAnywhere(zone, reverseName(field.octets), others).map(targetOf);
}

function recordsAnywhere(zone: Zone, absolute: string, others: OtherZones): readonly RecordView[] {
  const own = zone.names.find(absolute),
    home =
      own >= 0 && (!zone.apexKnown || zone.inZone(own) || zone.records.first(own) >= 0)
        ? zone
        : others.zoneOf(absolute);
  const name = home === undefined ? -1 : home.names.find(absolute);
  return home === undefined || name < 0 ? [] : recordsOf(home, name);
}

function targetOf(record: RecordView): Target {
  return {
    entry: placeOf(record.zone, record.entrySpan),
    selection: placeOf(record.zone, record.ownerSpan ?? record.typeSpan),
  };
}

function includedFile(uri: string | undefined): readonly Target[] {
  if (uri === undefined) return [];
  const start = { line: 0, character: 0 },
    place = { uri, range: { start, end: start } };
  return [{ entry: place, selection: place }];
}

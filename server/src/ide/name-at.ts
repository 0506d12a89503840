import { originAt } from '../zone/model/block-origin.ts';
import { isSpf } from '../mail/spf/spf.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { NameId } from '../names/name-tree.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position, TextRange } from '../text/positions.ts';
import { endsAbsolute } from '../zone/rrtypes/fields/rdata.ts';
import type { Entry } from './entry-at.ts';
import { cursorAt, ownerOf, rangeIn, recordOf } from './entry-at.ts';
import { domainsOf } from './occurrences.ts';
import type { PlacedField } from './rdata-fields.ts';
import { fieldsOf, isNameField } from './rdata-fields.ts';
import { hasTerms, octetAt } from './text-terms.ts';

/** A name where it is written. */
export interface NameAt {
  readonly name: NameId;
  readonly range: TextRange;
  readonly kind: 'owner' | 'rdata' | 'term' | 'origin';
  /** What completes it where it has no final dot; -1 where nothing does. */
  readonly origin: NameId;
  /** It is written with its final dot. */
  readonly absolute?: boolean;
}

/** The name at a position: an owner, a name in rdata, in an SPF term, or behind `$ORIGIN`. */
export function nameAt(zone: Zone, text: SourceText, position: Position): NameAt | undefined {
  const { entry, token, offset = 0 } = cursorAt(zone, text, position) ?? {};
  if (entry === undefined || token === undefined) return undefined;
  const { block } = entry,
    origin = originAt(block, entry.start);
  const at = (name: NameId, kind: NameAt['kind'], start = token.start, end = token.end): NameAt | undefined =>
    name < 0
      ? undefined
      : { name, kind, origin, range: rangeIn(block, start, end), absolute: endsAbsolute(token.text) };
  switch (token.part) {
    case 'owner':
      return at(ownerOf(zone, entry), 'owner');
    case 'argument':
      return at(
        entry.tokens[0]!.text.toUpperCase() === '$ORIGIN'
          ? (block.directives.find(({ start }) => start === entry.tokens[0]!.start)?.origin ?? -1)
          : -1,
        'origin',
      );
    case 'rdata': {
      const field = fieldsOf(zone, entry).find(({ start, end }) => start <= offset && offset <= end);
      if (field === undefined) return undefined;
      if (isNameField(field.field)) return at(nameOfField(zone, entry, field), 'rdata', field.start, field.end);
      return termAt(zone, entry, offset);
    }
    default:
      return undefined;
  }
}

/** The name that a field holds; -1 where it can't be read. */
export function nameOfField(zone: Zone, entry: Entry, { good, start, end }: PlacedField): NameId {
  if (!good) return -1;
  const { bytes } = entry.block.chunk,
    quoted = bytes[start] === 34;
  return zone.names.parse(
    bytes,
    quoted ? start + 1 : start,
    quoted ? end - 1 : end,
    originAt(entry.block, entry.start),
  );
}

function termAt(zone: Zone, entry: Entry, offset: number): NameAt | undefined {
  const record = recordOf(zone, entry);
  if (record === undefined || !hasTerms(record)) return undefined;
  const { text } = record,
    octet = octetAt(text, offset - entry.start);
  if (octet < 0 || !isSpf(text.joined)) return undefined;
  const domain = domainsOf(text.joined).find(({ start, end }) => start <= octet && octet <= end);
  if (domain === undefined) return undefined;
  const name = zone.names.intern(domain.text.endsWith('.') ? domain.text : `${domain.text}.`),
    span = text.span(domain.start, domain.end);
  return name < 0
    ? undefined
    : { name, kind: 'term', origin: -1, range: rangeIn(entry.block, entry.start + span.start, entry.start + span.end) };
}

import type { EditorFeatures } from '../config/settings/editor-features.ts';
import { relativeName } from '../lint/kit/record-style.ts';
import type { NameId } from '../names/name-tree.ts';
import { addressOfReverse, addressText } from '../text/address.ts';
import type { Position, TextRange } from '../text/positions.ts';
import { keyTag } from '../zone/format/dnssec.ts';
import { originAt } from '../zone/model/block-origin.ts';
import type { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import { CDNSKEY, DNSKEY, KEY, PTR } from '../zone/rrtypes/codes.ts';
import { endsAbsolute } from '../zone/rrtypes/fields/rdata.ts';
import { durationInWords } from '../zone/rrtypes/kinds/seconds.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { entriesInRange } from './entries-in-range.ts';
import type { Entry } from './entry-at.ts';
import { rangeIn, recordOf } from './entry-at.ts';
import { nameWords } from './record-words.ts';
import { fieldsOf, isNameField } from './rdata-fields.ts';

export type HintKinds = EditorFeatures['inlayHints'];

export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
  /** On which side the editor leaves some room; none for what goes on with the word before it. */
  readonly room: 'before' | 'after' | 'none';
}

/** Screens have fewer lines; an editor that asks for a whole huge file gets its beginning. */
const MOST_HINTS = 5000;

/** What the records in a range leave unsaid, of the kinds that are wanted. Only the text in the range is looked at. */
export function inlayHints(zone: Zone, text: SourceText, range: TextRange, kinds: HintKinds): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  if (!Object.values(kinds).includes(true)) return hints;
  for (const entry of entriesInRange(zone, text, range)) {
    if (hints.length >= MOST_HINTS) break;
    const record = recordOf(zone, entry);
    if (record === undefined) continue;
    for (const { offset, ...hint } of hintsOf(zone, entry, record, kinds)) {
      const position = rangeIn(entry.block, offset, offset).start;
      if (position.line >= range.start.line && position.line <= range.end.line) hints.push({ position, ...hint });
    }
  }
  return hints;
}

/** A hint at a byte of its chunk. */
type PlacedHint = Omit<InlayHint, 'position'> & { readonly offset: number };

function* hintsOf(zone: Zone, entry: Entry, record: RecordView, kinds: HintKinds): Iterable<PlacedHint> {
  const [first] = entry.tokens,
    owner = first?.part === 'owner' ? first : undefined;
  if (kinds.owners && owner === undefined) yield inheritedOwner(zone, entry, record);
  if (owner !== undefined && kinds.names) yield* completion(zone, entry, owner, record.owner);
  if (owner !== undefined && kinds.reverseAddresses && record.type === PTR) {
    const octets = addressOfReverse(zone.names.text(record.owner));
    if (octets !== undefined)
      yield {
        offset: owner.end,
        label: addressText(octets),
        tooltip: 'The address that this reverse name is for',
        room: 'before',
      };
  }
  if (kinds.ttl && !record.hasOwnTtl && record.ttl >= 0) yield inheritedTtl(zone, record);
  if (kinds.durations) yield* durations(zone, entry);
  if (kinds.names)
    for (const { field, start, end, good } of fieldsOf(zone, entry))
      if (good && isNameField(field)) yield* completion(zone, entry, { start, end }, undefined);
  if (kinds.keyTags && !record.broken && (record.type === DNSKEY || record.type === CDNSKEY || record.type === KEY))
    yield {
      offset: entry.tokens.at(-1)!.end,
      label: `key tag ${keyTag(record.octets)}`,
      tooltip: 'The number by which DS and RRSIG records name this key (RFC 4034, appendix B)',
      room: 'before',
    };
}

function inheritedOwner(zone: Zone, entry: Entry, record: RecordView): PlacedHint {
  return {
    offset: entry.start,
    label: relativeName(zone, record.owner, record.origin),
    tooltip: `Inherited owner name: ${nameWords(zone, record.owner)}`,
    room: 'after',
  };
}

/** Where it would be written: before class and type. */
function inheritedTtl(zone: Zone, record: RecordView): PlacedHint {
  const { start } = record.classSpan ?? record.typeSpan;
  return {
    offset: zone.records.offset[record.id]! + start,
    label: String(record.ttl),
    tooltip: `TTL: ${durationInWords(record.ttl)}`,
    room: 'after',
  };
}

/** Times that are written in plain seconds, in words: TTLs and the timers of an SOA record. */
function* durations(zone: Zone, entry: Entry): Iterable<PlacedHint> {
  const times = entry.tokens.filter(({ part }) => part === 'ttl').map(({ start, end }) => ({ start, end }));
  for (const { field, start, end, good } of fieldsOf(zone, entry))
    if (good && field.kind.id === 'seconds') times.push({ start, end });
  for (const { start, end } of times) {
    const { text } = entry.tokens.find((token) => token.start === start) ?? { text: '' },
      words = /^\d+$/.test(text) ? durationInWords(Number(text)) : '';
    // Up to a minute and a half people read seconds.
    if (words !== '' && Number(text) >= 60 && words !== `${text} seconds`)
      yield { offset: end, label: words, tooltip: `${text} seconds`, room: 'before' };
  }
}

/** The rest of a name that is written relative to the origin. */
function* completion(
  zone: Zone,
  { block, start: entryStart, tokens }: Entry,
  { start, end }: { readonly start: number; readonly end: number },
  name: NameId | undefined,
): Iterable<PlacedHint> {
  const written = tokens.find((token) => token.start === start);
  if (written === undefined || written.quoted || endsAbsolute(written.text) || !zone.apexKnown) return;
  const origin = originAt(block, entryStart);
  if (origin < 0) return;
  const rest = zone.names.text(origin),
    isOrigin = written.text === '@';
  yield {
    offset: end,
    label: isOrigin ? rest : rest === '.' ? '.' : `.${rest}`,
    tooltip: name === undefined ? 'Completed with the origin' : `Absolute name: ${nameWords(zone, name)}`,
    room: isOrigin ? 'before' : 'none',
  };
}

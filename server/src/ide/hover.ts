import type { LintSettings } from '../findings/lint-settings.ts';
import { defaultSettings } from '../findings/lint-settings.ts';
import type { RecordView } from '../zone/model/record-view.ts';
import { ROOT } from '../names/name-tree.ts';
import type { Zone } from '../zone/model/zone.ts';
import { ttlAt } from '../zone/records/ttl.ts';
import { durationInWords } from '../zone/rrtypes/kinds/seconds.ts';
import { className, classAt, typeOf } from '../zone/rrtypes/registry/registry.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position, TextRange } from '../text/positions.ts';
import { directiveWords } from './directive-words.ts';
import type { Cursor, Entry, EntryToken } from './entry-at.ts';
import { cursorAt, ownerOf, rangeIn, recordOf } from './entry-at.ts';
import { describeAddress, isAddressField } from './address-words.ts';
import { inheritedWords } from './inherited-words.ts';
import { mailHoverWords } from './mail-hover.ts';
import { mailWorld } from './mail-world.ts';
import { code, list, plain } from './markdown.ts';
import { describeName } from './name-words.ts';
import type { OtherZones } from './name-words.ts';
import { explainedTerm } from './text-terms.ts';
import type { PlacedField } from './rdata-fields.ts';
import { describeField, fieldsOf, isNameField } from './rdata-fields.ts';
import { serialInWords } from './serial-words.ts';

export interface Hover {
  /** Markdown. */
  readonly text: string;
  readonly range: TextRange;
}

/** What there is to say about the token at a position; undefined for white space and comments. */
export function hoverAt(
  zone: Zone,
  text: SourceText,
  position: Position,
  others: OtherZones,
  settings: LintSettings = defaultSettings,
): Hover | undefined {
  const cursor = cursorAt(zone, text, position),
    { token, entry } = cursor ?? {};
  if (cursor === undefined || token === undefined || entry === undefined) return undefined;
  const said = describeToken(zone, cursor, entry, token, others, settings);
  return said === undefined ? undefined : { text: said.text, range: rangeIn(entry.block, said.start, said.end) };
}

interface Said {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function describeToken(
  zone: Zone,
  cursor: Cursor,
  entry: Entry,
  token: EntryToken,
  others: OtherZones,
  settings: LintSettings,
): Said | undefined {
  const { bytes } = entry.block.chunk,
    { start, end } = token,
    at = (text: string | undefined): Said | undefined => (text === undefined ? undefined : { text, start, end });
  switch (token.part) {
    case 'owner':
      return at(withSources(describeOwner(zone, entry, others), recordOf(zone, entry)));
    case 'ttl':
      return at(`TTL: resolvers cache this record for ${durationInWords(ttlAt(bytes, start, end))}.`);
    case 'class':
      return at(classWords(className(classAt(bytes, start, end))));
    case 'type':
      return at(entry.type < 0 ? undefined : withSources(typeWords(entry.type), recordOf(zone, entry)));
    case 'directive':
      return at(directiveWords(token.text));
    case 'argument':
      return at(directiveArgument(zone, entry, token, others));
    case 'rdata':
      return describeRdata(zone, cursor, entry, others, settings);
  }
}

/** With the lines that the record's owner name, TTL and origin are from. */
function withSources(words: string | undefined, record: RecordView | undefined): string | undefined {
  const sources = record === undefined ? '' : inheritedWords(record);
  return words === undefined || sources === '' ? words : `${words}\n\n${sources}`;
}

function describeOwner(zone: Zone, entry: Entry, others: OtherZones): string | undefined {
  const owner = ownerOf(zone, entry);
  return owner < 0 ? undefined : describeName(zone, owner, entry.block.file.uri, others);
}

function directiveArgument(zone: Zone, entry: Entry, token: EntryToken, others: OtherZones): string | undefined {
  const directive = entry.tokens[0]!.text.toUpperCase(),
    { bytes } = entry.block.chunk;
  if (directive === '$TTL') {
    const ttl = ttlAt(bytes, token.start, token.end);
    return ttl < 0 ? undefined : `The TTL of records without their own: ${durationInWords(ttl)}.`;
  }
  if (directive !== '$ORIGIN') return undefined;
  const made = entry.block.directives.find(({ start }) => start === entry.tokens[0]!.start);
  return made === undefined
    ? undefined
    : `Completes names without a final dot from here on.\n\n${describeName(zone, made.origin, entry.block.file.uri, others)}`;
}

function classWords(name: string): string {
  return name === 'IN'
    ? 'Class IN: the Internet. It can be left out.'
    : `Class ${name}. Internet zones are in class IN.`;
}

/** A record type: what it is for, and its fields. */
export function typeWords(type: number): string {
  const { mnemonic, summary, source, fields, status, replacedBy, example } = typeOf(type);
  const parts = [`**${plain(mnemonic)}** — ${plain(summary)}`];
  if (status === 'obsolete' || status === 'experimental')
    parts.push(
      `${status === 'obsolete' ? 'Obsolete.' : 'Experimental.'}${replacedBy === undefined ? '' : ` ${plain(replacedBy)}`}`,
    );
  if (fields.length > 0)
    parts.push(
      list(
        fields.map(
          (field) => `${code(field.name)}${field.optional === true ? ' (optional)' : ''}: ${plain(field.summary)}`,
        ),
      ),
    );
  parts.push(code(example), plain(source));
  return parts.join('\n\n');
}

function describeRdata(
  zone: Zone,
  { offset }: Cursor,
  entry: Entry,
  others: OtherZones,
  settings: LintSettings,
): Said | undefined {
  const placed = fieldsOf(zone, entry).find(({ start, end }) => start <= offset && offset <= end);
  if (placed === undefined) return undefined;
  const record = recordOf(zone, entry),
    term = record === undefined ? undefined : explainedTerm(record, offset - entry.start);
  const whole = record === undefined ? undefined : mailHoverWords(record, term, mailWorld(others, settings)),
    completed = (text: string): string => (whole === undefined ? text : `${text}\n\n${whole}`);
  if (term !== undefined)
    return { text: completed(plain(term.text)), start: entry.start + term.start, end: entry.start + term.end };
  return { text: completed(fieldWords(zone, placed, record, others)), start: placed.start, end: placed.end };
}

function fieldWords(zone: Zone, placed: PlacedField, record: RecordView | undefined, others: OtherZones): string {
  const { field, octets } = placed,
    parts = [`${code(field.name)} — ${plain(field.summary)}`];
  const described = describeField(placed);
  if (described !== undefined) parts.push(`${plain(described.slice(0, 1).toUpperCase())}${plain(described.slice(1))}.`);
  if (field.name === 'serial' && record?.mnemonic === 'SOA' && octets.length === 4)
    parts.push(plain(serialInWords(record.number('serial'))));
  if (isAddressField(field) && placed.good) parts.push(describeAddress(octets, others));
  if (isNameField(field) && record !== undefined) {
    const name = record.name(field.name);
    // The root stands for no host: what it means is told by the field, or by what mail makes of it.
    if (name > ROOT) parts.push(describeName(zone, name, record.uri, others));
  }
  return parts.join('\n\n');
}

import { originAt } from '../zone/model/block-origin.ts';
import { providers } from '../mail/providers/providers.ts';
import type { Zone } from '../zone/model/zone.ts';
import { relativeName } from '../lint/kit/add-record.ts';
import type { NameId } from '../names/name-tree.ts';
import { HAS_ADDRESS } from '../zone/records/record-table.ts';
import type { Field } from '../zone/rrtypes/fields/record-type.ts';
import { allTypes } from '../zone/rrtypes/registry/registry.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position } from '../text/positions.ts';
import { octetText } from '../text/utf8.ts';
import type { CompletionItem } from './completion-item.ts';
import { directives } from './directive-words.ts';
import type { Cursor, Entry, Part } from './entry-at.ts';
import { cursorAt, inheritedOwner, ownerOf, recordOf } from './entry-at.ts';
import { typeWords } from './hover.ts';
import { fieldBehind, isNameField } from './rdata-fields.ts';
import { textCompletions } from './text-completions.ts';
import { hasTerms } from './text-terms.ts';

/** How many names are offered: who wants another one types a letter more. */
const MOST_NAMES = 300;

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** Whether there are more when more is typed. */
  readonly incomplete: boolean;
}

const nothing: Completions = { items: [], incomplete: false };

/** How the text can go on at a position. */
export function completionsAt(zone: Zone, text: SourceText, position: Position): Completions {
  const cursor = cursorAt(zone, text, position);
  if (cursor === undefined) return position.line === 0 ? ownersAndDirectives(zone, undefined, 0, 0) : nothing;
  if (cursor.inComment) return nothing;
  const { block, offset, entry, token } = cursor, inToken = token !== undefined && token.start < offset;
  const start = inToken ? token.start : offset, before = entry?.tokens.filter(({ end }) => end <= start) ?? [];
  if (entry !== undefined && token?.quoted === true) return inString(zone, cursor, entry);
  const first = before[0];
  if (first?.part === 'directive') return first.text.toUpperCase() === '$ORIGIN' && before.length === 1 ? names(zone, cursor, start, () => 0) : nothing;
  if (before.length === 0 && atLineStart(block.chunk.bytes, start)) return ownersAndDirectives(zone, cursor, start, offset);
  if (before.some(({ part }) => part === 'type') && entry !== undefined) return inRdata(zone, cursor, entry, start);
  return header(before.map(({ part }) => part), start, offset);
}

function atLineStart(bytes: Uint8Array, offset: number): boolean { return offset === 0 || bytes[offset - 1] === 10 || bytes[offset - 1] === 13; }

function header(before: readonly Part[], start: number, end: number): Completions {
  const items: CompletionItem[] = [];
  if (!before.includes('class')) items.push({ label: 'IN', detail: 'class: the Internet', kind: 'class', start, end, rank: 1 });
  for (const { code, mnemonic, summary, status } of allTypes) {
    if (status === 'meta') continue;
    items.push({ label: mnemonic, detail: summary, kind: 'type', start, end, documentation: typeWords(code), rank: rankOfType(mnemonic, status === 'current'), ...(status === 'obsolete' ? { deprecated: true } : {}) });
  }
  return { items, incomplete: false };
}

const usual = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'PTR', 'SRV', 'CAA', 'TLSA', 'SOA'];

function rankOfType(mnemonic: string, current: boolean): number {
  const at = usual.indexOf(mnemonic);
  return at >= 0 ? 2 + at : current ? 50 : 90;
}

function ownersAndDirectives(zone: Zone, cursor: Cursor | undefined, start: number, end: number): Completions {
  const items: CompletionItem[] = directives.map(({ name, words, snippet }) => ({ label: name, detail: words, kind: 'directive', start, end, snippet, rank: 80 }));
  if (cursor === undefined) return { items, incomplete: false };
  const origin = originAt(cursor.block, cursor.offset);
  items.push({ label: '@', detail: zone.nameText(origin), kind: 'name', start, end, rank: 0 });
  for (const [label, detail] of serviceNames) items.push({ label, detail, kind: 'name', start, end, rank: 70 });
  const { items: known, incomplete } = names(zone, cursor, start, () => 10);
  return { items: [...items, ...known.filter(({ label }) => label !== '@')], incomplete };
}

/** Names with an underscore that people look up again and again. */
const serviceNames: readonly (readonly [string, string])[] = [
  ['_dmarc', 'the domain\'s DMARC policy (RFC 9989)'], ['_mta-sts', 'senders must use TLS (RFC 8461)'], ['_smtp._tls', 'where TLS reports go (RFC 8460)'], ['default._domainkey', 'a key that signs mail (RFC 6376); the first label is the selector'],
  ['default._bimi', 'the logo shown next to mail'], ['_submissions._tcp', 'where mail programs send (RFC 8314)'], ['_imaps._tcp', 'where mail programs read (RFC 8314)'], ['_25._tcp', 'the certificate of a mail host (RFC 7672); below the host\'s name'], ['autoconfig', 'settings of mail programs'], ['autodiscover', 'settings of Outlook'],
];

/** Names of the zone as they are written here, those of the best rank first. */
function names(zone: Zone, { block, offset }: Cursor, start: number, rankOf: (name: NameId) => number, absolute = false): Completions {
  const origin = originAt(block, offset), typed = octetText(block.chunk.bytes, start, offset).toLowerCase(), items: CompletionItem[] = [], firstLabel = /^[^.\\]*/.exec(typed)![0];
  for (let name = 0; name < zone.names.size; name++) {
    if (zone.records.first(name) < 0 || zone.names.isWildcard(name) || !beginsWith(zone.names.labelOctets(name), firstLabel)) continue;
    const label = absolute ? zone.names.text(name).slice(0, -1) : relativeName(zone, name, origin);
    if (typed !== '' && !label.startsWith(typed)) continue;
    if (items.length >= MOST_NAMES) return { items, incomplete: true };
    items.push({ label, detail: zone.nameText(name), kind: 'name', start, end: offset, rank: rankOf(name) });
  }
  return { items, incomplete: false };
}

/** Asked for every name of a zone, before any text is made. */
function beginsWith(octets: Uint8Array, prefix: string): boolean {
  if (prefix === '@' || octets.length < prefix.length) return prefix === '@';
  for (let i = 0; i < prefix.length; i++) if (octets[i] !== prefix.charCodeAt(i)) return false;
  return true;
}

function inRdata(zone: Zone, cursor: Cursor, entry: Entry, start: number): Completions {
  const { offset } = cursor, place = fieldBehind(zone, entry, start === offset ? offset + 1 : start + 1);
  if (place === undefined) return nothing;
  const { field, type } = place;
  if (isNameField(field)) return targets(zone, cursor, field, start, type.mnemonic);
  const choices = field.kind.complete?.(field) ?? valuesOf(field);
  return { items: choices.map(({ text, detail }, rank) => ({ label: text, detail, kind: 'value', start, end: offset, rank })), incomplete: false };
}

function valuesOf({ values = {} }: Field): readonly { readonly text: string; readonly detail: string }[] {
  return Object.entries(values).map(([text, { mnemonic, meaning }]) => ({ text, detail: mnemonic === undefined ? meaning : `${mnemonic}: ${meaning}` }));
}

/** Hosts with an address come first where a record needs one; an MX may also go to a provider. */
function targets(zone: Zone, cursor: Cursor, field: Field, start: number, type: string): Completions {
  const wantsHost = field.kind.id === 'host-name', owner = cursor.entry === undefined ? -1 : ownerOf(zone, cursor.entry);
  const found = names(zone, cursor, start, (name) => (name === owner ? 40 : wantsHost && (zone.records.kinds(name) & HAS_ADDRESS) === 0 ? 30 : 10));
  if (type !== 'MX') return found;
  const providersOfMail = providers.flatMap(({ name, mx, retired }) => (retired === undefined ? mx.records.map(({ exchange }) => ({ exchange, name })) : [])).filter(({ exchange }) => !exchange.includes('{'));
  return { ...found, items: [...found.items, ...providersOfMail.map(({ exchange, name }): CompletionItem => ({ label: exchange, detail: name, kind: 'name', start, end: cursor.offset, rank: 60 }))] };
}

function inString(zone: Zone, { block, offset }: Cursor, entry: Entry): Completions {
  const record = recordOf(zone, entry);
  if (record === undefined || !hasTerms(record)) return nothing;
  const { text } = record, within = offset - entry.start;
  // The octets that are written before the cursor.
  let octets = 0;
  for (const string of text.strings) {
    if (string.end <= within) { octets = string.to; continue; }
    if (string.start < within) for (octets = string.from; octets < string.to && text.span(octets, octets + 1).end <= within;) octets++;
    break;
  }
  const owner = record.owner >= 0 ? record.owner : inheritedOwner(zone, block, entry.start);
  const before = text.joined.slice(0, octets), { choices, replaces } = textCompletions(before, zone.names.text(owner).split('.'));
  const start = replaces === 0 ? offset : entry.start + text.span(octets - replaces, octets).start;
  return { items: choices.map((one, rank) => ({ ...one, start, end: offset, rank })), incomplete: false };
}

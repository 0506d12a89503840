import { dkimRecords } from '../../mail/providers/providers.ts';
import type { NameId } from '../../names/name-tree.ts';
import { ROOT } from '../../names/name-tree.ts';
import type { Position } from '../../text/positions.ts';
import { octetText } from '../../text/utf8.ts';
import { TextValue } from '../../zone/model/text-value.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { HAS_SOA } from '../../zone/records/record-table.ts';
import { allTypes } from '../../zone/rrtypes/registry/registry.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import { directives } from '../directive-words.ts';
import type { Cursor, Entry, EntryToken, Part } from '../entry-at.ts';
import { cursorAt, nearestRecord, ownerOf, recordOf } from '../entry-at.ts';
import { originAt } from '../../zone/model/block-origin.ts';
import { fieldBehind } from '../rdata-fields.ts';
import type { Choice, CompletionItem, Completions } from './completion-item.ts';
import { directiveValues, ttlValues } from './directive-values.ts';
import type { FieldPlace } from './field-values.ts';
import { fieldValues } from './field-values.ts';
import { textCompletions } from './mail-text.ts';
import { isTargetField, knownNames, targetsFor } from './name-completions.ts';
import { recordSnippets, snippetTexts, soaLines, zoneSnippet } from './record-snippets.ts';
import { ZoneFacts } from './zone-facts.ts';
import { SPF, TXT } from '../../zone/rrtypes/codes.ts';

/** What lies outside of the zone. */
export interface Surroundings {
  readonly now: Date;
  /** Files that could be included, relative to the folder of this one. */
  readonly files: readonly string[];
}

const nothing: Completions = { items: [], incomplete: false };

/** How the text can go on at a position. */
export function completionsAt(zone: Zone, text: SourceText, position: Position, around: Surroundings): Completions {
  const cursor = cursorAt(zone, text, position),
    facts = new ZoneFacts(zone, cursor?.block);
  if (cursor === undefined)
    return position.line === 0 && position.character === 0 ? lineStart(facts, undefined, 0, 0, around) : nothing;
  if (cursor.inComment) return nothing;
  const { block, offset, entry, token } = cursor,
    inToken = token !== undefined && token.start < offset;
  const start = inToken ? token.start : offset,
    before = entry?.tokens.filter(({ end }) => end <= start) ?? [];
  const [first] = before;
  if (first?.part === 'directive')
    return inDirective(facts, cursor, first.text.toUpperCase(), before.length - 1, start, around);
  if (before.length === 0 && isAtLineStart(block.chunk.bytes, start))
    return lineStart(facts, cursor, start, offset, around);
  if (before.some(({ part }) => part === 'type') && entry !== undefined)
    return inRdata(facts, cursor, entry, before, start, around);
  if (token?.quoted === true) return nothing;
  return header(
    facts,
    entry,
    before.map(({ part }) => part),
    start,
    offset,
  );
}

const isAtLineStart = (bytes: Uint8Array, offset: number): boolean =>
  offset === 0 || bytes[offset - 1] === 10 || bytes[offset - 1] === 13;

const placed = (choices: readonly Choice[], start: number, end: number): readonly CompletionItem[] =>
  choices.map((one, rank) => ({ rank, ...one, start, end }));

/** TTL, class and type, each as long as it is not there. The types that belong at such an owner come first. */
function header(
  { zone }: ZoneFacts,
  entry: Entry | undefined,
  before: readonly Part[],
  start: number,
  end: number,
): Completions {
  const items: CompletionItem[] = [],
    facts = new ZoneFacts(zone, entry?.block),
    likely = entry === undefined ? [] : likelyTypes(zone, ownerOf(zone, entry));
  if (!before.includes('class'))
    items.push({ label: 'IN', detail: 'class: the Internet', kind: 'class', start, end, rank: 1 });
  if (!before.includes('ttl'))
    items.push(...ttlValues(facts).map((choice, k): CompletionItem => ({ ...choice, start, end, rank: 40 + k })));
  for (const { code, mnemonic, summary, status } of allTypes) {
    if (status === 'meta') continue;
    const at = likely.indexOf(mnemonic),
      rank = at >= 0 ? at - likely.length : rankOfType(mnemonic, status === 'current');
    items.push({
      label: mnemonic,
      detail: summary,
      kind: 'type',
      start,
      end,
      about: { type: code },
      rank,
      ...(status === 'obsolete' ? { deprecated: true } : {}),
    });
  }
  return { items, incomplete: false };
}

const usual = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'PTR', 'SRV', 'CAA', 'TLSA', 'SOA'];

function rankOfType(mnemonic: string, current: boolean): number {
  const at = usual.indexOf(mnemonic);
  return at >= 0 ? 2 + at : current ? 60 : 90;
}

/** The types that records at an owner name usually have. */
function likelyTypes(zone: Zone, owner: NameId): readonly string[] {
  if (owner <= ROOT) return [];
  const [first = '', second = ''] = zone.names.text(owner).split('.');
  if (second === '_domainkey') return ['TXT', 'CNAME'];
  if (/^_\d+$/.test(first) && /^_(?:tcp|udp|sctp)$/.test(second)) return ['TLSA'];
  if (['_dmarc', '_mta-sts'].includes(first) || second === '_tls' || second === '_bimi') return ['TXT', 'CNAME'];
  if (/^_(?:tcp|udp|tls|sctp)$/.test(second)) return ['SRV', 'URI'];
  return zone.apexKnown && /\.(?:in-addr|ip6)\.arpa\.$/.test(`.${zone.names.text(zone.apex)}`) && owner !== zone.apex
    ? ['PTR', 'NS', 'CNAME']
    : [];
}

/** Names of services and policies that many zones have. */
const usefulNames: readonly (readonly [label: string, detail: string])[] = [
  ['_dmarc', "the domain's DMARC policy (RFC 9989)"],
  ['_mta-sts', 'senders must use TLS (RFC 8461)'],
  ['_smtp._tls', 'where TLS reports go (RFC 8460)'],
  ['default._domainkey', 'a key that signs mail (RFC 6376); the first label is the selector'],
  ['default._bimi', 'the logo shown next to mail'],
  ['_submissions._tcp', 'where mail programs send (RFC 8314)'],
  ['_imaps._tcp', 'where mail programs read (RFC 8314)'],
  ['_25._tcp', "the certificate of a mail host (RFC 7672); below the host's name"],
  ['_caldavs._tcp', 'calendars (RFC 6764)'],
  ['_carddavs._tcp', 'address books (RFC 6764)'],
  ['_sip._tls', 'telephony'],
  ['_xmpp-client._tcp', 'chat (RFC 6120)'],
  ['autoconfig', 'settings of mail programs'],
  ['autodiscover', 'settings of Outlook'],
  ['mta-sts', 'the web site with the MTA-STS policy'],
  ['www', 'the web site'],
  ['mail', 'the mail host'],
];

function lineStart(
  facts: ZoneFacts,
  cursor: Cursor | undefined,
  start: number,
  end: number,
  { now }: Surroundings,
): Completions {
  const { zone } = facts,
    origin = cursor === undefined ? zone.apex : originAt(cursor.block, cursor.offset),
    isNew =
      (zone.records.kinds(zone.apex) & HAS_SOA) === 0 && zone.records.ofType(6)[Symbol.iterator]().next().done === true;
  const items: CompletionItem[] = [];
  if (isNew)
    items.push({
      label: 'zone',
      detail: 'A complete zone that receives mail: SOA, NS, addresses, MX, SPF and DMARC.',
      kind: 'snippet',
      start,
      end,
      snippet: zoneSnippet(facts, now),
      rank: 0,
    });
  if (isNew)
    items.push({
      label: 'soa',
      detail: "The zone's own record, once, at its apex. Increase the serial with every change.",
      kind: 'snippet',
      start,
      end,
      snippet: soaLines('@', '${1:ns1}', '${2:hostmaster}', now).join('\n'),
      rank: 1,
    });
  const model = cursor === undefined ? undefined : nearestRecord(zone, cursor);
  const snippets = recordSnippets(facts, origin, origin, now),
    texts = snippetTexts(snippets, facts, origin, model);
  for (const [k, { prefix, title, description }] of snippets.entries())
    items.push({
      label: prefix,
      detail: `${title}: ${description}`,
      kind: 'snippet',
      start,
      end,
      snippet: texts[k]!,
      rank: 12 + k,
    });
  for (const { name, words, snippet } of directives)
    items.push({
      label: name,
      detail: words,
      kind: 'directive',
      start,
      end,
      snippet: name === '$ORIGIN' && facts.domain !== undefined ? `\\$ORIGIN \${1:${facts.domain}.}` : snippet,
      rank: 180,
      about: { directive: name },
    });
  if (cursor === undefined) return { items, incomplete: false };
  items.push({
    label: '@',
    detail: zone.nameText(origin),
    kind: 'name',
    start,
    end,
    rank: 2,
    about: { name: zone.names.text(origin) },
  });
  if (facts.isReverse) return { items: [...items, ...knownNames(facts, cursor, start).items], incomplete: false };
  for (const name of facts.wanted(50))
    items.push({
      label: facts.written(name, origin),
      detail: 'A record points at this name, which has none yet.',
      kind: 'name',
      start,
      end,
      rank: 10,
    });
  const { items: known, incomplete } = knownNames(facts, cursor, start),
    listed = new Set([...known, ...items].map(({ label }) => label));
  for (const [label, detail] of [...selectorsOf(facts), ...usefulNames])
    if (!listed.has(label)) items.push({ label, detail, kind: 'name', start, end, rank: 170 });
  return { items: [...items, ...known.filter(({ label }) => label !== '@')], incomplete };
}

/** The owner names of the keys of the providers that the zone has to do with. */
function selectorsOf(facts: ZoneFacts): readonly (readonly [string, string])[] {
  const { domain } = facts;
  if (domain === undefined) return [];
  return facts
    .providersInUse()
    .flatMap((provider) =>
      [
        ...dkimRecords(provider, domain).map(({ owner }) => owner),
        ...(provider.dkim.type === 'TXT'
          ? provider.dkim.selectors
              .filter((selector) => !selector.includes('*'))
              .map((selector) => `${selector}._domainkey`)
          : []),
      ].map((owner) => [owner, `the key that ${provider.name} signs with`] as const),
    );
}

function inDirective(
  facts: ZoneFacts,
  cursor: Cursor,
  directive: string,
  count: number,
  start: number,
  { files }: Surroundings,
): Completions {
  const values = directiveValues(directive, count, facts);
  if (values !== undefined) return { items: placed(values, start, cursor.offset), incomplete: false };
  if (directive === '$INCLUDE' && count === 0)
    return {
      items: placed(
        files.map((label): Choice => ({ label, detail: 'a file of the workspace', kind: 'file' })),
        start,
        cursor.offset,
      ),
      incomplete: false,
    };
  const origin = originAt(cursor.block, cursor.offset);
  return knownNames(facts, cursor, start, (name) => name !== origin);
}

function inRdata(
  facts: ZoneFacts,
  cursor: Cursor,
  entry: Entry,
  before: readonly EntryToken[],
  start: number,
  { now }: Surroundings,
): Completions {
  const { zone } = facts,
    { offset, token } = cursor,
    { bytes } = entry.block.chunk,
    quoted = token?.quoted === true && token.start < offset;
  const words = before.filter(({ part }) => part === 'rdata').map(({ text }) => text),
    owner = ownerOf(zone, entry);
  if ((entry.type === TXT || entry.type === SPF) && (quoted || words.length > 0 || start < offset))
    return inText(facts, entry, offset, owner, now);
  const at = fieldBehind(zone, entry, start === offset ? offset + 1 : start + 1);
  if (at === undefined) return nothing;
  const from = quoted ? start + 1 : start,
    place: FieldPlace = {
      facts,
      type: at.type,
      field: at.field,
      owner,
      origin: originAt(entry.block, entry.start),
      record: recordOf(zone, entry)?.id ?? -1,
      words,
      typed: octetText(bytes, from, Math.max(from, offset)),
      quoted,
      now,
    };
  const { choices, replaces } = fieldValues(place),
    items = placed(choices, replaces === undefined ? from : offset - replaces, offset);
  if (!isTargetField(at.field)) return { items, incomplete: false };
  const targets = targetsFor(place, cursor, start);
  return { items: [...items, ...targets.items], incomplete: targets.incomplete };
}

/** Inside the strings of a text, also one that isn't closed yet, or has no quotation marks. */
function inText(facts: ZoneFacts, entry: Entry, offset: number, owner: NameId, now: Date): Completions {
  const { zone } = facts,
    tokens = entry.tokens.filter(({ part }) => part === 'rdata'),
    { bytes } = entry.block.chunk,
    labels = owner < 0 ? [] : zone.names.text(owner).split('.');
  if (tokens.every(({ quoted }) => !quoted)) {
    const first = tokens[0]?.start ?? offset,
      before = octetText(bytes, first, Math.max(first, offset)),
      { choices, replaces } = textCompletions(before, labels, facts, now);
    return { items: placed(choices, offset - replaces, offset), incomplete: false };
  }
  const base = entry.start,
    text = new TextValue(
      -1,
      bytes,
      base,
      tokens.map(({ start, end }) => [start - base, end - base] as const),
    ),
    within = offset - base;
  // The octets that are written before the cursor.
  let octets = 0,
    inside = false;
  for (const string of text.strings) {
    if (string.start >= within) break;
    inside =
      within < string.end ||
      (within === string.end && (bytes[base + string.end - 1] !== 34 || string.end - string.start < 2));
    if (!inside) {
      octets = string.to;
      continue;
    }
    for (octets = string.from; octets < string.to && text.span(octets, octets + 1).end <= within; ) octets++;
    break;
  }
  if (!inside) return nothing;
  const { choices, replaces } = textCompletions(text.joined.slice(0, octets), labels, facts, now),
    start = replaces === 0 ? offset : base + text.span(octets - replaces, octets).start;
  return { items: placed(choices, start, offset), incomplete: false };
}

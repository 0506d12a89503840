import { firstLine, lineLike } from '../lint/kit/record-style.ts';
import { presentStrings } from '../mail/grammar/txt-strings.ts';
import { isDmarc } from '../mail/dmarc/dmarc.ts';
import { verificationService } from '../mail/owners/mail-services.ts';
import { isSpf } from '../mail/spf/spf.ts';
import type { NameId } from '../names/name-tree.ts';
import { addressOctets } from '../text/address.ts';
import type { Position } from '../text/positions.ts';
import { encode } from '../text/utf8.ts';
import type { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import { ttlAt } from '../zone/records/ttl.ts';
import { typeByMnemonic } from '../zone/rrtypes/registry/registry.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { cursorAt, nearestRecord } from './entry-at.ts';
import { originAt } from '../zone/model/block-origin.ts';

/** More than that is no list of records for one zone. */
const LONGEST = 200_000,
  MOST_LINES = 2000;

/** A record as another text has it. */
export interface ForeignRecord {
  /** As written there: `@`, empty, relative to the zone, or whole with or without its final dot. */
  readonly owner: string;
  /** Seconds; undefined where none is given, or the provider chooses. */
  readonly ttl: number | undefined;
  readonly type: string;
  readonly rdata: string;
}

export interface PastedRecords {
  readonly text: string;
  readonly count: number;
  /** What the text was. */
  readonly source: 'dig output' | 'a hosts file' | 'a table' | 'a value';
}

/** Records that are written in other ways than in a zone file, as lines for a place where a record may start; undefined where there are none, or the text is one of a zone file. */
export function pastedRecords(
  zone: Zone,
  text: SourceText,
  position: Position,
  pasted: string,
): PastedRecords | undefined {
  const cursor = cursorAt(zone, text, position);
  const isInside = cursor?.entry?.tokens.some(({ start }) => start < cursor.offset) === true;
  if (position.character !== 0 || cursor?.inComment === true || isInside || pasted.length > LONGEST || !zone.apexKnown)
    return undefined;
  const found = foreignRecords(pasted),
    model = cursor === undefined ? undefined : nearestRecord(zone, cursor),
    origin = cursor === undefined ? zone.apex : originAt(cursor.block, cursor.offset);
  if (found === undefined) return undefined;
  const lines = [...new Set(found.records.flatMap((record) => lineOf(zone, record, model, origin)))];
  return lines.length === 0 ? undefined : { text: `${lines.join('\n')}\n`, count: lines.length, source: found.source };
}

/** The records of a text, and what it is. */
export function foreignRecords(
  pasted: string,
): { readonly source: PastedRecords['source']; readonly records: readonly ForeignRecord[] } | undefined {
  const lines = pasted.split(/\r\n|\n|\r/).slice(0, MOST_LINES);
  if (lines.some((line) => /^; <<>> DiG |^;; (?:ANSWER|AUTHORITY|ADDITIONAL|QUESTION) SECTION:/.test(line)))
    return some('dig output', lines.flatMap(digRecord));
  const hosts = lines.filter((line) => !/^\s*(?:#|$)/.test(line)),
    isHosts =
      hosts.length > 0 &&
      hosts.every((line) => /^\s*\S+\s+[A-Za-z0-9_]/.test(line) && addressOctets(hostsAddress(line)) !== undefined);
  if (isHosts) return some('a hosts file', hosts.flatMap(hostsRecords));
  return (
    some('a table', tableRecords(lines)) ??
    some('a table', labelledRecords(lines)) ??
    some('a value', valueRecords(lines))
  );
}

const some = (
  source: PastedRecords['source'],
  records: readonly ForeignRecord[],
): { readonly source: PastedRecords['source']; readonly records: readonly ForeignRecord[] } | undefined =>
  records.length === 0 ? undefined : { source, records };

function digRecord(line: string): readonly ForeignRecord[] {
  const [, owner, ttl, type, rdata] = /^(\S+)\s+(\d+)\s+IN\s+(\S+)\s+(.+)$/.exec(line) ?? [];
  if (
    owner === undefined ||
    owner.startsWith(';') ||
    type === undefined ||
    rdata === undefined ||
    typeByMnemonic(type) === undefined ||
    ['RRSIG', 'NSEC', 'NSEC3'].includes(type)
  )
    return [];
  return [{ owner, ttl: Number(ttl), type, rdata: rdata.trim() }];
}

const hostsAddress = (line: string): string => /^\s*([^\s#%]+)/.exec(line)?.[1] ?? '';

/** The host and its other names; those that every machine has for itself are left out. */
function hostsRecords(line: string): readonly ForeignRecord[] {
  const [address = '', ...names] = line.replace(/#.*$/, '').trim().split(/\s+/),
    octets = addressOctets(address);
  const isOwn =
    octets === undefined ||
    (octets.length === 4
      ? octets[0] === 127 || octets.every((octet) => octet === 0 || octet === 255)
      : octets[0] === 0xff || octets[0] === 0xfe || octets.slice(0, 15).every((octet) => octet === 0));
  return isOwn
    ? []
    : names.map((owner) => ({
        owner: owner.includes('.') ? owner.replace(/\.?$/, '.') : owner,
        ttl: undefined,
        type: octets.length === 4 ? 'A' : 'AAAA',
        rdata: address,
      }));
}

type Column = 'type' | 'name' | 'value' | 'ttl' | 'priority' | 'other';

/** What providers call the columns of their tables. */
const columnNames: Readonly<Record<string, Column>> = {
  type: 'type',
  'record type': 'type',
  name: 'name',
  host: 'name',
  hostname: 'name',
  'host name': 'name',
  'record name': 'name',
  alias: 'name',
  subdomain: 'name',
  value: 'value',
  content: 'value',
  data: 'value',
  answer: 'value',
  target: 'value',
  'points to': 'value',
  destination: 'value',
  'record value': 'value',
  'points to address or value': 'value',
  'value/route traffic to': 'value',
  ttl: 'ttl',
  'ttl (seconds)': 'ttl',
  priority: 'priority',
  prio: 'priority',
  preference: 'priority',
};

const cellsOf = (line: string): readonly string[] =>
  line
    .split(line.includes('\t') ? '\t' : line.includes('|') ? '|' : / {2,}/)
    .map((cell) => cell.trim())
    .filter((cell, k, all) => cell !== '' || (k > 0 && k < all.length - 1));

/** Rows of a table with its headings, or of one that has a type beside a name and a value. */
function tableRecords(lines: readonly string[]): readonly ForeignRecord[] {
  const rows = lines.map(cellsOf).filter((cells) => cells.length >= 3),
    records: ForeignRecord[] = [];
  let columns: readonly Column[] | undefined;
  for (const cells of rows) {
    const named = cells.map((cell): Column => columnNames[cell.toLowerCase()] ?? 'other');
    if (named.includes('type') && named.includes('value')) {
      columns = named;
      continue;
    }
    const record = rowRecord(cells, columns ?? guessColumns(cells));
    if (record !== undefined) records.push(record);
  }
  return records;
}

const isType = (text: string): boolean => /^[A-Z][A-Z0-9]*$/.test(text) && typeByMnemonic(text) !== undefined;

/** Type, name, value or name, type, value, and numbers after them; a zone file's own lines have a class or the TTL before the type. */
function guessColumns(cells: readonly string[]): readonly Column[] | undefined {
  if (isType(cells[0]!) && !isType(cells[1]!))
    return [
      'type',
      'name',
      'value',
      ...cells.slice(3).map((cell): Column => (/^\d+$/.test(cell) || /^auto/i.test(cell) ? 'ttl' : 'other')),
    ];
  return undefined;
}

function rowRecord(cells: readonly string[], columns: readonly Column[] | undefined): ForeignRecord | undefined {
  if (columns === undefined) return undefined;
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '',
    type = cell('type').toUpperCase();
  return isType(type) ? foreign(cell('name'), type, cell('value'), cell('priority'), cell('ttl')) : undefined;
}

/** `Type: TXT`, `Name: @`, `Value: …`, each on a line of its own, as pages of help have them. */
function labelledRecords(lines: readonly string[]): readonly ForeignRecord[] {
  const records: ForeignRecord[] = [];
  let known = new Map<Column, string>();
  const flush = (): void => {
    const type =
        known
          .get('type')
          ?.toUpperCase()
          .replace(/\s+RECORD$/, '') ?? '',
      value = known.get('value'),
      record =
        isType(type) && value !== undefined
          ? foreign(known.get('name') ?? '@', type, value, known.get('priority') ?? '', known.get('ttl') ?? '')
          : undefined;
    if (record !== undefined) records.push(record);
    known = new Map();
  };
  for (const line of lines) {
    const [, label = '', value = ''] = /^\s*[-*•]?\s*([A-Za-z][A-Za-z /()]*?)\s*[:\t]\s*(\S.*?)\s*$/.exec(line) ?? [],
      column = columnNames[label.toLowerCase()];
    if (column === undefined) continue;
    if (known.has(column)) flush();
    known.set(column, value);
  }
  flush();
  return records;
}

/** A text that a provider wants at the domain, or that has a name of its own. */
function valueRecords(lines: readonly string[]): readonly ForeignRecord[] {
  const written = lines.map((line) => line.trim()).filter((line) => line !== ''),
    [only] = written;
  if (only === undefined || written.length > 1) return [];
  const text = only.replace(/^"(.*)"$/, '$1');
  if (isSpf(text) || verificationService(text) !== undefined)
    return [{ owner: '@', ttl: undefined, type: 'TXT', rdata: presentStrings(text) }];
  return isDmarc(text) ? [{ owner: '_dmarc', ttl: undefined, type: 'TXT', rdata: presentStrings(text) }] : [];
}

function foreign(
  owner: string,
  type: string,
  written: string,
  priority: string,
  ttl: string,
): ForeignRecord | undefined {
  const rdata = rdataOf(type, written.trim(), priority.trim());
  return rdata === undefined ? undefined : { owner: owner.trim(), ttl: secondsOf(ttl), type, rdata };
}

const UNITS: Readonly<Record<string, number>> = {
  second: 1,
  sec: 1,
  minute: 60,
  min: 60,
  hour: 3600,
  hr: 3600,
  day: 86_400,
  week: 604_800,
};

/** `3600`, `1h`, `1 hour`, `30 min`; undefined for `Auto` and what isn't a time. */
function secondsOf(text: string): number | undefined {
  const octets = encode(text.trim()),
    plain = ttlAt(octets, 0, octets.length);
  if (plain >= 0) return plain;
  const [, count = '', unit = ''] = /^(\d+)\s*([a-z]+?)s?$/i.exec(text.trim()) ?? [],
    seconds = UNITS[unit.toLowerCase()];
  return seconds === undefined ? undefined : Number(count) * seconds;
}

/** Data in a zone file's form: names absolute, texts in quotation marks; undefined where it can't be the type's. */
function rdataOf(type: string, written: string, priority: string): string | undefined {
  if (written === '') return undefined;
  switch (type) {
    case 'A':
    case 'AAAA':
      return addressOctets(written)?.length === (type === 'A' ? 4 : 16) ? written : undefined;
    case 'TXT':
    case 'SPF':
      return /^".*"$/.test(written) ? written : presentStrings(written);
    case 'CNAME':
    case 'NS':
    case 'PTR':
    case 'DNAME':
      return /^\S+$/.test(written) ? absolute(written) : undefined;
    case 'MX': {
      const [, first = priority, host = ''] = /^(?:(\d+)\s+)?(\S+)$/.exec(written) ?? [];
      return host === '' || !/^\d+$/.test(first) ? undefined : `${first} ${absolute(host)}`;
    }
    case 'SRV': {
      const numbers = /^(?:(\d+)\s+)?(\d+)\s+(\d+)\s+(\S+)$/.exec(written),
        first = numbers?.[1] ?? priority;
      return numbers === null || !/^\d+$/.test(first)
        ? undefined
        : `${first} ${numbers[2]} ${numbers[3]} ${absolute(numbers[4]!)}`;
    }
    case 'CAA':
      return /^\d+\s+[a-z]+\s+\S/i.test(written) ? written : undefined;
    default:
      return undefined;
  }
}

/** Names in tables are whole names without their final dot, unless they are a single label. */
const absolute = (name: string): string => (name.endsWith('.') || name === '@' ? name : `${name.toLowerCase()}.`);

function lineOf(
  zone: Zone,
  { owner, ttl, type, rdata }: ForeignRecord,
  model: RecordView | undefined,
  origin: NameId,
): readonly string[] {
  const apex = zone.names.text(zone.apex),
    bare = apex.replace(/\.$/, ''),
    written = owner.toLowerCase().replace(/\.$/, ''),
    isWhole = owner.endsWith('.') || written === bare || written.endsWith(`.${bare}`);
  if (!/^[^\s"();\\]*$/.test(written)) return [];
  const name = zone.names.intern(
    written === '' || written === '@' ? apex : isWhole ? `${written}.` : `${written}.${apex === '.' ? '' : apex}`,
  );
  // A record of another domain has no place in this zone.
  if (name < 0 || !zone.inZone(name)) return [];
  if (model === undefined)
    return [firstLine(origin === zone.apex && name === zone.apex ? '@' : zone.names.text(name), type, rdata)];
  return [lineLike(model, { owner: name, type, rdata, ...(ttl === undefined ? {} : { ttl }) })];
}

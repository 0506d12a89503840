import { cutAbove, exists, recordAt } from '../zone/model/lookup.ts';
import { RecordView } from '../zone/model/record-view.ts';
import { textOrder } from '../zone/model/text-order.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { NameId } from '../names/name-tree.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { addressOfReverse, addressText, reverseName } from '../text/address.ts';
import { code, list, plain, zoneLines } from './markdown.ts';
import { nameWords, placeWords, recordWords } from './record-words.ts';
import { NS, NSEC, PTR } from '../zone/rrtypes/codes.ts';

/** The other zones of the workspace, by an absolute name in them. */
export interface OtherZones {
  zoneOf(name: string): Zone | undefined;
  /** The workspace's files with a name, in whatever folder they are. */
  files?(fileName: string): readonly SourceText[];
  /** Whether there is no zone with another apex, reverse zones aside. */
  isOnlyDomain?(apex: string): boolean;
}

export const noOthers: OtherZones = { zoneOf: () => undefined };

const MOST_SHOWN = 12,
  MOST_REFERRERS = 8;

/** Where a name is, its records, and who points at it. Markdown. */
export function describeName(zone: Zone, name: NameId, uri: string, others: OtherZones): string {
  const absolute = zone.names.text(name),
    parts = [`**${plain(nameWords(zone, name))}**${whereIs(zone, name)}`];
  const home = zone.inZone(name) ? zone : others.zoneOf(absolute),
    id = home === undefined ? -1 : home === zone ? name : home.names.find(absolute);
  if (home !== undefined && home !== zone) parts[0] += `, in the zone ${plain(nameWords(home, home.apex))}`;
  const records = home === undefined || id < 0 ? [] : recordsOf(home, id);
  if (records.length > 0)
    parts.push(
      zoneLines(
        shown(
          records.map((record) => recordWords(record)),
          MOST_SHOWN,
        ),
      ),
    );
  else if (home !== undefined)
    parts.push(id >= 0 && exists(home, id) ? 'It has no records, but names below it do.' : 'It has no records.');
  const referrers = referrersOf(zone, name);
  if (referrers.length > 0)
    parts.push(
      `Pointed at by\n\n${list(
        shown(
          referrers
            .slice(0, MOST_REFERRERS + 1)
            .map(
              (record) =>
                `${code(`${nameWords(zone, record.owner)} ${record.mnemonic}`)}, ${plain(placeWords(record, uri))}`,
            ),
          MOST_REFERRERS,
        ),
      )}`,
    );
  const address = addressOfReverse(absolute);
  if (address !== undefined) parts.push(`The reverse name of ${code(addressText(address))}.`);
  return parts.join('\n\n');
}

function whereIs(zone: Zone, name: NameId): string {
  if (!zone.apexKnown) return '';
  if (name === zone.apex) return ', the zone itself';
  if (!zone.inZone(name)) return ', outside this zone';
  const cut = cutAbove(zone, name);
  if (cut < 0) return '';
  return cut === name
    ? ', delegated to other name servers'
    : `, below the delegation of ${plain(nameWords(zone, cut))} (NS ${recordAt(zone, cut, NS) >= 0 ? 'there' : 'missing'})`;
}

/** A name's records in the order of the text. */
export function recordsOf(zone: Zone, name: NameId): readonly RecordView[] {
  const ids: number[] = [];
  for (let id = zone.records.first(name); id >= 0 && ids.length < 1000; id = zone.records.next[id]!) ids.push(id);
  return ids.sort((a, b) => textOrder(zone, a, b)).map((id) => new RecordView(zone, id));
}

/** Records that point at a name in the order of the text, at most some hundred. */
function referrersOf(zone: Zone, name: NameId): readonly RecordView[] {
  const ids: number[] = [];
  for (let id = zone.records.firstReferrer(name); id >= 0 && ids.length < 500; id = zone.records.nextReferrerOf(id))
    if (zone.records.type[id] !== NSEC) ids.push(id);
  return ids.sort((a, b) => textOrder(zone, a, b)).map((id) => new RecordView(zone, id));
}

/** The names that an address's reverse zone gives; undefined where no file here has that zone. */
export function reverseRecords(octets: Uint8Array, others: OtherZones): readonly string[] | undefined {
  const reverse = reverseName(octets),
    zone = others.zoneOf(reverse);
  if (zone === undefined) return undefined;
  const name = zone.names.find(reverse);
  if (name < 0) return [];
  return recordsOf(zone, name)
    .filter((record) => record.type === PTR && record.target >= 0)
    .map((record) => nameWords(zone, record.target));
}

function shown(lines: readonly string[], most: number): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `… and ${lines.length - most} more`] : lines;
}

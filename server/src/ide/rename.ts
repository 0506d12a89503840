import { originAt } from '../zone/model/block-origin.ts';
import type { Edit } from '../findings/fix.ts';
import type { Zone } from '../zone/model/zone.ts';
import { placeOf } from '../zone/model/span.ts';
import type { NameId } from '../names/name-tree.ts';
import type { ZoneFile } from '../zone/model/zone-file.ts';
import { EXPLICIT_OWNER } from '../zone/records/record-table.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { endsAbsolute } from '../zone/rrtypes/fields/rdata.ts';
import { encode } from '../text/utf8.ts';
import type { NameAt } from './name-at.ts';
import type { Occurrence } from './occurrences.ts';
import { isGenerated, occurrencesOf, withAttributes } from './occurrences.ts';
import { nameWords } from './record-words.ts';

/** Why a name can't be renamed, in words for the person who wants to; undefined where it can. */
export function renameRefusal(zone: Zone, at: NameAt): string | undefined {
  if (at.kind === 'origin') return 'An origin is part of many names. Rename the names themselves.';
  if (zone.apexKnown && at.name === zone.apex)
    return `${nameWords(zone, at.name)} is the zone itself; its name comes from the server's configuration or the file's name.`;
  if (isGenerated(zone, at.name))
    return `${nameWords(zone, at.name)} comes from a $GENERATE: change that entry instead.`;
  return undefined;
}

/** Edits that give a name another one wherever the zones' files write it, or why it can't have that. Names below it stay, but for those that are about it alone, as `_25._tcp.` of a mail host. */
export function rename(at: NameAt, newName: string, home: Zone, zones: Iterable<Zone>): readonly Edit[] | string {
  const fresh = completed(home, at, newName);
  if (fresh === undefined)
    return `"${newName}" isn't a valid domain name: a label is empty or over 63 octets, or the name is over 255.`;
  const old = home.names.text(at.name);
  if (fresh.toLowerCase() === old) return [];
  const target = home.names.intern(fresh);
  if (home.apexKnown && home.inZone(at.name) && !home.inZone(target))
    return `${withoutDot(fresh)} isn't in the zone ${nameWords(home, home.apex)}, so its records would be lost.`;
  if (home.records.first(target) >= 0)
    return `${withoutDot(fresh)} already has records: the two would become one name.`;
  const edits: Edit[] = [];
  for (const zone of zones) {
    const name = zone.names.find(old);
    if (name < 0) continue;
    for (const one of withAttributes(zone, name)) {
      if (isGenerated(zone, one)) return `${nameWords(zone, one)} comes from a $GENERATE: change that entry instead.`;
      const prefix = prefixOf(zone, one, name);
      const heir = heirOfUnread(zone, one);
      if (heir)
        return `${nameWords(zone, one)} has a record that inherits its name from a line with a syntax error: fix that line first.`;
      for (const occurrence of occurrencesOf(zone, one)) {
        if (timesRead(zone, occurrence.record.block.file.text) > 1)
          return `${nameWords(zone, one)} is in a file that the zone includes more than once, so it means several names: edit that file by hand.`;
        edits.push(rewritten(occurrence, prefix + fresh));
      }
    }
  }
  return distinct(edits);
}

/** Whether a name's record inherits its owner from a line that made no record, so that nothing tells where the name is written. */
function heirOfUnread(zone: Zone, name: NameId): boolean {
  const { records } = zone;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    if ((records.flags[id]! & EXPLICIT_OWNER) !== 0) continue;
    const { file, index, records: inBlock } = zone.blockOf(id),
      at = inBlock.indexOf(id);
    let before = at > 0 ? inBlock[at - 1] : undefined;
    for (let k = index - 1; before === undefined && k >= 0; k--) before = file.blocks[k]!.records.at(-1);
    if (before === undefined || records.owner[before] !== name) return true;
  }
  return false;
}

/** How many times a zone reads a file. */
function timesRead(zone: Zone, text: SourceText, file: ZoneFile = zone.root): number {
  let times = file.text === text ? 1 : 0;
  for (const { includes } of file.blocks) for (const included of includes) times += timesRead(zone, text, included);
  return times;
}

const withoutDot = (name: string): string => (name.length > 1 ? name.slice(0, -1) : name);

/** The new name, absolute, in the case in which it was typed; undefined for what is no name. */
function completed(zone: Zone, { origin, kind }: NameAt, typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /[\s();"]/.test(text.replace(/\\./g, ''))) return undefined;
  const bytes = encode(text),
    base = kind === 'term' ? 0 : Math.max(origin, 0);
  if (zone.names.parse(bytes, 0, bytes.length, base) < 0) return undefined;
  if (text === '@') return zone.names.text(base);
  if (endsAbsolute(text)) return text;
  return base === 0 ? `${text}.` : `${text}.${zone.names.text(base)}`;
}

/** The labels of a name that stand before one above it, with their dots. */
function prefixOf(zone: Zone, name: NameId, above: NameId): string {
  let prefix = '';
  for (let at = name; at !== above; at = zone.names.parent(at)) prefix += `${zone.names.label(at)}.`;
  return prefix;
}

/** An occurrence with another name, absolute or relative as it was written. */
function rewritten({ zone, record, kind, span, written }: Occurrence, fresh: string): Edit {
  const { uri, range } = placeOf(zone, span);
  if (kind === 'term') return { uri, range, text: written.endsWith('.') ? fresh : withoutDot(fresh) };
  const quoted = written.startsWith('"'),
    bare = quoted ? written.slice(1, -1) : written;
  const text = endsAbsolute(bare)
    ? fresh
    : relativeTo(zone, fresh, originAt(record.block, zone.records.offset[record.id]!));
  return { uri, range, text: quoted ? `"${text}"` : text };
}

/** A name as it is written where `origin` completes names; absolute where it isn't below it. */
function relativeTo(zone: Zone, absolute: string, origin: NameId): string {
  if (origin === 0) return absolute;
  const tail = zone.names.text(origin),
    lower = absolute.toLowerCase();
  if (lower === tail) return '@';
  if (!lower.endsWith(`.${tail}`)) return absolute;
  const id = zone.names.intern(absolute);
  return zone.names.isAtOrBelow(id, origin) ? absolute.slice(0, absolute.length - tail.length - 1) : absolute;
}

/** A text that two zones include is changed once. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  const seen = new Map<string, Edit>();
  for (const edit of edits)
    if (!('createFile' in edit)) seen.set(`${edit.uri} ${edit.range.start.line}:${edit.range.start.character}`, edit);
  return [...seen.values()];
}

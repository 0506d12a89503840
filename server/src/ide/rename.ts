import { originAt } from '../zone/model/block-origin.ts';
import type { Edit } from '../findings/fix.ts';
import type { Zone } from '../zone/model/zone.ts';
import { placeOf } from '../zone/model/span.ts';
import { withALabels } from '../names/a-labels.ts';
import { ROOT } from '../names/name-tree.ts';
import type { NameId } from '../names/name-tree.ts';
import { lookup } from '../zone/model/lookup.ts';
import { A } from '../zone/rrtypes/codes.ts';
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
  const old = home.names.text(at.name),
    // Typed in other letters on purpose: then they are taken as they are everywhere.
    isCaseOnly = fresh.toLowerCase() === old,
    target = home.names.intern(fresh);
  if (home.apexKnown && home.inZone(at.name) && !home.inZone(target))
    return `${withoutDot(fresh)} isn't in the zone ${nameWords(home, home.apex)}, so its records would be lost.`;
  const collision = isCaseOnly ? undefined : collisionOf(home, at.name, target, fresh);
  if (collision !== undefined) return collision;
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
        const edit = rewritten(occurrence, prefix + fresh, isCaseOnly);
        if (edit !== undefined) edits.push(edit);
      }
    }
  }
  return distinct(edits);
}

/** Why the records of a name, and of those that are about it alone, can't have another name: it has records, or another zone or name answers for it. */
function collisionOf(home: Zone, name: NameId, target: NameId, fresh: string): string | undefined {
  for (const one of withAttributes(home, name)) {
    const prefix = prefixOf(home, one, name),
      taken = home.names.find(prefix + fresh);
    if (taken >= 0 && home.records.first(taken) >= 0)
      return `${withoutDot(prefix + fresh)} already has records: the two would become one name.`;
  }
  if (!home.apexKnown || !home.inZone(target)) return undefined;
  const { status, at } = lookup(home, target, A);
  if (at === name) return undefined;
  if (status === 'delegated')
    return `${withoutDot(fresh)} is below the delegation of ${nameWords(home, at)}, so its records would be lost.`;
  return status === 'redirected'
    ? `${withoutDot(fresh)} is below the DNAME record of ${nameWords(home, at)}, so its records would be lost.`
    : undefined;
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
export function timesRead(zone: Zone, text: SourceText, file: ZoneFile = zone.root): number {
  let times = file.text === text ? 1 : 0;
  for (const { includes } of file.blocks) for (const included of includes) times += timesRead(zone, text, included);
  return times;
}

const withoutDot = (name: string): string => (name.length > 1 ? name.slice(0, -1) : name);

/**
 * The new name, absolute, in the case in which it was typed; undefined for what is no name. A label alone, typed over a name that is written out, as in a PTR record or an SPF term, is another name beside it;
 * letters beyond ASCII become A-labels; a name that ends with the zone's own has its final dot forgotten.
 */
function completed(zone: Zone, at: NameAt, typed: string): string | undefined {
  const text = withALabels(typed.trim());
  if (text === undefined || text === '' || /[\s();"]/.test(text.replace(/\\./g, ''))) return undefined;
  const bytes = encode(text),
    base = baseFor(zone, at, text);
  if (zone.names.parse(bytes, 0, bytes.length, base) < 0) return undefined;
  if (text === '@') return zone.names.text(base);
  if (endsAbsolute(text)) return text;
  return base === ROOT ? `${text}.` : `${text}.${zone.names.text(base)}`;
}

/** What completes a new name that is typed over another one. */
function baseFor(zone: Zone, { name, origin, kind, absolute }: NameAt, text: string): NameId {
  const apex = zone.apexKnown && zone.apex !== ROOT ? zone.names.text(zone.apex).slice(0, -1) : undefined,
    lower = text.toLowerCase();
  if (apex !== undefined && (lower === apex || lower.endsWith(`.${apex}`))) return ROOT;
  const isWhole = kind === 'term' || absolute === true;
  if (!isWhole) return Math.max(origin, ROOT);
  return !text.includes('.') && text !== '@' && name > ROOT
    ? zone.names.parent(name)
    : kind === 'term'
      ? ROOT
      : Math.max(origin, ROOT);
}

/** The labels of a name that stand before one above it, with their dots. */
function prefixOf(zone: Zone, name: NameId, above: NameId): string {
  let prefix = '';
  for (let at = name; at !== above; at = zone.names.parent(at)) prefix += `${zone.names.label(at)}.`;
  return prefix;
}

/** An occurrence with another name, absolute or relative as it was written; the labels that stay keep their letters, unless `asTyped`. Undefined where it is that name already. */
function rewritten(
  { zone, record, kind, span, written }: Occurrence,
  fresh: string,
  asTyped: boolean,
): Edit | undefined {
  const { uri, range } = placeOf(zone, span),
    quoted = written.startsWith('"'),
    bare = quoted ? written.slice(1, -1) : written;
  const name =
    kind === 'term'
      ? written.endsWith('.')
        ? fresh
        : withoutDot(fresh)
      : endsAbsolute(bare)
        ? fresh
        : relativeTo(zone, fresh, originAt(record.block, zone.records.offset[record.id]!));
  const kept = asTyped ? name : inLettersOf(bare, name),
    text = quoted ? `"${kept}"` : kept;
  return text === written ? undefined : { uri, range, text };
}

/** A name with the last labels that it has in common with another one in that one's letters: `Example.COM` stays. */
function inLettersOf(written: string, fresh: string): string {
  if (endsAbsolute(written) !== endsAbsolute(fresh) || written.includes('\\') || fresh.includes('\\')) return fresh;
  const before = written.split('.'),
    now = fresh.split('.');
  for (let k = 1; k <= Math.min(before.length, now.length); k++) {
    const label = before[before.length - k]!;
    if (label.toLowerCase() !== now[now.length - k]!.toLowerCase()) break;
    now[now.length - k] = label;
  }
  return now.join('.');
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

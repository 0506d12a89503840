import { hasTemplate } from '../../../zone/records/foreign-text.ts';
import { LABEL_NOT_HOST, ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { BACKSLASH } from '../../../text/octets.ts';

/** Characters that Knot DNS takes in names only behind a backslash. Raw ones that no zone file should have, such as `@` or bytes over 126, have rules of their own. */
const refused = new Uint8Array(256);
for (const c of "!#$%&'+,:<=>?[]^`{|}~") refused[c.charCodeAt(0)] = 1;
/** Whose owners and whose targets are names of hosts: those have a rule of their own for all that no host has in its name. */
const hostOwners = new Set([1, 11, 15, 28, 38]),
  hostTargets = new Set([2, 15, 18, 21, 33, 64, 65, 66]);

/** Asked for every record: whether the owner or the target has such a character, escaped or not. */
function hasRefused(zone: Zone, name: NameId): boolean {
  const { names } = zone;
  for (let id = name; id > ROOT && id !== zone.apex; id = names.parent(id)) {
    if ((names.labelFlags(id) & LABEL_NOT_HOST) !== 0)
      for (let i = names.labelLength(id) - 1; i >= 0; i--) if (refused[names.labelOctet(id, i)] === 1) return true;
  }
  return false;
}

export default check({
  on: eachRecord([], {
    when: (zone, record, name) => hasRefused(zone, name) || hasRefused(zone, zone.records.target[record]!),
  }),
  reports: 'syn/name-character',
  *run(record, context) {
    if (record.generated) return;
    for (const at of namesOf(record)) {
      const places = rawCharacters(record, at),
        [first] = places;
      if (first === undefined) continue;
      const character = record.source(first);
      yield {
        message: 'raw',
        at: first,
        args: { character, name: record.source(at), escaped: `\\${character}` },
        fixes: [
          {
            title: 'Add a backslash before it',
            safe: true,
            edits: () => places.map((place) => replaceSpan(context.zone, { ...place, end: place.start }, '\\')),
          },
        ],
      };
    }
  },
});

function* namesOf(record: RecordView): Iterable<Span> {
  if (record.ownerSpan !== undefined && !hostOwners.has(record.type)) yield record.ownerSpan;
  if (record.broken || hostTargets.has(record.type)) return;
  for (const { field, octets, span } of record.fields)
    if (field.kind.holdsNames?.(record.octets, octets.byteOffset - record.octets.byteOffset) === true) yield span;
}

/** A URL, a template or a comment of another language is no name, and has a rule of its own. */
const isForeign = (text: string): boolean => /^#|\/\/|^[^:]+:\d+(?:\/|$)/.test(text) || hasTemplate(text);

function rawCharacters(record: RecordView, at: Span): readonly Span[] {
  const { bytes } = record.block.chunk,
    base = record.zone.records.offset[record.id]!,
    places: Span[] = [];
  if (bytes[base + at.start] === 34 || isForeign(record.source(at))) return places;
  for (let i = at.start; i < at.end; i++) {
    const c = bytes[base + i]!;
    if (c === BACKSLASH) i++;
    else if (refused[c] === 1) places.push({ ...at, start: i, end: i + 1 });
  }
  return places;
}

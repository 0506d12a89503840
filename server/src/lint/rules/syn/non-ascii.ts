import { NON_ASCII } from '../../../zone/syntax/source-text.ts';
import { lookAlikeAt } from '../../../text/look-alikes.ts';
import { withALabels } from '../../../names/a-labels.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Block } from '../../../zone/model/block.ts';
import { replacement } from '../../kit/edits.ts';
import { entriesOf, recordOf } from '../../kit/reported-entry.ts';
import type { ReportedEntry } from '../../kit/reported-entry.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { decode } from '../../../text/utf8.ts';
import { check, eachChunk } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'syn/non-ascii'>;

interface Range {
  readonly start: number;
  readonly end: number;
}

export default check({
  on: eachChunk(NON_ASCII),
  reports: 'syn/non-ascii',
  *run({ block, bytes }, { zone }) {
    for (const entry of entriesOf(block)) {
      if (!hasHighByte(bytes, entry)) continue;
      for (const range of namesOf(zone, entry))
        if (hasHighByte(bytes, range) && !hasLookAlike(bytes, range)) yield finding(zone, block, range);
    }
  },
});

function finding(zone: Zone, block: Block, { start, end }: Range): Said {
  const name = decode(block.chunk.bytes, start, end),
    at = { block, start, end };
  if (name.includes('\ufffd')) return { message: 'notText', at };
  const ascii = withALabels(name.normalize('NFC'));
  return ascii === undefined
    ? { message: 'noLabel', at, args: { name } }
    : {
        message: 'name',
        at,
        args: { name, ascii: ascii.replace(/\.$/, '') },
        fixes: [replacement(zone, at, ascii, `Write ${ascii}`, true)],
      };
}

/** Where names stand in an entry: the owner, names in the data, and the arguments of directives. */
function namesOf(zone: Zone, entry: ReportedEntry): readonly Range[] {
  const { tokens, indented, bytes } = entry,
    first = tokens[0];
  if (first !== undefined && bytes[first.start] === 36)
    return /^\$origin$/i.test(decode(bytes, first.start, first.end)) ? tokens.slice(1, 2) : [];
  const names: Range[] = indented || first === undefined ? [] : [first],
    record: RecordView | undefined = recordOf(zone, entry);
  for (const { field, span } of record?.broken === false ? record.fields : [])
    if (field.kind.id.endsWith('name')) names.push({ start: entry.start + span.start, end: entry.start + span.end });
  return names;
}

function hasHighByte(bytes: Uint8Array, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! > 127) return true;
  return false;
}

function hasLookAlike(bytes: Uint8Array, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! > 127 && lookAlikeAt(bytes, i) !== undefined) return true;
  return false;
}

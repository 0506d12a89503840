import type { NameId } from '../../../names/name-tree.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import { EXPLICIT_OWNER } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { placeOf } from '../../../zone/model/span.ts';
import { relativeName } from '../add-record.ts';
import type { Edit } from '../../../findings/fix.ts';
import { replaceSpan } from '../edits.ts';

/** Gives one record another owner where it stands. A record behind it that inherits the owner name keeps it. */
export function renameOwner(record: RecordView, name: NameId): readonly Edit[] {
  const { zone, ownerSpan, owner, origin } = record,
    written = relativeName(zone, name, origin);
  const start = { record: record.id, start: 0, end: 0 };
  const edits = [ownerSpan === undefined ? replaceSpan(zone, start, written) : replaceSpan(zone, ownerSpan, written)];
  const heir = inheritor(record);
  if (heir === undefined) return edits;
  const { uri, range } = placeOf(zone, { record: heir, start: 0, end: 0 });
  return [
    ...edits,
    { uri, range, text: ownerSpan === undefined ? relativeName(zone, owner, origin) : record.source(ownerSpan) },
  ];
}

/** The next record of the file, where it inherits this one's owner name. */
function inheritor({ zone, id, block, owner }: RecordView): RecordId | undefined {
  const { file, records } = block,
    at = records.indexOf(id);
  let next = records[at + 1];
  for (let k = block.index + 1; next === undefined && k < file.blocks.length; k++) next = file.blocks[k]!.records[0];
  return next !== undefined && (zone.records.flags[next]! & EXPLICIT_OWNER) === 0 && zone.records.owner[next] === owner
    ? next
    : undefined;
}

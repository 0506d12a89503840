import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { Span } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { replaceSpan } from './edits.ts';
import type { Fix } from '../../findings/fix.ts';

/** The name right below the apex that a name is, or is below; -1 for the apex and for names outside. Asked for very many names. */
export function topOf({ apex, apexKnown, names }: Zone, name: NameId): NameId {
  let top = -1;
  for (let id = name; id !== apex; id = names.parent(id)) {
    if (id === ROOT) return -1;
    top = id;
  }
  return apexKnown ? top : -1;
}

/** The labels of a name below the apex, from left to right. */
export function labelsBelowApex({ apex, names }: Zone, name: NameId): readonly string[] {
  const labels: string[] = [];
  for (let id = name; id !== ROOT && id !== apex; id = names.parent(id)) labels.push(names.label(id));
  return labels;
}

/** Where some of a name's labels stand in its owner field: `from` octets behind its start. Undefined when the field has something else there, as where an `$ORIGIN` completes it. */
export function partOfOwner(record: RecordView, text: string, from = 0): Span | undefined {
  const owner = record.ownerSpan;
  if (owner === undefined || text === '') return undefined;
  const at = { ...owner, start: owner.start + from, end: owner.start + from + text.length };
  const next = record.source({ ...owner, start: at.end, end: at.end + 1 });
  return at.end <= owner.end && record.source(at).toLowerCase() === text && (at.end === owner.end || next === '.')
    ? at
    : undefined;
}

/** A fix that writes some labels of an owner name otherwise, on each line that has them. */
export function renaming(
  records: readonly RecordView[],
  text: string,
  right: string,
  safe: boolean,
  from = 0,
): readonly Fix[] {
  if (
    records.some(
      (record) => record.ownerSpan !== undefined && (record.generated || partOfOwner(record, text, from) === undefined),
    )
  )
    return [];
  return [
    {
      title: right === '' ? `Remove ${text}` : `Write ${right}`,
      safe,
      edits: () =>
        records.flatMap((record) => {
          const at = partOfOwner(record, text, from);
          return at === undefined ? [] : [replaceSpan(record.zone, at, right)];
        }),
    },
  ];
}

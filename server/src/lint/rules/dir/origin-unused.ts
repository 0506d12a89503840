import { endsAbsolute } from '../../../zone/rrtypes/fields/rdata.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { Block, Directive } from '../../../zone/model/block.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { argumentsOf, entryAt } from '../../kit/reported-entry.ts';
import { check, wholeZone } from '../../engine/check.ts';

/** So many records are looked at after each change, from the file's start on. */
const ENOUGH = 2000;

export default check({
  on: wholeZone(),
  reports: 'dir/origin-unused',
  *run(zone) {
    for (const { block, directive, message } of unusedOrigins(zone)) {
      const at = { block, start: directive.start, end: directive.end };
      yield {
        message,
        at,
        fixes: [
          {
            title: 'Remove this $ORIGIN',
            safe: true,
            edits: () => {
              const { start, end } = entryAt(block, directive.start);
              return [replaceSpan(zone, { block, start, end }, '')];
            },
          },
        ],
      };
    }
  },
});

interface Origin {
  readonly block: Block;
  readonly directive: Directive;
}

function* unusedOrigins(zone: Zone): Iterable<Origin & { readonly message: 'same' | 'unused' }> {
  const seen = { records: 0 };
  let open: Origin | undefined, above: NameId | undefined;
  for (const block of zone.root.blocks) {
    let from = 0;
    for (const directive of [...block.directives, undefined]) {
      if (open !== undefined && usesOrigin(zone, block, from, directive?.start ?? block.chunk.bytes.length, seen))
        open = undefined;
      if (seen.records > ENOUGH) return;
      if (directive === undefined) break;
      from = directive.end;
      if (directive.name === '$GENERATE' || directive.name === '$INCLUDE') open = undefined;
      if (directive.name !== '$ORIGIN') continue;
      // It goes on with the one above, which then is the one that may be needed.
      if (above === directive.origin) {
        yield { block, directive, message: 'same' };
        continue;
      }
      above = directive.origin;
      if (open !== undefined && isAbsolute(block, directive)) yield { ...open, message: 'unused' };
      open = { block, directive };
      seen.records++;
    }
  }
}

const textOf = (block: Block, start: number, end: number): string =>
  String.fromCharCode(...block.chunk.bytes.subarray(start, end));

function isAbsolute(block: Block, directive: Directive): boolean {
  const name = argumentsOf(block, directive)[1];
  return name !== undefined && endsAbsolute(textOf(block, name.start, name.end));
}

/** Whether a name between two places is relative. Lines that can't be read may have one. */
function usesOrigin(zone: Zone, block: Block, from: number, to: number, seen: { records: number }): boolean {
  if (block.problems.some(({ start }) => start >= from && start < to)) return true;
  for (const id of block.records) {
    const offset = zone.records.offset[id]!;
    if (offset < from || offset >= to) continue;
    seen.records++;
    if (isRelative(new RecordView(zone, id))) return true;
  }
  return false;
}

function isRelative(record: RecordView): boolean {
  const { ownerSpan } = record;
  if (record.broken || (ownerSpan !== undefined && !endsAbsolute(record.source(ownerSpan)))) return true;
  return record.fields.some(({ field, span }) => field.kind.id.endsWith('name') && !endsAbsolute(record.source(span)));
}

import { lookAlikeAt } from '../../../text/look-alikes.ts';
import { NON_ASCII } from '../../../zone/syntax/source-text.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { entriesOf, recordOf } from '../../kit/reported-entry.ts';
import type { EntryToken, ReportedEntry } from '../../kit/reported-entry.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachChunk } from '../../engine/check.ts';

export default check({
  on: eachChunk(NON_ASCII),
  reports: 'syn/non-ascii-text',
  *run({ block, bytes }, { zone }) {
    for (const entry of entriesOf(block)) {
      if (!entry.tokens.some((token) => isForeign(bytes, token))) continue;
      const record = recordOf(zone, entry),
        texts =
          record === undefined || record.broken
            ? []
            : textsOf(entry, record).filter((token) => isForeign(bytes, token)),
        [first] = texts;
      if (first === undefined) continue;
      yield {
        message: 'text',
        at: { block, start: first.start, end: first.end },
        args: { escape: escaped(bytes[firstHigh(bytes, first)]!) },
        fixes: [
          {
            title: 'Escape the bytes as numbers',
            safe: true,
            edits: () =>
              texts.map(({ start, end }) =>
                replaceSpan(
                  zone,
                  { block, start, end },
                  [...bytes.subarray(start, end)].map((c) => (c > 127 ? escaped(c) : String.fromCharCode(c))).join(''),
                ),
              ),
          },
        ],
      };
    }
  },
});

const escaped = (octet: number): string => `\\${octet}`;

/** The tokens of a record's data that are no names: those have a rule of their own. */
function textsOf({ tokens, start }: ReportedEntry, record: RecordView): readonly EntryToken[] {
  const names = record.fields
      .filter(({ field }) => field.kind.holdsNames !== undefined)
      .map(({ span }) => start + span.start),
    from = start + record.rdataSpan.start;
  return tokens.filter((token) => token.start >= from && !names.includes(token.start));
}

function firstHigh(bytes: Uint8Array, { start, end }: EntryToken): number {
  for (let i = start; i < end; i++) if (bytes[i]! > 127) return i;
  return -1;
}

/** Whether a token has bytes over 127; typographic look-alikes of plain characters have a rule of their own. */
function isForeign(bytes: Uint8Array, token: EntryToken): boolean {
  const first = firstHigh(bytes, token);
  if (first < 0) return false;
  for (let i = first; i < token.end; i++) if (bytes[i]! > 127 && lookAlikeAt(bytes, i) !== undefined) return false;
  return true;
}

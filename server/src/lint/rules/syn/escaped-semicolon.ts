import { ESCAPED_SEMICOLON } from '../../../zone/syntax/source-text.ts';
import { put } from '../../reader/fixes/reader-edits.ts';
import { entriesOf } from '../../kit/reported-entry.ts';
import { check, eachChunk } from '../../engine/check.ts';

export default check({
  on: eachChunk(ESCAPED_SEMICOLON),
  reports: 'syn/escaped-semicolon',
  *run({ block, bytes }, context) {
    for (const { tokens } of entriesOf(block)) {
      for (const { start, end, quoted } of tokens) {
        const places = quoted ? backslashes(bytes, start, end) : [],
          first = places[0];
        if (first === undefined) continue;
        yield {
          message: 'needless',
          at: { block, start: first, end: first + 2 },
          fixes: [
            {
              title: 'Remove the backslashes',
              safe: true,
              edits: () => places.map((at) => put({ block }, context, at, at + 1, '')),
            },
          ],
        };
      }
    }
  },
});

/** Of a string, those before a semicolon that are not themselves escaped. */
function backslashes(bytes: Uint8Array, start: number, end: number): readonly number[] {
  const places: number[] = [];
  for (let i = start; i < end - 1; i++)
    if (bytes[i] === 92) {
      if (bytes[i + 1] === 59) places.push(i);
      i++;
    }
  return places;
}

import { TAB } from '../../../zone/syntax/source-text.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachChunk } from '../../engine/check.ts';

export default check({
  on: eachChunk(TAB),
  reports: 'syn/tab-in-quoted',
  *run({ block, bytes }, { zone }) {
    for (const start of tabsInStrings(bytes)) {
      const at = { block, start, end: start + 1 };
      yield { message: 'tab', at, fixes: [replacement(zone, at, ' ', 'Replace the tab with a space', false)] };
    }
  },
});

/** The first of each string. */
function* tabsInStrings(bytes: Uint8Array): Iterable<number> {
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i];
    if (c === 92) i++;
    else if (c === 59) i = endOfLine(bytes, i);
    else if (c === 34) {
      let first = -1;
      for (i++; i < bytes.length && bytes[i] !== 34 && bytes[i] !== 10; i++) {
        if (bytes[i] === 92) i++;
        else if (bytes[i] === 9 && first < 0) first = i;
      }
      if (first >= 0) yield first;
    }
  }
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < bytes.length && bytes[i] !== 10) i++;
  return i;
}

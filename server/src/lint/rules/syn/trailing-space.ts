import { TRAILING_SPACE } from '../../../zone/syntax/source-text.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachChunk } from '../../engine/check.ts';

const isBlank = (c: number | undefined): boolean => c === 32 || c === 9;

export default check({
  on: eachChunk(TRAILING_SPACE),
  reports: 'syn/trailing-space',
  *run({ block, bytes }, { zone }) {
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] !== 10 && bytes[i] !== 13) continue;
      let start = i;
      while (start > 0 && isBlank(bytes[start - 1])) start--;
      if (start === i) continue;
      const at = { block, start, end: i };
      yield { message: 'blank', at, fixes: [replacement(zone, at, '', 'Remove the trailing white space', true)] };
    }
  },
});

import { TRAILING_SPACE } from '../../../zone/syntax/source-text.ts';
import { replacement } from '../../kit/edits.ts';
import { defineRule, eachChunk } from '../../engine/rule.ts';

const isBlank = (c: number | undefined): boolean => c === 32 || c === 9;

export default defineRule({
  meta: {
    code: 'syn/trailing-space',
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Trailing white space',
    messages: { blank: 'Trailing white space has no effect, but shows up as a change when removed.' },
    fix: 'safe',
  },
  on: eachChunk(TRAILING_SPACE),
  *check({ block, bytes }, { zone }) {
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

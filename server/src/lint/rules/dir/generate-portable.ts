import { argumentsOf } from '../../kit/reported-entry.ts';
import { check, eachChunk } from '../../engine/check.ts';

export default check({
  on: eachChunk(0),
  reports: 'dir/generate-portable',
  *run({ block }) {
    for (const directive of block.directives) {
      const word = directive.name === '$GENERATE' ? argumentsOf(block, directive)[0] : undefined;
      if (word !== undefined) yield { message: 'bindOnly', at: { block, start: word.start, end: word.end } };
    }
  },
});

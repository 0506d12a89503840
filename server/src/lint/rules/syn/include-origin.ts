import { originAt } from '../../../zone/model/block-origin.ts';
import { decode } from '../../../text/utf8.ts';
import { replacement } from '../../kit/edits.ts';
import { forgottenOriginDot } from '../../kit/relative-origin.ts';
import { argumentsOf } from '../../kit/reported-entry.ts';
import { check, eachChunk } from '../../engine/check.ts';

export default check({
  on: eachChunk(0),
  reports: 'syn/include-origin',
  *run({ block, bytes }, { zone }) {
    for (const directive of block.directives) {
      const name = directive.name === '$INCLUDE' ? argumentsOf(block, directive)[2] : undefined;
      if (name === undefined || name.quoted) continue;
      const written = decode(bytes, name.start, name.end),
        becomes = forgottenOriginDot(zone, written, originAt(block, directive.start));
      if (becomes === undefined) continue;
      const at = { block, start: name.start, end: name.end };
      yield {
        message: 'relative',
        at,
        args: { written, becomes },
        fixes: [replacement(zone, at, `${written}.`, 'Add the final dot', false)],
      };
    }
  },
});

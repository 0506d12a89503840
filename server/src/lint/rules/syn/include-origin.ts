import { decode } from '../../../text/utf8.ts';
import { replacement } from '../../kit/edits.ts';
import { forgottenOriginDot } from '../../kit/relative-origin.ts';
import { argumentsOf, originAt } from '../../kit/reported-entry.ts';
import { defineRule, eachChunk } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'syn/include-origin',
    severity: 'warning',
    source: 'RFC 1035 §5.1',
    summary: '$INCLUDE origin without a final dot',
    messages: { relative: 'Without a final dot this origin means {becomes}, which completes every relative name in the file.' },
    fix: 'safe',
  },
  on: eachChunk(0),
  *check({ block, bytes }, { zone }) {
    for (const directive of block.directives) {
      const name = directive.name === '$INCLUDE' ? argumentsOf(block, directive)[2] : undefined;
      if (name === undefined || name.quoted) continue;
      const written = decode(bytes, name.start, name.end), becomes = forgottenOriginDot(zone, written, originAt(block, directive.start));
      if (becomes === undefined) continue;
      const at = { block, start: name.start, end: name.end };
      yield { message: 'relative', at, args: { written, becomes }, fixes: [replacement(zone, at, `${written}.`, 'Add the final dot', true)] };
    }
  },
});

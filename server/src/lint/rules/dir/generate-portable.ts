import { argumentsOf } from '../../kit/reported-entry.ts';
import { defineRule, eachChunk } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'dir/generate-portable',
    severity: 'warning',
    profile: 'all',
    source: 'BIND',
    summary: `BIND's own $GENERATE`,
    messages: { bindOnly: `$GENERATE is BIND's own: NSD, Knot and other servers refuse the zone file.` },
  },
  on: eachChunk(0),
  *check({ block }) {
    for (const directive of block.directives) {
      const word = directive.name === '$GENERATE' ? argumentsOf(block, directive)[0] : undefined;
      if (word !== undefined) yield { message: 'bindOnly', at: { block, start: word.start, end: word.end } };
    }
  },
});

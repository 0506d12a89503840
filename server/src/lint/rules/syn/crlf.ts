import { CRLF } from '../../../zone/syntax/source-text.ts';
import type { ZoneFile } from '../../../zone/model/zone-file.ts';
import { defineRule, wholeZone } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'syn/crlf',
    severity: 'information',
    profile: 'strict',
    source: 'practice',
    summary: 'CR LF line endings',
    messages: { crlf: 'The lines of this file end in CR LF: Knot refuses it, other servers accept it.' },
  },
  on: wholeZone(),
  *check(zone) { yield* inFile(zone.root); },
});

/** Once a file, at the first such line ending. */
function* inFile(file: ZoneFile): Iterable<Draft> {
  const block = file.blocks.find(({ chunk }) => (chunk.features & CRLF) !== 0);
  if (block !== undefined) {
    const { bytes } = block.chunk;
    let at = 0;
    while (at < bytes.length && !(bytes[at] === 13 && bytes[at + 1] === 10)) at++;
    yield { message: 'crlf', at: { block, start: at, end: at + 1 } };
  }
  for (const { includes } of file.blocks) for (const included of includes) yield* inFile(included);
}

import { CRLF } from '../../../zone/syntax/source-text.ts';
import type { ZoneFile } from '../../../zone/model/zone-file.ts';
import { check, wholeZone } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'syn/crlf'>;

export default check({
  on: wholeZone(),
  reports: 'syn/crlf',
  *run(zone) {
    yield* inFile(zone.root);
  },
});

/** Once a file, at the first such line ending. */
function* inFile(file: ZoneFile): Iterable<Said> {
  const block = file.blocks.find(({ chunk }) => (chunk.features & CRLF) !== 0);
  if (block !== undefined) {
    const { bytes } = block.chunk;
    let at = 0;
    while (at < bytes.length && !(bytes[at] === 13 && bytes[at + 1] === 10)) at++;
    yield { message: 'crlf', at: { block, start: at, end: at + 1 } };
  }
  for (const { includes } of file.blocks) for (const included of includes) yield* inFile(included);
}

import { NO_FINAL_NEWLINE } from '../../../zone/syntax/source-text.ts';
import { entriesOf } from '../../kit/reported-entry.ts';
import { put } from '../../reader/fixes/reader-edits.ts';
import { check, eachChunk } from '../../engine/check.ts';
import { CR } from '../../../text/octets.ts';

export default check({
  on: eachChunk(NO_FINAL_NEWLINE),
  reports: 'syn/no-final-newline',
  *run({ block, bytes }, context) {
    if (block.index !== block.file.text.chunks.length - 1 || bytes[bytes.length - 1] === CR) return;
    const last = entriesOf(block).at(-1),
      token = last?.tokens.at(-1);
    if (
      last === undefined ||
      token === undefined ||
      last.end !== bytes.length ||
      bytes.subarray(token.end).includes(10)
    )
      return;
    const { length: end } = bytes,
      eol = bytes.includes(CR) ? '\r\n' : '\n',
      span = { block, start: end, end };
    yield {
      message: 'none',
      at: span,
      fixes: [{ title: 'Add a line ending', safe: true, edits: () => [put({ block }, context, end, end, eol)] }],
    };
  },
});

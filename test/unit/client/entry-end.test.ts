import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastLineOfEntry } from '../../../client/src/entry-end.ts';

/** The last line of the entry that holds the line with the mark «cursor». */
function lastLine(text: string): number {
  const lines = text.split('\n');
  const cursor = lines.findIndex((line) => line.includes('«cursor»'));
  const clean = lines.map((line) => line.replace('«cursor»', ''));
  return lastLineOfEntry(cursor, clean.length, (line) => clean[line] ?? '');
}

describe('the line below which a new record may stand', () => {
  it('is the cursor’s own after a record on one line', () => {
    assert.equal(lastLine('$TTL 3600\nwww IN A 192.0.2.1«cursor»\nmail IN A 192.0.2.2'), 1);
  });

  it('is where the parentheses of the record around the cursor close', () => {
    assert.equal(lastLine('@ IN SOA ns1 hostmaster (\n 1 7200«cursor»\n 3600 1209600\n 3600 )\nwww IN A 192.0.2.1'), 3);
  });

  it('takes no parenthesis in a comment, in quotes or behind a backslash for one', () => {
    assert.equal(lastLine('@ IN TXT "(" «cursor»; (\nwww IN A 192.0.2.1'), 0);
    assert.equal(lastLine('a\\( IN A 192.0.2.1«cursor»\nwww IN A 192.0.2.1'), 0);
    assert.equal(lastLine('@ IN TXT ( "a;b" «cursor»; )\n )\nwww IN A 192.0.2.1'), 1);
  });

  it('is the last line where a parenthesis never closes', () => {
    assert.equal(lastLine('@ IN SOA ns1 hostmaster (\n«cursor» 1 7200\nwww IN A 192.0.2.1'), 2);
  });
});

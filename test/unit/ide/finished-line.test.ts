import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alignFinished } from '../../../server/src/ide/finished-line.ts';
import { opened } from './opened.ts';

/** The line above the cursor when it has been finished. */
function finished(text: string): string {
  const {
      linted: { zone },
      source,
      position,
    } = opened(text),
    line = source.text().split('\n')[position.line - 1]!;
  return alignFinished(zone, source, position)
    .toReversed()
    .reduce(
      (written, { range, text: gap }) =>
        written.slice(0, range.start.character) + gap + written.slice(range.end.character),
      line,
    );
}

const spaces =
    '$TTL 1h\n@       IN SOA   ns1 hostmaster 1 7200 3600 1209600 300\n        IN NS    ns1\nwww     IN A     198.51.100.80\n',
  tabs = '$TTL 1h\n@\t\tIN\tSOA\tns1 hostmaster 1 7200 3600 1209600 300\nwww\t\tIN\tA\t198.51.100.80\n';

describe('a line that is finished', () => {
  it('goes into the columns of those around it', () => {
    assert.equal(finished(`${spaces}mail IN A 198.51.100.25\n|`), 'mail    IN A     198.51.100.25');
    assert.equal(finished(`${tabs}mail IN A 198.51.100.25\n|`), 'mail\t\tIN\tA\t198.51.100.25');
    assert.equal(finished(`${spaces} IN MX 10 mail ; first\n|`), '        IN MX    10 mail ; first');
  });

  it('keeps what has no column there, and what is in its column', () => {
    assert.equal(finished(`${spaces}mail 600 IN A 198.51.100.25\n|`), 'mail 600 IN A    198.51.100.25');
    assert.equal(finished(`${spaces}mail    IN A     198.51.100.25\n|`), 'mail    IN A     198.51.100.25');
  });

  it('stays as it is among lines without columns, in another paragraph, and where it is no record', () => {
    assert.equal(
      finished(
        '$TTL 1h\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\nwww  IN A 198.51.100.80\n|'.replace(
          'www  IN',
          'www IN',
        ),
      ),
      'www IN A 198.51.100.80',
    );
    assert.equal(finished(`${spaces}\nmail IN A 198.51.100.25\n|`), 'mail IN A 198.51.100.25');
    assert.equal(finished(`${spaces}mail IN A 198.51.100\n|`), 'mail IN A 198.51.100');
    assert.equal(finished(`${spaces}; comment  here\n|`), '; comment  here');
    assert.equal(finished(`${spaces}mail IN TXT ( "a"\n   "b  c"\n|`), '   "b  c"');
  });
});

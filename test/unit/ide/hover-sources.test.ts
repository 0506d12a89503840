import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from '../../../server/src/ide/hover.ts';
import { noOthers } from '../../../server/src/ide/name-words.ts';
import { opened } from './opened.ts';

function hovered(text: string): string {
  const {
    linted: { zone },
    source,
    position,
  } = opened(text);
  return hoverAt(zone, source, position, noOthers)?.text ?? '';
}

const soa = '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n';

describe('a hover says which line set', () => {
  it('the TTL: $TTL, the record itself, the one before, or the SOA record', () => {
    assert.match(hovered(`$TTL 3600\n${soa}www |A 198.51.100.1\n`), /TTL: 1 hour, from `\$TTL` in line 1/);
    assert.match(hovered(`$TTL 3600\n${soa}$TTL 60\nwww |A 198.51.100.1\n`), /TTL: 1 minute, from `\$TTL` in line 3/);
    assert.match(hovered(`$TTL 3600\n${soa}www 60 |A 198.51.100.1\n`), /TTL: 1 minute, from this record/);
    assert.match(
      hovered(`@ 600 IN SOA ns1 hostmaster 1 7200 3600 1209600 300\nwww |A 198.51.100.1\n`),
      /TTL: 10 minutes, from the record in line 1/,
    );
    assert.match(hovered(`${soa}www |A 198.51.100.1\n`), /TTL: 5 minutes, from the SOA record's minimum in line 1/);
  });

  it('the owner name, where a record has none', () => {
    assert.match(
      hovered(`$TTL 3600\n${soa}www A 198.51.100.1\n    |TXT "x"\n`),
      /Owner name: `www\.example\.com`, from line 3/,
    );
    assert.doesNotMatch(hovered(`$TTL 3600\n${soa}www |A 198.51.100.1\n`), /Owner name/);
  });

  it('the origin', () => {
    assert.match(
      hovered(`$TTL 3600\n${soa}$ORIGIN sub.example.com.\nw|ww A 198.51.100.1\n`),
      /Origin: `sub\.example\.com`, from `\$ORIGIN` in line 3/,
    );
    assert.match(hovered(`$TTL 3600\n${soa}w|ww A 198.51.100.1\n`), /Origin: `example\.com`, the zone's name/);
  });
});

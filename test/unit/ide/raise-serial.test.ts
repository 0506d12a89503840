import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { raiseSerial, serialAfter } from '../../../server/src/lint/kit/raise-serial.ts';
import { opened } from './opened.ts';

const now = new Date(2026, 0, 31, 12, 0, 0);

describe('a raised serial', () => {
  it('of the form date and count has the date of today', () => assert.equal(serialAfter(2025123105, now), 2026013101));

  it('counts on within the day', () => assert.equal(serialAfter(2026013101, now), 2026013102));

  it('counts on when the date is in the future, so that it is never smaller', () =>
    assert.equal(serialAfter(2027010100, now), 2027010101));

  it('is the time where it was one', () =>
    assert.equal(serialAfter(1700000000, now), Math.floor(now.getTime() / 1000)));

  it('of a counter is the next number, and never 0', () => {
    assert.equal(serialAfter(41, now), 42);
    assert.equal(serialAfter(4294967295, now), 1);
  });

  it('is offered on the lines of the SOA record and nowhere else', () => {
    const {
      linted: { zone },
      source,
    } = opened(
      '$TTL 3600\n@ IN SOA ns1 hostmaster (\n  41 ; serial\n  7200 3600 1209600 300 )\n@ NS ns1\nns1 A 192.0.2.1\n',
    );
    const at = (line: number): ReturnType<typeof raiseSerial> =>
      raiseSerial(zone, source, { start: { line, character: 3 }, end: { line, character: 3 } }, now);
    assert.deepEqual(at(2), {
      from: 41,
      to: 42,
      edit: {
        uri: 'file:///zones/example.com.zone',
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } },
        text: '42',
      },
    });
    assert.equal(at(3)?.to, 42);
    assert.equal(at(4), undefined);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ttlSlip } from '../../../../server/src/zone/records/ttl-slips.ts';

describe('a word that was to be a TTL', () => {
  it('may have its unit written out', () => {
    for (const [word, meant] of [
      ['1hour', '1h'],
      ['30mins', '30m'],
      ['2Days', '2d'],
      ['1week', '1w'],
      ['45secs', '45s'],
    ] as const)
      assert.deepEqual(ttlSlip(word), { mixed: false, meant });
  });

  it('may lack the unit of its last number', () => {
    assert.deepEqual(ttlSlip('1h30'), { mixed: true, meant: '1h30m' });
    assert.deepEqual(ttlSlip('1w2d12'), { mixed: true, meant: '1w2d12h' });
    assert.deepEqual(ttlSlip('5s3'), { mixed: true, meant: '' });
  });

  it('may be a number as people write it', () => {
    for (const [word, meant] of [
      ['3,600', '3600'],
      ['86_400', '86400'],
      ['1.5h', '5400'],
      ['+300', '300'],
      ['36OO', '3600'],
      ['l200', '1200'],
    ] as const)
      assert.deepEqual(ttlSlip(word), { mixed: false, meant });
  });

  it('may be beyond guessing', () => {
    for (const word of ['12x', '-1', '3h4z']) assert.deepEqual(ttlSlip(word), { mixed: false, meant: '' });
  });

  it('is not every word', () => {
    for (const word of ['www', '192.0.2.1', '2001:db8::1', '1and1.example', 'MX', ''])
      assert.equal(ttlSlip(word), undefined, word);
  });
});

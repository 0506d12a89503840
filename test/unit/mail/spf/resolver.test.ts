import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookupName, plainName } from '../../../../server/src/mail/dns/resolver.ts';

describe('the name that a resolver is asked for', () => {
  it('is absolute and in lower case', () => {
    assert.equal(lookupName('Mail.Example.COM'), 'mail.example.com.');
    assert.equal(lookupName('example.com.'), 'example.com.');
  });

  it('is escaped as in a zone file', () => {
    assert.equal(lookupName('joe smith.example.com'), 'joe\\032smith.example.com.');
    assert.equal(lookupName('a;b@c\\d"e.example.com'), 'a\\;b\\@c\\\\d\\"e.example.com.');
    assert.equal(lookupName('\xe9.example.com'), '\\233.example.com.');
  });

  it('is none where a label is empty or too long, or the whole is', () => {
    for (const raw of [
      '',
      '.',
      'a..example.com',
      '.example.com',
      `${'a'.repeat(64)}.example.com`,
      Array.from({ length: 130 }, () => 'a').join('.'),
    ]) {
      assert.equal(lookupName(raw), undefined, raw);
    }
    assert.notEqual(lookupName(`${'a'.repeat(63)}.example.com`), undefined);
    assert.notEqual(lookupName(Array.from({ length: 127 }, () => 'a').join('.')), undefined);
  });

  it('comes back as plain text', () => {
    assert.equal(plainName('joe\\032smith.example.com.'), 'joe smith.example.com');
    assert.equal(plainName('.'), '');
  });
});

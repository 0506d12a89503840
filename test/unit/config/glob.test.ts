import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { expandGlob, isGlob, matchesGlob } from '../../../server/src/config/paths/glob.ts';

describe('a file pattern', () => {
  it('fits the file name in any folder when it has no slash', () => {
    assert.ok(matchesGlob('*.zone', 'example.com.zone'));
    assert.ok(matchesGlob('*.zone', 'a/b/example.com.zone'));
    assert.ok(!matchesGlob('*.zone', 'a/example.com.zone/readme'));
  });

  it('fits from its folder on when it has one', () => {
    assert.ok(matchesGlob('zones/*.zone', 'zones/example.com.zone'));
    assert.ok(!matchesGlob('zones/*.zone', 'old/zones/example.com.zone'));
    assert.ok(!matchesGlob('zones/*.zone', 'zones/old/example.com.zone'));
    assert.ok(matchesGlob('/zones/db.*', 'zones/db.example.com'));
    assert.ok(matchesGlob('./zones/db.*', 'zones/db.example.com'));
  });

  it('spans folders with two stars', () => {
    assert.ok(matchesGlob('zones/**/db.*', 'zones/db.example.com'));
    assert.ok(matchesGlob('zones/**/db.*', 'zones/a/b/db.example.com'));
    assert.ok(matchesGlob('**/internal/**', 'a/internal/b/c'));
    assert.ok(matchesGlob('old/', 'a/old/db.x'));
  });

  it('knows character sets and alternatives', () => {
    assert.ok(matchesGlob('db.[0-9]*', 'db.10.20.30'));
    assert.ok(!matchesGlob('db.[!0-9]*', 'db.10.20.30'));
    assert.ok(matchesGlob('{a,b}/*.{zone,dns}', 'b/example.com.dns'));
    assert.ok(!matchesGlob('{a,b}/*.{zone,dns}', 'c/example.com.dns'));
    assert.ok(matchesGlob('a[b', 'a[b'));
    assert.ok(matchesGlob('a?c.zone', 'abc.zone'));
    assert.ok(matchesGlob('\\*.zone', '*.zone'));
  });

  it('is told from a plain name', () => {
    assert.equal(isGlob('/etc/nsd/nsd.conf.d/*.conf'), true);
    assert.equal(isGlob('/etc/nsd/nsd.conf'), false);
  });

  it('answers at once even where a naive match would take years', () => {
    const started = Date.now();
    assert.equal(matchesGlob(`${'*a'.repeat(60)}b`, 'a'.repeat(400)), false);
    assert.equal(matchesGlob(`${'**/'.repeat(60)}x`, 'a/'.repeat(200)), false);
    assert.equal(matchesGlob('{a,b}'.repeat(40), 'a'.repeat(39)), false);
    assert.ok(Date.now() - started < 2000);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a*?[\]{},/\\!^.-]*$/), fc.stringMatching(/^[ab/.-]*$/), (glob, path) => {
        assert.equal(typeof matchesGlob(glob, path), 'boolean');
      }),
    );
  });
});

describe('the files that a pattern stands for', () => {
  const tree: Readonly<Record<string, readonly string[]>> = {
    '/etc/nsd': ['nsd.conf', 'nsd.conf.d', 'sites'],
    '/etc/nsd/nsd.conf.d': ['b.conf', 'a.conf', 'readme', '.hidden.conf'],
    '/etc/nsd/sites': ['one', 'two'],
    '/etc/nsd/sites/one': ['zone.conf'],
    '/etc/nsd/sites/two': [],
  };
  const list = (folder: string): readonly string[] | undefined => tree[folder];

  it('come in the order of their names, without hidden ones', () => {
    assert.deepEqual(expandGlob('/etc/nsd', '/etc/nsd/nsd.conf.d/*.conf', list), [
      '/etc/nsd/nsd.conf.d/a.conf',
      '/etc/nsd/nsd.conf.d/b.conf',
    ]);
    assert.deepEqual(expandGlob('/etc/nsd', 'nsd.conf.d/*.conf', list), [
      '/etc/nsd/nsd.conf.d/a.conf',
      '/etc/nsd/nsd.conf.d/b.conf',
    ]);
  });

  it('may lie behind a folder pattern', () => {
    assert.deepEqual(expandGlob('/etc/nsd', 'sites/*/zone.conf', list), ['/etc/nsd/sites/one/zone.conf']);
    assert.deepEqual(expandGlob('/etc/nsd', 'nsd.conf.d/{b,a}.conf', list), [
      '/etc/nsd/nsd.conf.d/b.conf',
      '/etc/nsd/nsd.conf.d/a.conf',
    ]);
  });

  it('are unknown where the folder cannot be listed, and none where nothing fits', () => {
    assert.equal(expandGlob('/etc/nsd', '/etc/elsewhere/*.conf', list), undefined);
    assert.deepEqual(expandGlob('/etc/nsd', 'nsd.conf.d/*.yaml', list), []);
  });
});

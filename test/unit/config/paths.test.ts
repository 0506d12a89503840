import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  baseName,
  folderOf,
  foldersUpFrom,
  isAbsolutePath,
  normalizePath,
  pathSegments,
  relativePath,
  resolvePath,
  samePath,
} from '../../../server/src/config/paths/paths.ts';

describe('a path', () => {
  it('resolves in a folder as a server would', () => {
    assert.equal(resolvePath('/var/cache/bind', 'db.example.com'), '/var/cache/bind/db.example.com');
    assert.equal(resolvePath('/var/cache/bind', '../zones/./db.example.com'), '/var/cache/zones/db.example.com');
    assert.equal(resolvePath('/var/cache/bind', '/etc/bind/db.local'), '/etc/bind/db.local');
    assert.equal(resolvePath('/etc', '../../../x'), '/x');
    assert.equal(resolvePath('.', 'zones/x'), 'zones/x');
    assert.equal(resolvePath('zones', '../../x'), '../x');
  });

  it('keeps the scheme and the authority of a workspace without a disk', () => {
    assert.equal(
      resolvePath('vscode-vfs://github/acme/dns', 'zones/db.example.com'),
      'vscode-vfs://github/acme/dns/zones/db.example.com',
    );
    assert.equal(resolvePath('file:///etc/bind', '/var/named/a b'), 'file:///var/named/a%20b');
    assert.equal(resolvePath('/etc', 'file:///var/named/x'), 'file:///var/named/x');
    assert.equal(folderOf('file:///etc/bind/named.conf'), 'file:///etc/bind');
    assert.equal(baseName('file:///etc/bind/a%20b.zone'), 'a b.zone');
  });

  it('may be a URI without an authority, as VS Code writes them', () => {
    assert.equal(normalizePath('memfs:/ws/zones/../example.com.zone'), 'memfs:/ws/example.com.zone');
    assert.equal(folderOf('memfs:/ws/zones/a%20b.zone'), 'memfs:/ws/zones');
    assert.equal(resolvePath('memfs:/ws/zones', 'parts/hosts.inc'), 'memfs:/ws/zones/parts/hosts.inc');
    assert.equal(relativePath('memfs:/ws', 'memfs:/ws/zones/x'), 'zones/x');
    assert.ok(isAbsolutePath('memfs:/ws'));
  });

  it('of Windows is understood with its drive and its backslashes', () => {
    assert.equal(normalizePath('C:\\dns\\..\\zones\\example.com.dns'), 'c:/zones/example.com.dns');
    assert.equal(resolvePath('c:/dns', 'zones\\example.com.dns'), 'c:/dns/zones/example.com.dns');
    assert.equal(resolvePath('c:/dns', '/zones/x'), 'c:/zones/x');
    assert.equal(resolvePath('file:///c%3A/dns', 'D:\\x'), 'file:///d:/x');
    assert.ok(samePath('file:///C%3A/dns/x.dns', 'c:\\dns\\x.dns'));
  });

  it('is the same however it is encoded', () => {
    assert.ok(samePath('file:///etc/bind/a%20b', '/etc/bind/./a b'));
    assert.ok(samePath('file:///etc/%E2%9C%93', 'file:///etc/✓'));
    assert.ok(!samePath('file:///etc/x', 'vscode-vfs://github/etc/x'));
    assert.ok(!samePath('/etc/X', '/etc/x'));
  });

  it('is told relative to a folder above it', () => {
    assert.equal(relativePath('/work', '/work/zones/x'), 'zones/x');
    assert.equal(relativePath('file:///work', '/work/zones/x'), 'zones/x');
    assert.equal(relativePath('/work', '/workshop/x'), undefined);
    assert.equal(relativePath('/work', '/work'), undefined);
  });

  it('knows the folders above it', () => {
    assert.deepEqual(foldersUpFrom('/etc/bind'), ['/etc/bind', '/etc', '/']);
    assert.equal(isAbsolutePath('etc'), false);
    assert.equal(isAbsolutePath('/etc'), true);
    assert.deepEqual(pathSegments('/etc//bind/'), ['etc', 'bind']);
  });

  it('never throws, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (folder, path) => {
        const resolved = resolvePath(folder, path);
        assert.equal(normalizePath(resolved), resolved);
        baseName(path);
        folderOf(path);
        relativePath(folder, path);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z:/\\.%0-9 ]*$/), fc.stringMatching(/^[a-z:/\\.%0-9 ]*$/), (folder, path) => {
        assert.equal(typeof resolvePath(folder, path), 'string');
      }),
    );
  });
});

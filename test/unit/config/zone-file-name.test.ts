import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apexOfFileName } from '../../../server/src/config/zone-files/zone-file-name.ts';
import type { Evidence } from '../../../server/src/config/zone-files/zone-file-name.ts';

const silent: Evidence = { mentions: () => false, hasSoa: true };
const speaking = (...names: readonly string[]): Evidence => ({
  mentions: ((apex: string) => names.some((name) => name === apex || name.endsWith(`.${apex}`))) as () => boolean,
  hasSoa: true,
});
const apex = (name: string, evidence = silent): string | undefined => apexOfFileName(name, evidence)?.apex;

describe('the name of a zone file', () => {
  it('is the apex with what operators put before and after it', () => {
    for (const name of [
      'example.com.zone',
      'db.example.com',
      'example.com.dns',
      'example.com.db',
      'example.com',
      'DB.Example.COM',
      'example.com.zone.signed',
      'db.example.com.signed',
      'example.com.txt',
      'db.example.com.zone',
      'example.com.fwd',
    ])
      assert.equal(apex(name), 'example.com.', name);
    assert.equal(apex('www.example.co.uk.zone'), 'www.example.co.uk.');
    assert.equal(apex('db.corp.internal'), 'corp.internal.');
    assert.equal(apex('db.example.zone'), 'example.zone.');
    assert.equal(apex('_msdcs.example.com.dns'), '_msdcs.example.com.');
    assert.equal(apex('xn--bcher-kva.example.zone'), 'xn--bcher-kva.example.');
  });

  it('stays so for its copies and templates', () => {
    for (const name of [
      'db.example.com.bak',
      'example.com.zone~',
      'example.com.zone.20240101',
      'example.com.zone.j2',
      'db.example.com.dpkg-old',
    ])
      assert.equal(apex(name), 'example.com.', name);
  });

  it('of a reverse zone may be in .arpa, or digits in either order', () => {
    assert.equal(apex('40.30.20.10.in-addr.arpa'), '40.30.20.10.in-addr.arpa.');
    assert.equal(apex('30.20.10.in-addr.arpa.zone'), '30.20.10.in-addr.arpa.');
    assert.equal(apex('db.30.20.10.in-addr'), '30.20.10.in-addr.arpa.');
    assert.equal(apex('8.b.d.0.1.0.0.2.ip6.arpa.zone'), '8.b.d.0.1.0.0.2.ip6.arpa.');
    assert.equal(apex('0-25.2.0.192.in-addr.arpa'), '0-25.2.0.192.in-addr.arpa.');
    assert.equal(apex('30.20.10.in-addr.arpa.hosts'), '30.20.10.in-addr.arpa.');
    assert.equal(apex('db.10.20.30'), '30.20.10.in-addr.arpa.');
    assert.equal(apex('10.20.30.rev'), '30.20.10.in-addr.arpa.');
    assert.equal(apex('192.0.2.rev'), '2.0.192.in-addr.arpa.');
    assert.equal(apex('db.1.168.192'), '1.168.192.in-addr.arpa.');
    assert.equal(apex('db.127'), '127.in-addr.arpa.');
    assert.equal(apex('db.0'), '0.in-addr.arpa.');
    assert.equal(apex('rev.192.168.1.zone'), '1.168.192.in-addr.arpa.');
    assert.equal(apex('db.192.249.249'), '249.249.192.in-addr.arpa.');
  });

  it('of digits that fit both orders tells nothing, unless the text does', () => {
    assert.equal(apex('8.4.9.rev'), undefined);
    assert.equal(apex('8.4.9.rev', speaking('ns.8.4.9.in-addr.arpa.')), '8.4.9.in-addr.arpa.');
    assert.equal(apex('db.192.168.1.0'), undefined);
    assert.equal(apex('db.300.1.1'), undefined);
  });

  it('of one or two numbers may count files: it tells nothing, unless a word or the text does', () => {
    for (const name of ['100.zone', '7.zone', '10.zone', '1.2.zone', '10.1.dns'])
      assert.equal(apex(name), undefined, name);
    assert.equal(apex('10.rev'), '10.in-addr.arpa.');
    assert.equal(apex('reverse.192.168.zone'), '168.192.in-addr.arpa.');
    assert.equal(apex('10.zone', speaking('ns.10.in-addr.arpa.')), '10.in-addr.arpa.');
    assert.equal(apex('192.168.zone', speaking('1.1.168.192.in-addr.arpa.')), '168.192.in-addr.arpa.');
    assert.equal(apex('10.in-addr.arpa'), '10.in-addr.arpa.');
  });

  it('may be that of the root, or of its servers', () => {
    assert.deepEqual(apexOfFileName('named.root', { ...silent, hasSoa: false }), {
      apex: '.',
      internal: false,
      hint: true,
    });
    assert.deepEqual(apexOfFileName('named.ca', { ...silent, hasSoa: false }), {
      apex: '.',
      internal: false,
      hint: true,
    });
    assert.deepEqual(apexOfFileName('root.hints', { ...silent, hasSoa: false })?.hint, true);
    assert.deepEqual(apexOfFileName('root.zone', silent), { apex: '.', internal: false, hint: false });
    assert.deepEqual(apexOfFileName('db.root', silent), { apex: '.', internal: false, hint: false });
  });

  it('db.local is what its text says', () => {
    assert.equal(apex('db.local'), undefined);
    assert.equal(apex('db.local', speaking('localhost.', 'root.localhost.')), 'localhost.');
    assert.equal(apex('db.local', speaking('ns.local.')), 'local.');
    assert.equal(apex('localhost.zone'), 'localhost.');
    assert.equal(apex('named.localhost'), 'localhost.');
  });

  it('with the name of a view is the zone in that view', () => {
    assert.deepEqual(apexOfFileName('db.example.com-internal', silent), {
      apex: 'example.com.',
      internal: true,
      hint: false,
    });
    assert.deepEqual(apexOfFileName('example.com.external.zone', silent), {
      apex: 'example.com.',
      internal: false,
      hint: false,
    });
    assert.deepEqual(apexOfFileName('example.com_lan.zone', silent)?.internal, true);
    assert.equal(apex('db.example.com.internal'), undefined);
    assert.deepEqual(apexOfFileName('db.example.com.internal', speaking('ns1.example.com.')), {
      apex: 'example.com.',
      internal: true,
      hint: false,
    });
    assert.deepEqual(
      apexOfFileName('db.example.com.internal', speaking('ns1.example.com.internal.'))?.apex,
      'example.com.internal.',
    );
  });

  it('that may or may not have a word before it tells nothing, unless the text does', () => {
    assert.equal(apex('lan.example.com'), undefined);
    assert.equal(apex('lan.example.com', speaking('ns1.example.com.')), 'example.com.');
    assert.equal(apex('zone-h.example.com'), undefined);
    assert.equal(apex('internal.example.com.zone', speaking('ns.internal.example.com.')), 'internal.example.com.');
  });

  it('may have a word for the kind of file before it', () => {
    for (const name of [
      'master.example.com',
      'pri.example.com',
      'named.example.com',
      'slave.example.com.zone',
      'master_db.example.com',
      'db_example.com',
      'zone.example.com.txt',
      'hosts.example.com',
      'fwd.example.com.db',
    ])
      assert.equal(apex(name), 'example.com.', name);
    assert.equal(apex('master.example.com', speaking('ns1.master.example.com.')), 'master.example.com.');
    assert.equal(apex('zone.eu.zone'), 'zone.eu.');
    assert.equal(apex('master.co.uk'), 'master.co.uk.');
    for (const name of ['example.com.forward.zone', 'example.com_zone.txt', 'example.com.hosts', 'db.example.com.'])
      assert.equal(apex(name), 'example.com.', name);
  });

  it('may be reversed, as packages are named', () => {
    assert.equal(apex('uk.co.bookshop'), 'bookshop.co.uk.');
    assert.equal(apex('com.bookshop'), 'bookshop.com.');
    assert.equal(apex('com.example', speaking('www.example.com.')), 'example.com.');
    assert.equal(apex('com.example'), 'com.example.');
  });

  it('of an IPv6 network is groups or nibbles, and no date', () => {
    for (const name of [
      '2001-db8.rev',
      'rev.2001-db8',
      'db.2001-db8',
      '2001.db8.rev',
      '2001:db8::.rev',
      '2001-db8_32.rev',
      'db.2.0.0.1.0.d.b.8',
      'rev.8.b.d.0.1.0.0.2',
    ])
      assert.equal(apex(name), '8.b.d.0.1.0.0.2.ip6.arpa.', name);
    assert.equal(apex('2001-db8-0-1.rev'), '1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.');
    assert.equal(apex('fd00-1.zone', { ...silent, isReverse: true }), '1.0.0.0.0.0.d.f.ip6.arpa.');
    for (const name of ['2024-01-15.zone', 'db.2024-01-15', '2024.01.15.db']) assert.equal(apex(name), undefined, name);
  });

  it('of digits says less than the owners of its PTR records', () => {
    assert.equal(apex('db.172.17.0.2', { ...silent, isReverse: true, ptrLabels: 1 }), '0.17.172.in-addr.arpa.');
    assert.equal(apex('db.192.168.1.0', { ...silent, isReverse: true, ptrLabels: 1 }), '1.168.192.in-addr.arpa.');
    assert.equal(apex('10.20.zone', { ...silent, isReverse: true, ptrLabels: 2 }), '20.10.in-addr.arpa.');
    assert.equal(apex('10.20.rev'), '20.10.in-addr.arpa.');
    assert.equal(apex('rev.192.168.1'), '1.168.192.in-addr.arpa.');
    assert.equal(apex('192.168.1.0_24.rev', { ...silent, isReverse: true, ptrLabels: 1 }), '1.168.192.in-addr.arpa.');
  });

  it('that has a domain tells nothing where the text is a reverse zone', () => {
    assert.equal(apex('example.com.rev'), undefined);
    assert.equal(apex('rev.example.com'), undefined);
    assert.equal(apex('example.com.db', { ...silent, isReverse: true, ptrLabels: 1 }), undefined);
    assert.equal(apex('localhost.rev', { ...silent, isReverse: true, ptrLabels: 1 }), '0.0.127.in-addr.arpa.');
  });

  it('with a word for reverse zones is a domain all the same where the text has hosts and mail', () => {
    const forward = { ...silent, isForward: true, mentions: (name: string) => name.endsWith('example.com.') };
    for (const name of ['rev-lab.example.com', 'ptr.example.com', 'lab-rev.example.com', 'rev.example.com'])
      assert.equal(apex(`${name}.zone`, forward), `${name}.`);
  });

  it('that is no domain name tells nothing', () => {
    for (const name of [
      'master.zone',
      'db.empty',
      'named.local',
      'named.empty',
      'zones.db',
      'parked.zone',
      'db.master.copy',
      'my zone.zone',
      '.zone',
      'db.',
      '',
      'README',
      'main.zones',
    ])
      assert.equal(apex(name), undefined, name);
    assert.equal(apexOfFileName('example.com', { ...silent, hasSoa: false }), undefined);
    assert.equal(apex('corp.acme.zone'), undefined);
    assert.equal(apex('corp.acme.zone', speaking('ns.corp.acme.')), 'corp.acme.');
    assert.equal(apex('se.zone', speaking('a.ns.se.')), 'se.');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (name, yes) => {
        apexOfFileName(name, { mentions: () => yes, hasSoa: yes });
        apexOfFileName(`db.${name}`, { mentions: () => yes, hasSoa: yes });
      }),
    );
    apexOfFileName(`${'1.'.repeat(50_000)}rev`, silent);
    apexOfFileName('-'.repeat(100_000), silent);
    apexOfFileName('.internal'.repeat(20_000), silent);
  });
});

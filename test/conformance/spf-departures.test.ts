/** Where pyspf 2.0.14 and RFC 7208 part, the RFC decides. Each of these was found by spf-differential.test.ts or by reading pyspf beside the RFC. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkHost } from '../../server/src/mail/spf/check-host.ts';
import type { SpfVerdict } from '../../server/src/mail/spf/verdict.ts';
import { tableResolver } from './spf-table.ts';
import type { Table } from './spf-table.ts';

function check(table: Table, ip = '192.0.2.1', sender = 'user@example.com'): SpfVerdict {
  return checkHost({ ip, sender, helo: 'mail.example.com' }, tableResolver(table));
}

describe('RFC 7208 decides where pyspf goes its own way', () => {
  it('a record that includes itself is no syntax error, so a mechanism before it may match first (§4.6, §5.2)', () => {
    assert.equal(check({ 'example.com': [{ TXT: 'v=spf1 ip4:192.0.2.1 include:example.com -all' }] }).result, 'pass');
    assert.equal(check({ 'example.com': [{ TXT: 'v=spf1 all include:%{d}' }] }).result, 'pass');
    assert.equal(check({ 'example.com': [{ TXT: 'v=spf1 include:%{d} all' }] }).problem?.kind, 'lookup-limit');
  });

  it('exists needs a domain, with a qualifier too (§5.7)', () => {
    assert.equal(check({ 'example.com': [{ TXT: 'v=spf1 ?exists all' }, { A: '192.0.2.1' }] }).result, 'permerror');
  });

  it('one look-up that finds nothing behind an alias is one void look-up (§4.6.4)', () => {
    const verdict = check({
      'example.com': [{ TXT: 'v=spf1 a:one.example.com a:two.example.com ~all' }],
      'one.example.com': [{ CNAME: 'gone.example.com' }],
      'two.example.com': [{ CNAME: 'gone.example.com' }],
    });
    assert.equal(verdict.result, 'softfail');
    assert.equal(verdict.voidLookups, 2);
  });

  it('a redirect that an all keeps from being followed asks nothing and counts nothing (§4.6.4, §6.1)', () => {
    const table: Table = {
      'example.com': [{ TXT: `v=spf1 ${'a '.repeat(10)}all redirect=other.example.com` }, { A: '192.0.2.9' }],
    };
    assert.equal(check(table).result, 'pass');
    assert.equal(check(table).lookups, 10);
  });

  it('names of modifiers have no case (§4.6.1)', () => {
    assert.equal(
      check({
        'example.com': [{ TXT: 'v=spf1 ReDirect=other.example.com' }],
        'other.example.com': [{ TXT: 'v=spf1 -all' }],
      }).result,
      'fail',
    );
    assert.equal(
      check({ 'example.com': [{ TXT: 'v=spf1 exp=a.example.com EXP=a.example.com -all' }] }).result,
      'permerror',
    );
  });

  it('only redirect and exp must not be repeated (§6)', () => {
    assert.equal(check({ 'example.com': [{ TXT: 'v=spf1 moo=1 moo=2 all' }] }).result, 'pass');
  });

  it('the parts of a split macro are joined with dots, whatever split them (§7.3)', () => {
    const table = {
      'my-mail.example.com': [{ TXT: 'v=spf1 exists:%{d-}.x.example.com' }],
      'my.mail.example.com.x.example.com': [{ A: '127.0.0.2' }],
    };
    assert.equal(check(table, '192.0.2.1', 'user@my-mail.example.com').result, 'pass');
  });

  it('a name that is too long loses as many labels as it takes (§7.3)', () => {
    const label = 'abcdefghi'.repeat(5);
    const wanted = Array.from({ length: 5 }, () => label).join('.');
    const table: Table = {
      'example.com': [{ TXT: `v=spf1 exists:a.b.c.${label}.${wanted}.example.com` }],
      [`${wanted}.example.com`]: [{ A: '127.0.0.2' }],
    };
    assert.equal(check(table).result, 'pass');
  });

  it('errors while the names of an address are looked up only mean that there are none (§5.5)', () => {
    const record: Table = { 'example.com': [{ TXT: 'v=spf1 ptr ~all' }, { A: '192.0.2.1' }] };
    assert.equal(check({ ...record, '1.2.0.192.in-addr.arpa': ['TIMEOUT'] }).result, 'softfail');
    const names: Table = {
      '1.2.0.192.in-addr.arpa': [{ PTR: 'silent.example.com' }, { PTR: 'example.com' }],
      'silent.example.com': ['SERVFAIL'],
    };
    assert.equal(check({ ...record, ...names }).result, 'pass');
  });

  it('the look-up behind %{p} is one of the ten (§4.6.4)', () => {
    const record = (terms: number): Table => ({
      'example.com': [{ TXT: `v=spf1 ${'a '.repeat(terms)}exists:%{p}.example.com ~all` }, { A: '192.0.2.9' }],
    });
    assert.equal(check(record(8)).result, 'softfail');
    assert.equal(check(record(9)).problem?.kind, 'lookup-limit');
  });
});

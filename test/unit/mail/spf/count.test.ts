import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkHost } from '../../../../server/src/mail/spf/check-host.ts';
import { spfLookups } from '../../../../server/src/mail/spf/count.ts';
import type { LookupCount } from '../../../../server/src/mail/spf/count.ts';
import { tableResolver } from '../../../conformance/spf-table.ts';
import type { Table } from '../../../conformance/spf-table.ts';

const zones: Table = {
  'example.com': [{ A: '192.0.2.1' }, { MX: [10, 'mail.example.com'] }],
  'mail.example.com': [{ A: '192.0.2.2' }],
  '_spf.example.com': [{ TXT: 'v=spf1 a:mail.example.com include:_more.example.com ~all' }],
  '_more.example.com': [{ TXT: ['v=spf1 mx:example.com ', 'exists:%{i}.example.com -all mx'] }],
  'a.example.com': [{ TXT: 'v=spf1 include:b.example.com' }],
  'b.example.com': [{ TXT: 'v=spf1 include:a.example.com redirect=b.example.com' }],
};
const count = (text: string, domain = 'example.com', table = zones): LookupCount =>
  spfLookups(domain, text, tableResolver(table, { absent: 'unknown' }));
const summary = ({ count: lookups, exact, unresolved, void: voids }: LookupCount): readonly unknown[] => [
  lookups,
  exact,
  unresolved,
  voids,
];

describe('the look-ups of a record', () => {
  it('are its terms that ask, and those of what it includes', () => {
    assert.deepEqual(summary(count('v=spf1 a mx ip4:192.0.2.9 include:_spf.example.com -all')), [
      7,
      true,
      ['exists:%{i}.example.com'],
      0,
    ]);
    assert.deepEqual(
      count('v=spf1 include:_spf.example.com -all').tree.map((node) => [
        node.term.text,
        node.lookups,
        node.children.map((child) => [child.term.text, child.lookups]),
      ]),
      [
        [
          'include:_spf.example.com',
          5,
          [
            ['a:mail.example.com', 1],
            ['include:_more.example.com', 3],
          ],
        ],
      ],
    );
  });

  it('end at all, and go on with a redirect only without one', () => {
    assert.deepEqual(summary(count('v=spf1 all a mx redirect=_spf.example.com')), [0, true, [], 0]);
    assert.equal(count('v=spf1 mx redirect=_spf.example.com').count, 6);
  });

  it('are at least so many where an included name is not known', () => {
    assert.deepEqual(summary(count('v=spf1 mx include:_spf.example.net include:%{l}.example.com -all')), [
      3,
      false,
      ['_spf.example.net', 'include:%{l}.example.com'],
      0,
    ]);
  });

  it('stay exact where only an address is not known', () => {
    assert.deepEqual(summary(count('v=spf1 a:mail.example.net -all')), [1, true, ['mail.example.net'], 0]);
  });

  it('know the domain and the sender’s domain in macros', () => {
    assert.equal(
      count('v=spf1 include:_spf.%{d} include:_spf.%{o2} a:mail.%{d2} -all')
        .tree.map((node) => node.target)
        .join(' '),
      '_spf.example.com _spf.example.com mail.example.com',
    );
  });

  it('count the look-up behind %{p}', () => {
    assert.equal(count('v=spf1 exists:%{p}.example.com -all').count, 2);
  });

  it('stop at a circle', () => {
    const loop = count('v=spf1 include:b.example.com', 'a.example.com');
    assert.deepEqual(summary(loop), [3, true, [], 0]);
    assert.deepEqual(
      loop.tree[0]?.children.map((node) => [node.target, node.trouble]),
      [
        ['a.example.com', 'loop'],
        ['b.example.com', 'loop'],
      ],
    );
  });

  it('stop where records include each other in great numbers', () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, level) => [
        `l${level}.example.com`,
        [{ TXT: `v=spf1 ${`include:l${level + 1}.example.com `.repeat(9)}-all` }],
      ]),
    );
    const found = count('v=spf1 include:l0.example.com -all', 'example.com', many);
    assert.ok(!found.exact && found.count >= 100);
  });

  it('find nothing where neither IPv4 nor IPv6 has an address, and no MX', () => {
    const table: Table = {
      'example.com': [{ TXT: 'x' }],
      'six.example.com': [{ AAAA: '2001:db8::1' }],
      'null.example.com': [{ MX: [0, ''] }],
      'gone.example.com': [{ MX: [1, 'example.com'] }],
    };
    const found = count(
      'v=spf1 a mx a:six.example.com mx:null.example.com mx:gone.example.com include:example.com -all',
      'example.com',
      table,
    );
    assert.deepEqual([found.count, found.void], [6, 3]);
    assert.deepEqual(
      found.tree.map((node) => node.trouble),
      ['no-address', 'no-mx', undefined, 'no-mx', 'no-address', 'loop'],
    );
  });

  it('are those of a check that nothing ends early', () => {
    const table: Table = {
      ...zones,
      'example.com': [{ TXT: 'v=spf1 a mx include:_spf.example.com -all' }, ...(zones['example.com'] ?? [])],
    };
    const verdict = checkHost({ ip: '203.0.113.1', sender: 'a@example.com', helo: '' }, tableResolver(table));
    assert.equal(verdict.lookups, count('v=spf1 a mx include:_spf.example.com -all').count);
  });
});

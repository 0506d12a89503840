import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkHost } from '../../../../server/src/mail/spf/check-host.ts';
import type { SpfOptions, SpfVerdict } from '../../../../server/src/mail/spf/verdict.ts';
import { tableResolver } from '../../../conformance/spf-table.ts';
import type { Table } from '../../../conformance/spf-table.ts';

const walkThrough: Table = {
  'shudnow.net': [{ TXT: 'v=spf1 mx include:_spf.example.com -all' }, { MX: [10, 'smtp.shudnow.net'] }],
  'smtp.shudnow.net': [{ A: '10.20.30.40' }],
  '_spf.example.com': [{ TXT: 'v=spf1 ip4:192.0.2.0/24 ~all' }],
};

function check(table: Table, ip: string, sender = 'user@example.com', options: SpfOptions = {}): SpfVerdict {
  return checkHost({ ip, sender, helo: 'mail.example.org' }, tableResolver(table), options);
}

describe('the walk', () => {
  it('shows each term, what was asked and what came of it', () => {
    const verdict = check(walkThrough, '192.0.2.1', 'user@shudnow.net');
    assert.equal(verdict.result, 'pass');
    assert.equal(verdict.matched, 'include:_spf.example.com');
    assert.deepEqual(
      verdict.walk.map(({ depth, domain, kind, term, outcome, result, lookups }) => [
        depth,
        domain,
        kind,
        term,
        outcome,
        result,
        lookups,
      ]),
      [
        [0, 'shudnow.net', 'record', 'v=spf1 mx include:_spf.example.com -all', 'result', 'pass', 2],
        [0, 'shudnow.net', 'mechanism', 'mx', 'no-match', undefined, 1],
        [0, 'shudnow.net', 'mechanism', 'include:_spf.example.com', 'match', 'pass', 2],
        [1, '_spf.example.com', 'record', 'v=spf1 ip4:192.0.2.0/24 ~all', 'result', 'pass', 2],
        [1, '_spf.example.com', 'mechanism', 'ip4:192.0.2.0/24', 'match', 'pass', 2],
      ],
    );
    assert.deepEqual(verdict.walk[1]?.asked, [
      { name: 'shudnow.net.', type: 'MX', status: 'ok', answers: ['10 smtp.shudnow.net.'], void: false },
      { name: 'smtp.shudnow.net.', type: 'A', status: 'ok', answers: ['10.20.30.40'], void: false },
    ]);
    assert.equal(verdict.walk[1]?.detail, `192.0.2.1 isn't 10.20.30.40.`);
  });

  it('lets the MX host pass and everybody else fail', () => {
    assert.equal(check(walkThrough, '10.20.30.40', 'user@shudnow.net').matched, 'mx');
    const stranger = check(walkThrough, '203.0.113.9', 'user@shudnow.net');
    assert.deepEqual([stranger.result, stranger.matched, stranger.lookups], ['fail', '-all', 2]);
  });

  it('says which term of which record is to blame', () => {
    const { problem } = check(
      {
        'example.com': [{ TXT: 'v=spf1 include:b.example.com -all' }],
        'b.example.com': [{ TXT: 'v=spf1 a mxx -all' }],
      },
      '192.0.2.1',
    );
    assert.deepEqual(
      [problem?.kind, problem?.domain, problem?.term, problem?.start, problem?.end],
      ['syntax', 'b.example.com', 'mxx', 9, 12],
    );
  });
});

describe('names that the zones at hand do not know', () => {
  const table: Table = { 'example.com': [{ TXT: 'v=spf1 ip4:192.0.2.1 include:_spf.example.net -all' }] };
  const resolver = tableResolver(table, { absent: 'unknown' });

  it('leave the verdict open, and the problem names them', () => {
    const verdict = checkHost({ ip: '192.0.2.9', sender: 'a@example.com', helo: '' }, resolver);
    assert.deepEqual(
      [verdict.result, verdict.problem?.kind, verdict.problem?.name],
      ['temperror', 'unknown', '_spf.example.net.'],
    );
  });

  it('do not matter where a mechanism matches before them', () => {
    assert.equal(checkHost({ ip: '192.0.2.1', sender: 'a@example.com', helo: '' }, resolver).result, 'pass');
  });
});

describe('the bounds of a check', () => {
  const loop: Table = {
    'a.example.com': [{ TXT: 'v=spf1 include:b.example.com -all' }],
    'b.example.com': [{ TXT: 'v=spf1 redirect=a.example.com' }],
  };

  it('end a loop at ten look-ups', () => {
    const verdict = check(loop, '192.0.2.1', 'u@a.example.com');
    assert.deepEqual([verdict.result, verdict.problem?.kind, verdict.lookups], ['permerror', 'lookup-limit', 11]);
  });

  it('end it at a depth where the look-ups are not limited', () => {
    assert.equal(check(loop, '192.0.2.1', 'u@a.example.com', { lookupLimit: Infinity }).problem?.kind, 'depth');
  });

  it('end a check that takes too long', () => {
    let now = 0;
    const verdict = check(walkThrough, '192.0.2.1', 'u@shudnow.net', { clock: () => (now += 9_000) });
    assert.deepEqual([verdict.result, verdict.problem?.kind], ['temperror', 'time']);
  });

  it('allow two look-ups that find nothing, and no third', () => {
    const record = (count: number): Table => ({
      'example.com': [
        { TXT: `v=spf1 ${Array.from({ length: count }, (_, index) => `a:x${index}.example.com `).join('')}~all` },
      ],
    });
    assert.equal(check(record(2), '192.0.2.1').result, 'softfail');
    assert.equal(check(record(3), '192.0.2.1').problem?.kind, 'void-limit');
    assert.equal(check(record(3), '192.0.2.1', 'u@example.com', { voidLimit: 9 }).result, 'softfail');
  });

  it('allow ten MX records, and no eleventh', () => {
    const record = (count: number): Table => ({
      'example.com': [
        { TXT: 'v=spf1 mx ~all' },
        ...Array.from({ length: count }, () => ({ MX: [1, 'm.example.com'] })),
      ],
      'm.example.com': [{ A: '192.0.2.2' }],
    });
    assert.equal(check(record(10), '192.0.2.1').result, 'softfail');
    assert.equal(check(record(11), '192.0.2.2').problem?.kind, 'mx-limit');
  });
});

describe('who is checked', () => {
  const table: Table = {
    'example.com': [{ TXT: 'v=spf1 exists:%{l}.%{o}.who.example.com -all' }],
    'mail.example.org': [{ TXT: 'v=spf1 exists:%{l}.%{o}.who.example.com -all' }],
  };
  const asked = (sender: string): string | undefined =>
    check(table, '192.0.2.1', sender).walk.find((step) => step.kind === 'mechanism')?.asked[0]?.name;

  it('is postmaster at the HELO name for a bounce', () => {
    assert.equal(asked(''), 'postmaster.mail.example.org.who.example.com.');
  });
  it('is postmaster where the sender has no local part', () => {
    assert.equal(asked('@example.com'), 'postmaster.example.com.who.example.com.');
    assert.equal(asked('example.com.'), 'postmaster.example.com.who.example.com.');
  });
  it('is the domain behind the last at sign', () => {
    assert.equal(asked('"a@b"@example.com'), '\\"a\\@b\\".example.com.who.example.com.');
  });

  it('is another domain where the caller says so, with the same sender', () => {
    const verdict = checkHost(
      { ip: '192.0.2.1', sender: 'u@example.net', helo: '', domain: 'example.com.' },
      tableResolver(table),
    );
    assert.equal(verdict.walk[1]?.asked[0]?.name, 'u.example.net.who.example.com.');
  });

  it('is nobody where the domain is none', () => {
    for (const domain of ['', 'localhost', 'a..example.com', `${'a'.repeat(64)}.example.com`]) {
      assert.deepEqual(
        [check(table, '192.0.2.1', `u@${domain}`).result, check(table, '192.0.2.1', `u@${domain}`).problem?.kind],
        ['none', 'domain'],
        domain,
      );
    }
  });

  it('is nobody where the address is none', () => {
    assert.equal(check(table, '192.0.2.300').problem?.kind, 'ip');
  });

  it('matches no term with a local part that is not ASCII (RFC 8616)', () => {
    const verdict = check(
      { 'example.com': [{ TXT: 'v=spf1 exists:%{l}.example.com ~all' }] },
      '192.0.2.1',
      'jösé@example.com',
    );
    assert.equal(verdict.result, 'softfail');
    assert.deepEqual(verdict.walk[1]?.asked, []);
  });
});

describe('a null MX', () => {
  it('names no host and is looked up nowhere', () => {
    const verdict = check({ 'example.com': [{ TXT: 'v=spf1 mx -all' }, { MX: [0, ''] }] }, '192.0.2.1');
    assert.deepEqual([verdict.result, verdict.voidLookups, verdict.walk[1]?.asked.length], ['fail', 0, 1]);
  });
});

describe('any record', () => {
  const term = fc.constantFrom(
    'a',
    'mx',
    'ptr',
    'include:a.example.com',
    'include:%{d}',
    'redirect=b.example.com',
    'exists:%{p}.%{l}',
    'a:%{h}',
    'exp=a.example.com',
    'all',
    '-all',
    'ip4:192.0.2.1',
    'x',
    'ip6:::/0',
    'include:%{s}',
  );
  const record = fc.array(term, { maxLength: 12 }).map((terms) => `v=spf1 ${terms.join(' ')}`);

  it('comes to an end within its limits, and its walk says how', () => {
    fc.assert(
      fc.property(
        record,
        record,
        record,
        fc.constantFrom('192.0.2.1', '2001:db8::1', '::ffff:192.0.2.1', 'x'),
        fc.string(),
        (first, a, b, ip, sender) => {
          const table: Table = {
            'example.com': [{ TXT: first }, { A: '192.0.2.1' }],
            'a.example.com': [{ TXT: a }, { MX: [1, 'a.example.com'] }],
            'b.example.com': [{ TXT: b }, 'TIMEOUT'],
            '1.2.0.192.in-addr.arpa': [{ PTR: 'example.com' }],
          };
          const verdict = checkHost({ ip, sender: `${sender}@example.com`, helo: sender }, tableResolver(table));
          assert.ok(verdict.lookups <= 11 && verdict.voidLookups <= 3);
          assert.equal(verdict.problem !== undefined, ['none', 'temperror', 'permerror'].includes(verdict.result));
          assert.ok(verdict.walk.every((step) => step.detail !== ''));
          if (ip !== 'x') assert.equal(verdict.walk[0]?.result, verdict.result);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

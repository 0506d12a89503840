import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';
import { mailPath, spfVerdict } from '../../../server/src/mail/mail-path/mail-path.ts';
import { noFacts } from '../../../server/src/mail/mail-path/step.ts';
import { allSteps } from '../../../server/src/mail/mail-path/step.ts';
import type { MailPath, MailPathFacts, MailStep } from '../../../server/src/mail/mail-path/mail-path.ts';
import type { StepKind } from '../../../server/src/mail/mail-path/step.ts';
import type { Answer, LookupType, Resolver } from '../../../server/src/mail/dns/resolver.ts';
import { tableResolver, txt } from './table-resolver.ts';
import type { Table } from './table-resolver.ts';

const mx = (...hosts: readonly string[]): Table[string] => ({
  MX: hosts.map((exchange, index) => ({ preference: 10 * (index + 1), exchange })),
});
const sound: Table = {
  'example.com.': { ...mx('mail.example.com.'), ...txt('v=spf1 mx -all') },
  'mail.example.com.': { A: ['192.0.2.25'], AAAA: ['2001:db8::25'] },
  '_dmarc.example.com.': txt('v=DMARC1; p=reject; rua=mailto:reports@example.com'),
  '25.2.0.192.in-addr.arpa.': { PTR: ['mail.example.com.'] },
  '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.': { PTR: ['mail.example.com.'] },
};
const facts: MailPathFacts = {
  ...noFacts,
  selectors: [],
  hosts: [
    {
      host: 'mail.example.com',
      banner: 'mail.example.com',
      certificateNames: ['mail.example.com'],
      sendingAddresses: ['192.0.2.25'],
    },
  ],
};
const pieces = [
  'v=spf1 ',
  'mx ',
  'a:',
  'include:',
  'ip4:192.0.2.1 ',
  '-all',
  'v=DMARC1; ',
  'p=',
  'reject',
  'rua=mailto:',
  'a@example.com',
  ';',
  '.',
  'example.com',
  '\u00ff',
  '"',
  '\\',
  ' ',
  '*',
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4, unit: 'binary-ascii' })), { maxLength: 8 })
  .map((parts) => parts.join(''));

const walk = (changes: Table = {}, more: Partial<MailPathFacts> = {}, unknown: readonly string[] = []): MailPath =>
  mailPath('example.com', tableResolver({ ...sound, ...changes }, unknown), { ...facts, ...more });
const steps = ({ receiving, sending }: MailPath): readonly MailStep[] => [
  ...allSteps([...receiving.flat(), ...sending]),
];
const of = (path: MailPath, kind: StepKind): readonly MailStep[] => steps(path).filter((step) => step.kind === kind);
const states = (path: MailPath, kind: StepKind): readonly string[] => of(path, kind).map(({ state }) => state);
const only = (path: MailPath, kind: StepKind): MailStep => {
  const found = of(path, kind);
  assert.equal(found.length, 1, `${found.length} steps of kind ${kind}`);
  return found[0]!;
};

describe('the way of mail to a sound domain', () => {
  it('is good at every step that anybody can see', () => {
    const path = walk();
    assert.deepEqual(
      steps(path)
        .filter(({ state }) => state !== 'good')
        .map(({ kind }) => kind),
      ['dkim'],
    );
    assert.deepEqual(
      path.receiving[0]?.map(({ kind }) => kind),
      ['mx', 'address', 'address', 'banner', 'tls'],
    );
    assert.deepEqual(
      path.sending.map(({ kind }) => kind),
      ['spf', 'dkim', 'dmarc', 'reports'],
    );
    assert.equal(path.state, 'good');
    assert.equal(path.summary, 'example.com takes mail at one host.');
  });

  it('is the same with the final dot and in capitals', () => {
    assert.deepEqual(mailPath('EXAMPLE.com.', tableResolver(sound), facts), walk());
  });

  it('goes to the hosts in the order of preference', () => {
    const path = walk({
      'example.com.': {
        MX: [
          { preference: 20, exchange: 'b.example.com.' },
          { preference: 5, exchange: 'mail.example.com.' },
        ],
        ...txt('v=spf1 mx -all'),
      },
      'b.example.com.': { A: ['192.0.2.26'] },
    });
    assert.deepEqual(
      path.receiving.map(([first]) => first?.title),
      ['MX 5 mail.example.com', 'MX 20 b.example.com'],
    );
  });

  it('is unknown where no zone tells', () => {
    const path = mailPath('example.com', tableResolver({}, ['com.']), noFacts);
    assert.equal(path.state, 'unknown');
    assert.ok(steps(path).every(({ state }) => state === 'unknown'));
  });

  it('ends at an alias that leads out of the zones', () => {
    const alias: Resolver = {
      lookup: <T extends LookupType>(_name: string, type: T) =>
        (type === 'CNAME'
          ? { status: 'ok', records: ['web.example.net.'] }
          : { status: 'unknown', records: [] }) as Answer<T>,
    };
    const path = mailPath('www.example.com', alias, facts);
    assert.equal(path.summary, 'www.example.com is an alias of web.example.net, which no zone here contains.');
  });

  it('ends at a provider’s host with what the provider alone knows', () => {
    const path = walk(
      {
        'example.com.': {
          ...mx('example-com.mail.protection.outlook.com.'),
          ...txt('v=spf1 include:spf.protection.outlook.com -all'),
        },
      },
      {},
      ['outlook.com.'],
    );
    assert.match(only(path, 'mx').reason, /Microsoft 365/);
    assert.equal(only(path, 'address').state, 'unknown');
    assert.deepEqual(of(path, 'banner'), []);
    assert.equal(
      only(path, 'certificate').reason,
      'Microsoft 365 manages the certificate of example-com.mail.protection.outlook.com.',
    );
    assert.equal(only(path, 'spf').state, 'good');
    assert.match(only(path, 'spf').title, /at least 1 of 10/);
  });
});

describe('a mail host', () => {
  it('without an address is bad', () => {
    const path = walk({ 'mail.example.com.': txt('in the second rack') });
    assert.equal(only(path, 'address').state, 'bad');
    assert.equal(only(path, 'mx').reason, 'Senders try this host.');
    assert.deepEqual(only(path, 'address').record, { name: 'example.com.', type: 'MX', identity: 'mail.example.com.' });
  });

  it('that is an alias is bad at its MX record', () => {
    const path = walk({ 'mail.example.com.': { CNAME: ['host.example.com.'], A: ['192.0.2.25'] } });
    assert.equal(only(path, 'mx').state, 'bad');
    assert.match(only(path, 'mx').reason, /host\.example\.com/);
  });

  it('whose final dot was forgotten is told so', () => {
    assert.match(only(walk({ 'example.com.': mx('mail.example.com.example.com.') }), 'mx').reason, /final dot/);
  });

  it('that is written as an address is told so', () => {
    const step = only(walk({ 'example.com.': mx('192.0.2.25.example.com.') }), 'mx');
    assert.equal(step.state, 'bad');
    assert.match(step.reason, /^192\.0\.2\.25 is an address/);
  });

  it('with a private address is bad in a public zone only', () => {
    const changes: Table = { 'mail.example.com.': { A: ['10.20.30.40'] } };
    assert.deepEqual(states(walk(changes), 'address'), ['bad']);
    assert.deepEqual(states(walk(changes, { internal: true }), 'address'), ['good']);
    assert.deepEqual(states(walk({ 'mail.example.com.': { A: ['127.0.0.1'] } }, { internal: true }), 'address'), [
      'bad',
    ]);
  });
});

describe('the PTR record of a mail host', () => {
  const reverse = '25.2.0.192.in-addr.arpa.',
    four: Table = { 'mail.example.com.': { A: ['192.0.2.25'] } };

  it('may be unknown, missing, or lead elsewhere', () => {
    assert.equal(
      only(mailPath('example.com', tableResolver({ ...sound, ...four, [reverse]: {} }, ['arpa.']), facts), 'ptr').state,
      'unknown',
    );
    assert.equal(only(walk({ ...four, [reverse]: {} }), 'ptr').state, 'bad');
    assert.equal(only(walk({ ...four, [reverse]: { PTR: ['old.example.com.'] } }), 'ptr').state, 'bad');
    assert.equal(
      only(walk({ ...four, [reverse]: { PTR: ['host.example.net.'] } }, {}, ['example.net.']), 'ptr').state,
      'unknown',
    );
  });

  it('is good enough when another name leads back, and good when that is the banner', () => {
    const other: Table = {
      ...four,
      [reverse]: { PTR: ['out.example.com.'] },
      'out.example.com.': { A: ['192.0.2.25'] },
    };
    assert.equal(only(walk(other, { hosts: [] }), 'ptr').state, 'doubtful');
    assert.equal(
      only(walk(other, { hosts: [{ host: 'mail.example.com', banner: 'out.example.com' }] }), 'ptr').state,
      'good',
    );
    assert.equal(only(walk(other), 'banner').state, 'doubtful');
  });
});

describe('the banner', () => {
  const banner = (name: string, changes: Table = {}): string =>
    only(walk(changes, { hosts: [{ host: 'mail.example.com', banner: name }] }, ['example.net.']), 'banner').state;
  const noReverse: Table = {
    '25.2.0.192.in-addr.arpa.': {},
    '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.': {},
  };

  it('is a full name with an address', () => {
    assert.equal(banner('mail.example.com'), 'good');
    assert.equal(banner('MAIL.example.com.'), 'good');
    assert.equal(banner('localhost'), 'bad');
    assert.equal(banner('localhost.localdomain'), 'bad');
    assert.equal(banner('gone.example.com', noReverse), 'bad');
    assert.equal(banner('mx.example.net', noReverse), 'unknown');
  });
});

describe('TLS', () => {
  const certificate = (names: readonly string[], changes: Table = {}, more: Partial<MailPathFacts> = {}): string =>
    only(walk(changes, { hosts: [{ host: 'mail.example.com', certificateNames: names }], ...more }), 'certificate')
      .state;
  const sts: Table = { '_mta-sts.example.com.': txt('v=STSv1; id=1'), 'mta-sts.example.com.': { A: ['192.0.2.80'] } };
  const policy = (mode: string, host: string): string =>
    `version: STSv1\r\nmode: ${mode}\r\nmx: ${host}\r\nmax_age: 604800\r\n`;

  it('has a certificate for the name in the MX record', () => {
    assert.equal(certificate(['mail.example.com']), 'good');
    assert.equal(certificate(['*.example.com']), 'good');
    assert.equal(certificate(['*.com', 'example.com']), 'doubtful');
    assert.equal(certificate(['www.example.com'], sts), 'bad');
  });

  it('is promised by MTA-STS, whose policy names the host', () => {
    assert.equal(only(walk(sts), 'mta-sts').state, 'unknown');
    assert.equal(only(walk(sts, { mtaStsPolicy: policy('enforce', '*.example.com') }), 'mta-sts').state, 'good');
    assert.equal(only(walk(sts, { mtaStsPolicy: policy('enforce', 'mx.example.com') }), 'mta-sts').state, 'bad');
    assert.equal(only(walk(sts, { mtaStsPolicy: policy('testing', 'mx.example.com') }), 'mta-sts').state, 'doubtful');
    assert.match(
      only(walk(sts, { mtaStsPolicy: policy('enforce', '*.example.com').replace('STSv1', 'STS1') }), 'mta-sts').reason,
      /^The policy file has an error\. The version is "STS1"/,
    );
    assert.equal(only(walk({ ...sts, 'mta-sts.example.com.': {} }), 'mta-sts').state, 'bad');
  });

  it('is pinned by TLSA records that SMTP can use', () => {
    const tlsa = (usage: number): Table => ({
      '_25._tcp.mail.example.com.': { TLSA: [{ usage, selector: 1, matchingType: 1, data: '0b'.repeat(32) }] },
    });
    assert.equal(only(walk(tlsa(3)), 'tlsa').state, 'good');
    assert.equal(of(walk(), 'tlsa').length, 0);
  });
});

describe('SPF', () => {
  const spf = (text: string, more: Table = {}, others: Partial<MailPathFacts> = {}): MailPath =>
    walk({ 'example.com.': { ...mx('mail.example.com.'), ...txt(text) }, ...more }, others);

  it('is judged for each address that sends', () => {
    assert.deepEqual(states(spf('v=spf1 mx -all'), 'sender'), ['good']);
    assert.deepEqual(states(spf('v=spf1 ip4:198.51.100.1 -all'), 'sender'), ['bad']);
    assert.deepEqual(states(spf('v=spf1 ip4:198.51.100.1 -all', {}, { hosts: [] }), 'sender'), [
      'doubtful',
      'doubtful',
    ]);
    assert.deepEqual(
      states(
        spf('v=spf1 ip4:198.51.100.1 -all', {}, { hosts: [{ host: 'mail.example.com', sendingAddresses: [] }] }),
        'sender',
      ),
      [],
    );
  });

  it('is bad with a mistake, twice, with too many lookups, and open to all', () => {
    const part = only(spf('v=spf1 ip4:95.0.X.X -all'), 'spf');
    assert.equal(part.state, 'bad');
    assert.deepEqual(
      part.record?.part === undefined
        ? undefined
        : 'v=spf1 ip4:95.0.X.X -all'.slice(part.record.part.start, part.record.part.end),
      'X.X',
    );
    assert.equal(
      only(walk({ 'example.com.': { ...mx('mail.example.com.'), ...txt('v=spf1 mx -all', 'v=spf1 a -all') } }), 'spf')
        .state,
      'bad',
    );
    assert.equal(
      only(spf(`v=spf1 ${Array.from({ length: 11 }, (_, k) => `a:h${k}.example.com`).join(' ')} -all`), 'spf').state,
      'bad',
    );
    assert.equal(only(spf('v=spf1 mx +all'), 'spf').state, 'bad');
    assert.equal(only(spf('v=spf1 mx'), 'spf').state, 'doubtful');
  });

  it('that lets nobody send is good, and no sender is judged', () => {
    const path = spf('v=spf1 -all');
    assert.equal(only(path, 'spf').state, 'good');
    assert.deepEqual(of(path, 'dkim'), []);
    assert.deepEqual(states(spf('v=spf1 -all', {}, { hosts: [] }), 'sender'), []);
  });

  it('is doubtful where there is none, and unknown where no zone tells', () => {
    assert.equal(only(walk({ 'example.com.': mx('mail.example.com.') }), 'spf').state, 'doubtful');
    const unknown = spf('v=spf1 include:_spf.example.net -all', {}, { hosts: [] });
    assert.deepEqual(states(unknown, 'sender'), ['bad', 'bad'], 'a record that is missing is a permanent error');
    const path = mailPath(
      'example.com',
      tableResolver(
        { ...sound, 'example.com.': { ...mx('mail.example.com.'), ...txt('v=spf1 include:_spf.example.net -all') } },
        ['net.'],
      ),
      facts,
    );
    assert.deepEqual(states(path, 'sender'), ['unknown']);
  });

  it('has a verdict of one line', () => {
    const verdict = (text: string, ...hosts: readonly string[]): string =>
      spfVerdict(
        {
          domain: 'example.com.',
          resolver: tableResolver({ ...sound, 'example.com.': { ...mx('mail.example.com.'), ...txt(text) } }, ['net.']),
          facts,
        },
        text,
        hosts,
      );
    assert.equal(verdict('v=spf1 mx -all', 'mail.example.com.'), 'SPF: 1 of 10 lookups, covers 1 of 1 mail host');
    assert.equal(
      verdict('v=spf1 ip4:192.0.2.25 -all', 'mail.example.com.', 'mail.example.net.'),
      'SPF: 0 of 10 lookups, covers 0 of 1 mail host',
    );
    assert.equal(verdict('v=spf1 include:_spf.example.net -all'), 'SPF: at least 1 of 10 lookups');
    assert.equal(verdict('v=spf1 -all'), 'SPF: no host may send');
    assert.match(verdict('v=spf1 ip4:95.0.X.X -all'), /^SPF: permerror because of "ip4:95\.0\.X\.X"$/);
  });
});

describe('DKIM', () => {
  const key = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

  it('shows what kind of key each selector has', () => {
    const path = walk(
      {
        's1._domainkey.example.com.': txt(key),
        'old._domainkey.example.com.': txt('v=DKIM1; p='),
        'bad._domainkey.example.com.': txt('v=DKIM1; p=AAAA'),
      },
      { selectors: ['s1', 'old', 'bad'] },
    );
    assert.deepEqual(
      of(path, 'selector').map(({ title, state }) => `${title} ${state}`),
      ['Selector s1 good', 'Selector old good', 'Selector bad bad'],
    );
    assert.match(of(path, 'selector')[0]!.reason, /Ed25519/);
    assert.equal(only(path, 'dkim').state, 'bad');
  });

  it('is none where every selector is revoked', () => {
    const path = walk({ 'old._domainkey.example.com.': txt('v=DKIM1; p=') }, { selectors: ['old'] });
    assert.deepEqual([only(path, 'dkim').state, only(path, 'selector').state], ['unknown', 'good']);
    assert.match(only(path, 'dkim').reason, /^The only selector of example\.com is revoked,/);
  });

  it('is up to the provider where the selector is an alias', () => {
    const aliased = tableResolver({ ...sound, 's._domainkey.example.com.': { CNAME: ['s.dkim.example.net.'] } }, [
      's._domainkey.example.com.',
      'net.',
    ]);
    assert.equal(only(mailPath('example.com', aliased, { ...facts, selectors: ['s'] }), 'selector').state, 'unknown');
  });
});

describe('DMARC and its reports', () => {
  const dmarc = (text: string, more: Table = {}, unknown: readonly string[] = []): MailPath =>
    walk({ '_dmarc.example.com.': txt(text), ...more }, {}, unknown);

  it('is good when mail that fails is kept away, and doubtful when it only watches', () => {
    assert.equal(only(dmarc('v=DMARC1; p=quarantine; rua=mailto:a@example.com'), 'dmarc').state, 'good');
    assert.equal(only(dmarc('v=DMARC1; p=none; rua=mailto:a@example.com'), 'dmarc').state, 'doubtful');
    assert.equal(only(dmarc('v=DMARC1; p=bounce'), 'dmarc').state, 'bad');
    assert.equal(only(walk({ '_dmarc.example.com.': {} }), 'dmarc').state, 'doubtful');
    assert.equal(
      only(walk({ '_dmarc.example.com.': txt('v=DMARC1; p=none', 'v=DMARC1; p=reject') }), 'dmarc').state,
      'bad',
    );
  });

  it('is no fault of a zone for inside use', () => {
    const path = walk(
      {
        '_dmarc.example.com.': {},
        'example.com.': { ...mx('mail.example.com.'), ...txt('v=spf1 ip4:10.20.30.40 -all') },
        'mail.example.com.': { A: ['10.20.30.40'] },
      },
      { internal: true, hosts: [] },
    );
    assert.deepEqual([states(path, 'dmarc'), states(path, 'spf')], [['unknown'], ['good']]);
  });

  it('asks for no reports that anybody sees where it is missing, unreadable or elsewhere', () => {
    assert.match(
      only(walk({ '_dmarc.example.com.': {} }), 'reports').reason,
      /^Without a DMARC record, receivers don't report/,
    );
    assert.match(
      only(walk({ '_dmarc.example.com.': txt('v=DMARC1 p=reject') }), 'reports').reason,
      /^Without a valid DMARC record,/,
    );
    assert.match(
      only(
        mailPath(
          'example.com',
          tableResolver(Object.fromEntries(Object.entries(sound).filter(([name]) => !name.startsWith('_dmarc'))), [
            '_dmarc.example.com.',
          ]),
          facts,
        ),
        'reports',
      ).reason,
      /^The DMARC record says where reports go/,
    );
  });

  it('may come from the domain above', () => {
    const path = mailPath(
      'sales.example.com',
      tableResolver({ ...sound, 'sales.example.com.': { ...mx('mail.example.com.'), ...txt('v=spf1 mx -all') } }),
      facts,
    );
    assert.equal(only(path, 'dmarc').title, 'DMARC reject, from example.com');
    assert.equal(only(path, 'dmarc').state, 'good');
  });

  it('is reported to places that agree', () => {
    const outside = 'v=DMARC1; p=reject; rua=mailto:d@example.net',
      permit = 'example.com._report._dmarc.example.net.';
    assert.deepEqual(states(dmarc(outside, { 'example.net.': mx('mail.example.com.') }), 'destination'), ['bad']);
    assert.deepEqual(
      states(dmarc(outside, { 'example.net.': mx('mail.example.com.'), [permit]: txt('v=DMARC1;') }), 'destination'),
      ['good'],
    );
    assert.deepEqual(states(dmarc(outside, {}, ['example.net.']), 'destination'), ['unknown']);
    assert.deepEqual(
      states(dmarc('v=DMARC1; p=reject; rua=mailto:d@web.example.com', { 'web.example.com.': {} }), 'destination'),
      ['bad'],
    );
    assert.equal(only(dmarc('v=DMARC1; p=reject'), 'reports').state, 'doubtful');
  });

  it('are joined by reports about TLS', () => {
    assert.deepEqual(
      states(walk({ '_smtp._tls.example.com.': txt('v=TLSRPTv1; rua=mailto:tls@example.com') }), 'destination'),
      ['good', 'good'],
    );
    assert.deepEqual(
      states(walk({ '_smtp._tls.example.com.': txt('v=TLSRPTv1; rua=tls@example.com') }), 'destination'),
      ['good', 'bad'],
    );
  });
});

describe('a domain without mail', () => {
  it('raises no alarm when it says so', () => {
    const closed = walk(
      {
        'example.com.': { MX: [{ preference: 0, exchange: '.' }], ...txt('v=spf1 -all') },
        '_dmarc.example.com.': txt('v=DMARC1; p=reject'),
      },
      { hosts: [] },
    );
    assert.ok(steps(closed).every(({ state }) => state === 'good'));
    assert.equal(closed.summary, 'example.com takes no mail (null MX).');
  });

  it('is doubtful where a null MX stands beside senders', () => {
    assert.equal(
      only(
        walk({ 'example.com.': { MX: [{ preference: 0, exchange: '.' }], ...txt('v=spf1 ip4:192.0.2.1 -all') } }),
        'mx',
      ).state,
      'doubtful',
    );
  });

  it('that does not exist is bad', () => {
    const path = mailPath('gone.example.com', tableResolver(sound), facts);
    assert.equal(path.state, 'bad');
    assert.deepEqual(path.sending, []);
  });
});

describe('any text', () => {
  it('as the domain or in its records is walked to the end', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (domain, spf, dmarc) => {
        for (const step of steps(mailPath(domain, tableResolver(sound), facts))) assert.ok(step.reason.length > 0);
        for (const step of steps(
          walk({ 'example.com.': { ...mx('mail.example.com.'), ...txt(spf) }, '_dmarc.example.com.': txt(dmarc) }),
        ))
          assert.ok(step.title.length > 0 && step.reason.length > 0);
      }),
      { numRuns: 200 },
    );
  });
});

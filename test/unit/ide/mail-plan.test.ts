import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';
import { mailDomainAt, spfTermsOf } from '../../../server/src/ide/mail-context.ts';
import { mailEdits } from '../../../server/src/ide/mail-edits.ts';
import {
  dkimRefusal,
  planDkimKey,
  planDmarcPolicy,
  planSetUp,
  planSpfChange,
  valueProblem,
} from '../../../server/src/ide/mail-plan.ts';
import type { RecordPlan } from '../../../server/src/ide/mail-plan.ts';
import { mailWorld } from '../../../server/src/ide/mail-world.ts';
import type { MailWorld } from '../../../server/src/ide/mail-world.ts';
import { recordsOf } from '../../../server/src/ide/name-words.ts';
import { removeRecords } from '../../../server/src/ide/remove-records.ts';
import { defaultSettings } from '../../../server/src/findings/lint-settings.ts';
import type { Edit } from '../../../server/src/findings/fix.ts';
import type { Zone } from '../../../server/src/zone/model/zone.ts';
import { openWorld } from './mail-zones.ts';

const head =
  '$ORIGIN example.com.\n$TTL 3600\n@       IN      SOA     ns1 hostmaster 1 7200 3600 1209600 300\n        IN      NS      ns1\n';
const noSenders = { mxHosts: false, addresses: [], providers: [], includes: [] };
const mxSenders = { ...noSenders, mxHosts: true };

function open(text: string): { readonly zone: Zone; readonly world: MailWorld } {
  const { zones, zoneOf } = openWorld({ 'example.com.': text });
  return { zone: zones['example.com.']!, world: mailWorld({ zoneOf }, defaultSettings) };
}

/** The text after edits whose ranges count in the text before. */
function edited(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n'),
    offset = ({ line, character }: { readonly line: number; readonly character: number }): number =>
      lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
  const changes = edits
    .flatMap((edit) =>
      'createFile' in edit ? [] : [{ start: offset(edit.range.start), end: offset(edit.range.end), text: edit.text }],
    )
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  let out = '',
    at = 0;
  for (const { start, end, text: replacement } of changes) {
    assert.ok(start >= at, 'edits touch one another');
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at);
}

/** The records of a zone's text, as sets of `owner TYPE rdata`, SOA and NS left out. */
function recordsIn(text: string): readonly string[] {
  const { zone } = open(text),
    found: string[] = [];
  for (let name = 0; name < zone.names.size; name++)
    for (const record of recordsOf(zone, name))
      if (record.type !== 2 && record.type !== 6)
        found.push(`${zone.names.text(record.owner)} ${record.mnemonic} ${record.source().replace(/\s+/g, ' ')}`);
  return found.toSorted();
}

function done(
  text: string,
  plan: (world: MailWorld) => RecordPlan,
  domain = 'example.com.',
): {
  readonly text: string;
  readonly plan: RecordPlan;
  readonly lines: readonly string[];
  readonly removed: readonly string[];
} {
  const { zone, world } = open(text),
    made = plan(world),
    { edits, records, removed } = mailEdits(zone, zone.names.intern(domain), made.planned, { allMx: made.allMx });
  return { text: edited(text, edits), plan: made, lines: records, removed };
}

const setUp =
  (answers: Partial<Parameters<typeof planSetUp>[0]> = {}) =>
  (world: MailWorld): RecordPlan =>
    planSetUp(
      {
        domain: 'example.com',
        receiver: { kind: 'hosts', hosts: [{ name: 'mail.example.com.', addresses: ['192.0.2.25'] }] },
        senders: mxSenders,
        strictness: 'quarantine',
        reports: ['dmarc@example.com'],
        ...answers,
      },
      world,
    );

describe('mail set up in a zone without any', () => {
  it('has its records in the columns of the zone, behind those of the domain, and its host with the hosts', () => {
    assert.equal(
      done(`${head}www     IN      A       192.0.2.80\n`, setUp()).text,
      `${head}@       IN      MX      10 mail.example.com. ; receives mail
@       IN      TXT     "v=spf1 mx ~all" ; who may send mail in its name
_dmarc  IN      TXT     "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com" ; mail that fails goes to spam
www     IN      A       192.0.2.80
mail    IN      A       192.0.2.25 ; mail host
mail    IN      TXT     "v=spf1 a -all" ; for the name it greets with
`,
    );
  });

  it('works at the end of a file without a last line ending', () => {
    const text = done(head.trimEnd(), setUp({ receiver: { kind: 'provider', provider: 'google' } })).text;
    assert.equal(text.split('\n').filter((line) => line === '').length, 1);
    assert.deepEqual(
      recordsIn(text).map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['_dmarc.example.com. TXT', 'example.com. MX', 'example.com. TXT'],
    );
  });

  it('may say that there is none', () => {
    const { text } = done(head, setUp({ receiver: { kind: 'nobody' }, senders: noSenders, reports: [] }));
    assert.deepEqual(recordsIn(text), [
      '_dmarc.example.com. TXT "v=DMARC1; p=reject"',
      'example.com. MX 0 .',
      'example.com. TXT "v=spf1 -all"',
    ]);
  });

  it('stands at a domain below the apex too, whatever the origin', () => {
    const { text } = done(
      head,
      (world) =>
        planSetUp(
          {
            domain: 'sales.example.com',
            receiver: { kind: 'hosts', hosts: [{ name: 'mail.example.com.', addresses: [] }] },
            senders: mxSenders,
            strictness: 'reject',
            reports: [],
          },
          world,
        ),
      'sales.example.com.',
    );
    assert.ok(recordsIn(text).includes('sales.example.com. MX 10 mail.example.com.'));
    assert.ok(recordsIn(text).includes('_dmarc.sales.example.com. TXT "v=DMARC1; p=reject"'));
  });

  it('is refused where answers make no sense', () => {
    const { plan, text } = done(head, setUp({ senders: { ...noSenders, addresses: ['95.0.X.X'] } }));
    assert.deepEqual(plan.problems, ['"95.0.X.X" isn\'t an IP address.']);
    assert.equal(text, head);
  });
});

describe('mail set up in a zone that has some', () => {
  const there = `${head}        IN      MX      10 mail\n        IN      MX      20 mail2 ; backup\n        IN      TXT     "v=spf1 mx -all"\n        IN      TXT     "other"\nmail    IN      A       192.0.2.25\n        IN      TXT     "v=spf1 a -all"\nmail2   IN      A       192.0.2.26\n_dmarc  IN      TXT     "v=DMARC1; p=none; rua=mailto:dmarc@example.com"\n`;

  it('changes nothing that is as asked for', () => {
    const hosts = ['mail', 'mail2'].map((name) => ({ name: `${name}.example.com.`, addresses: [] })),
      { text, lines } = done(there, setUp({ receiver: { kind: 'hosts', hosts }, strictness: 'none' }));
    assert.deepEqual(
      recordsIn(text).filter((line) => !recordsIn(there).includes(line)),
      ['example.com. TXT "v=spf1 mx ~all"', 'mail2.example.com. TXT "v=spf1 a -all"'],
    );
    assert.equal(lines.length, 2);
  });

  it('gives the place of MX records to new ones, and takes the rest away', () => {
    const { text, removed } = done(
      there,
      setUp({ receiver: { kind: 'provider', provider: 'microsoft365' }, senders: mxSenders }),
    );
    assert.deepEqual(
      recordsIn(text).filter((line) => line.includes(' MX ')),
      ['example.com. MX 0 example-com.mail.protection.outlook.com.'],
    );
    assert.deepEqual(removed, ['example.com. MX 20 mail2']);
    assert.deepEqual(
      recordsIn(text).filter((line) => line.includes('spf1')),
      ['example.com. TXT "v=spf1 mx include:spf.protection.outlook.com ~all"', 'mail.example.com. TXT "v=spf1 a -all"'],
    );
    assert.equal(recordsIn(text).filter((line) => line.startsWith('_dmarc')).length, 1);
    assert.ok(recordsIn(text).includes('example.com. TXT "other"'));
  });

  it('puts the records of a provider beside others in DKIM', () => {
    const { text } = done(
      `${there}selector1._domainkey IN TXT "v=DKIM1; p="\n`,
      setUp({ receiver: { kind: 'provider', provider: 'microsoft365' }, senders: mxSenders }),
    );
    assert.deepEqual(
      recordsIn(text)
        .filter((line) => line.includes('_domainkey'))
        .map((line) => line.split(' ')[1]),
      ['CNAME', 'CNAME'],
    );
  });

  for (const strictness of ['none', 'quarantine', 'reject'] as const)
    it(`twice with policy ${strictness} comes to the same as once`, () => {
      const once = done(there, setUp({ strictness })).text;
      assert.equal(done(once, setUp({ strictness })).text, once);
    });
});

describe('a change of an SPF record', () => {
  const spf = (text: string): string =>
    `${head}        IN      TXT     "${text}"\nmail    IN      A       192.0.2.25\n`;
  const change = (
    before: string,
    keep: readonly string[],
    more: Partial<Parameters<typeof planSpfChange>[0]> = {},
  ): readonly string[] =>
    recordsIn(
      done(before, (world) =>
        planSpfChange({ domain: 'example.com', keep, add: noSenders, all: undefined, ...more }, world),
      ).text,
    ).filter((line) => line.includes('spf1'));

  it('keeps, adds and takes away terms in the one record', () => {
    assert.deepEqual(
      change(spf('v=spf1 mx include:spf.protection.outlook.com -all'), ['mx'], {
        add: { ...noSenders, addresses: ['192.0.2.1', '2001:db8::1'], providers: ['google'] },
      }),
      ['example.com. TXT "v=spf1 mx ip4:192.0.2.1 ip6:2001:db8::1 include:_spf.google.com -all"'],
    );
    assert.deepEqual(change(spf('v=spf1 mx -all'), ['mx'], { all: '~' }), ['example.com. TXT "v=spf1 mx ~all"']);
  });

  it('repairs slips on the way, and merges a second record', () => {
    const { world } = open(spf('v=spf1 mx ip4=192.0.2.1 -all'));
    assert.deepEqual(
      spfTermsOf('example.com.', world)?.terms.map(({ text }) => text),
      ['mx', 'ip4:192.0.2.1'],
    );
    assert.deepEqual(
      change(spf('v=spf1 mx ip4=192.0.2.1 inclde:_spf.google.com -all a:www.example.com'), [
        'mx',
        'ip4:192.0.2.1',
        'include:_spf.google.com',
      ]),
      ['example.com. TXT "v=spf1 mx ip4:192.0.2.1 include:_spf.google.com -all"'],
    );
    assert.deepEqual(change(`${spf('v=spf1 mx -all')}@ TXT "v=spf1 a ~all"\n`, ['mx', 'a']), [
      'example.com. TXT "v=spf1 mx a ~all"',
    ]);
  });

  it('makes a record where there is none, and says what it costs', () => {
    assert.deepEqual(change(head, [], { add: mxSenders, all: '-' }), ['example.com. TXT "v=spf1 mx -all"']);
    const { world } = open(spf('v=spf1 mx -all')),
      { notes } = planSpfChange(
        {
          domain: 'example.com',
          keep: ['mx'],
          add: { ...noSenders, includes: Array.from({ length: 11 }, (_, k) => `s${k}.example.com`) },
          all: undefined,
        },
        world,
      );
    assert.match(notes.join(' '), /12 lookups, but receivers allow 10/);
  });
});

describe('a DKIM key', () => {
  const pem =
    '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----';

  it('comes from a PEM, at its selector', () => {
    assert.deepEqual(recordsIn(done(head, () => planDkimKey('example.com', pem, 's1')).text), [
      's1._domainkey.example.com. TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
    ]);
  });

  it('takes the place of the one that its selector had', () => {
    const once = done(head, () => planDkimKey('example.com', pem, 's1')).text;
    assert.deepEqual(
      recordsIn(
        done(once, () => planDkimKey('example.com', 's1._domainkey.example.com. CNAME s1.dkim.example.net.', 's1'))
          .text,
      ),
      ['s1._domainkey.example.com. CNAME s1.dkim.example.net.'],
    );
  });

  it('is refused where it is the private one or none', () => {
    assert.match(dkimRefusal('-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----') ?? '', /private/);
    assert.equal(dkimRefusal(pem), undefined);
    assert.deepEqual(planDkimKey('example.com', 'hello', 's1').planned, []);
    assert.deepEqual(planDkimKey('example.com', pem, 'not one').planned, []);
  });
});

describe('a DMARC policy', () => {
  it('is changed in its record, in which other tags stay', () => {
    const text = `${head}_dmarc TXT "v=DMARC1; p=none; fo=1; ruf=mailto:r@example.com; rua=mailto:a@example.com"\n`;
    assert.deepEqual(
      recordsIn(done(text, (world) => planDmarcPolicy({ domain: 'example.com', p: 'reject', rua: [] }, world)).text),
      ['_dmarc.example.com. TXT "v=DMARC1; p=reject; fo=1; rua=mailto:a@example.com; ruf=mailto:r@example.com"'],
    );
  });

  it('is not written beside an alias', () => {
    assert.match(
      done(`${head}_dmarc CNAME dmarc.example.net.\n`, (world) =>
        planDmarcPolicy({ domain: 'example.com', p: 'reject', rua: [] }, world),
      ).plan.problems[0] ?? '',
      /alias of dmarc\.example\.net/,
    );
  });
});

describe('the domain of a record', () => {
  it('is what its mail record is about', () => {
    const { zone } = open(
      `${head}sales MX 10 mail\n_dmarc.sales TXT "v=DMARC1; p=none"\ns1._domainkey.sales TXT "v=DKIM1; p="\nwww A 192.0.2.80\n`,
    );
    const at = (line: number): string | undefined => mailDomainAt(zone, zone.root.text, { line, character: 2 });
    assert.deepEqual([4, 5, 6, 7].map(at), [
      'sales.example.com.',
      'sales.example.com.',
      'sales.example.com.',
      undefined,
    ]);
  });
});

describe('a value', () => {
  it('is checked as it is written', () => {
    assert.equal(valueProblem('addresses', ['192.0.2.1', '2001:db8::1']), undefined);
    assert.match(valueProblem('hosts', ['192.0.2.1']) ?? '', /takes a host name/);
    assert.equal(valueProblem('hosts', ['mail', 'mail.example.com.']), undefined);
    assert.match(valueProblem('mailboxes', ['reports']) ?? '', /isn't a mail address/);
    assert.match(valueProblem('domains', ['_spf']) ?? '', /isn't a domain name/);
  });
});

describe('records that are taken out together', () => {
  it('leave every other record what it was', () => {
    const line = fc.tuple(
      fc.constantFrom('@', '', 'www', '   '),
      fc.constantFrom('A 192.0.2.1', 'MX 10 a', 'TXT "x"', 'TXT ( "y"\n "z" )'),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (lines, gone) => {
          const body = lines.map(([owner, rdata]) => `${owner} ${rdata}`),
            text = `$ORIGIN example.com.\n$TTL 60\n@ SOA ns1 h 1 2 3 4 5\n${body.join('\n')}\n`,
            { zone } = open(text);
          const all = zone.root.blocks
            .flatMap(({ records }) => [...records])
            .filter((id) => zone.records.type[id] !== 6);
          const views = all.map((id) => recordsOf(zone, zone.records.owner[id]!).find((view) => view.id === id)!),
            removed = views.filter((_, k) => gone[k]);
          const shown = views
            .filter((view) => !removed.includes(view))
            .map((view) => `${zone.names.text(view.owner)} ${view.mnemonic} ${view.source().replace(/\s+/g, ' ')}`)
            .toSorted();
          assert.deepEqual(recordsIn(edited(text, removeRecords(removed))), shown);
        },
      ),
      { numRuns: 300 },
    );
  });
});

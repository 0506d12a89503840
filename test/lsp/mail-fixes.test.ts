import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rsa2048 } from '../unit/mail/dkim/keys.ts';
import { Editor } from './editor.ts';

const head =
  '$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 1 7200 3600 1209600 300\n@ NS ns1.example.net.\n@ NS ns2.example.org.\n';
const mx = '@ MX 10 mail\nmail A 192.0.2.25\n',
  spf = '@ TXT "v=spf1 mx -all"\n',
  dmarc = '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"\n';
const ed25519 = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const zone = 'example.com.zone',
  reverse = '2.0.192.in-addr.arpa.zone';

interface Repair {
  readonly what: string;
  /** The finding that is put right. */
  readonly code: string;
  readonly before: string;
  readonly title: string;
  readonly after: string;
  /** The reverse zone of 192.0.2.0/24, where it is in the workspace, before and after. */
  readonly reverse?: readonly [before: string, after: string];
}

const digest = '0123456789abcdef'.repeat(4);
const inStrings = (text: string): string =>
  text
    .match(/.{1,255}/g)!
    .map((part) => `"${part}"`)
    .join(' ');
const withKey = (key: string): string => `${mx}${spf}${dmarc}sel._domainkey TXT ${key}\n`;
const inSpf = (what: string, code: string, wrong: string, title: string, right: string): Repair => ({
  what,
  code,
  title,
  before: `${mx}@ TXT "${wrong}"\n${dmarc}`,
  after: `${mx}@ TXT "${right}"\n${dmarc}`,
});

const repairs: readonly Repair[] = [
  {
    what: "a missing SPF record, with the zone's own MX hosts",
    code: 'spf/no-record',
    title: 'Add the SPF record',
    before: mx + dmarc,
    after: `@ MX 10 mail\n@ TXT "v=spf1 mx -all"\nmail A 192.0.2.25\n${dmarc}`,
  },
  {
    what: 'an SPF record that leaves out the own MX hosts',
    code: 'spf/mx-host-not-covered',
    title: 'Add "mx" to let the MX hosts send',
    before: `${mx}@ TXT "v=spf1 ip4:198.51.100.0/24 -all"\n${dmarc}`,
    after: `${mx}@ TXT "v=spf1 ip4:198.51.100.0/24 mx -all"\n${dmarc}`,
  },
  {
    what: 'two SPF records',
    code: 'spf/multiple',
    title: 'Merge the two SPF records',
    before: `${mx}@ TXT "v=spf1 mx -all"\n@ TXT "v=spf1 include:_spf.google.com ~all"\n${dmarc}`,
    after: `${mx}@ TXT "v=spf1 mx include:_spf.google.com ~all"\n${dmarc}`,
  },
  inSpf(
    'an address behind a:',
    'spf/a-ip',
    'v=spf1 mx a:192.0.2.9 -all',
    'Replace with ip4:192.0.2.9',
    'v=spf1 mx ip4:192.0.2.9 -all',
  ),
  inSpf(
    'an IPv6 address behind a:',
    'spf/a-ip',
    'v=spf1 mx a:2001:db8::9 -all',
    'Replace with ip6:2001:db8::9',
    'v=spf1 mx ip6:2001:db8::9 -all',
  ),
  inSpf(
    'an address behind mx:',
    'spf/mx-ip',
    'v=spf1 mx mx:192.0.2.9 -all',
    'Replace with ip4:192.0.2.9',
    'v=spf1 mx ip4:192.0.2.9 -all',
  ),
  inSpf(
    'semicolons between terms',
    'spf/term-separator',
    'v=spf1 mx; ip4:192.0.2.9 -all',
    'Separate the terms with spaces',
    'v=spf1 mx ip4:192.0.2.9 -all',
  ),
  inSpf(
    'an equals sign for a colon',
    'spf/mechanism-eq',
    'v=spf1 mx include=_spf.google.com -all',
    'Replace "=" with ":"',
    'v=spf1 mx include:_spf.google.com -all',
  ),
  inSpf(
    'typographic quotation marks in the text',
    'spf/version-typo',
    '“v=spf1 mx -all',
    'Remove the text before v=spf1',
    'v=spf1 mx -all',
  ),
  inSpf(
    'commas between terms',
    'spf/term-separator',
    'v=spf1 mx, ip4:192.0.2.9 -all',
    'Separate the terms with spaces',
    'v=spf1 mx ip4:192.0.2.9 -all',
  ),
  inSpf('a dash of a word processor', 'spf/en-dash', 'v=spf1 mx –all', 'Replace with "-"', 'v=spf1 mx -all'),
  inSpf(
    'a mistyped mechanism',
    'spf/unknown-mechanism',
    'v=spf1 mx inlcude:_spf.google.com -all',
    'Replace with "include"',
    'v=spf1 mx include:_spf.google.com -all',
  ),
  inSpf('terms behind all', 'spf/after-all', 'v=spf1 mx -all ip4:192.0.2.9', 'Remove ip4:192.0.2.9', 'v=spf1 mx -all'),
  {
    what: 'apostrophes for quotation marks',
    code: 'txt/unquoted-multiword',
    title: 'Put the text in quotation marks',
    before: `${mx}@ TXT 'v=spf1 mx -all'\n${dmarc}`,
    after: `${mx}@ TXT "v=spf1 mx -all"\n${dmarc}`,
  },
  {
    what: 'typographic quotation marks',
    code: 'syn/smart-quote',
    title: 'Replace with plain characters',
    before: `${mx}@ TXT “v=spf1 mx -all”\n${dmarc}`,
    after: `${mx}@ TXT "v=spf1 mx -all"\n${dmarc}`,
  },
  {
    what: 'missing quotation marks',
    code: 'txt/unquoted-multiword',
    title: 'Put the text in quotation marks',
    before: `${mx}@ TXT v=spf1 mx -all\n${dmarc}`,
    after: `${mx}@ TXT "v=spf1 mx -all"\n${dmarc}`,
  },
  {
    what: 'a record of the historic type SPF',
    code: 'spf/type99',
    title: 'Change the type to TXT',
    before: `${mx}@ SPF "v=spf1 mx -all"\n${dmarc}`,
    after: `${mx}@ TXT "v=spf1 mx -all"\n${dmarc}`,
  },
  {
    what: 'dmarc without its underscore',
    code: 'dmarc/location',
    title: 'Rename the owner to _dmarc.example.com',
    before: `${mx}${spf}dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\n`,
    after: `${mx}${spf}_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\n`,
  },
  {
    what: 'domainkey without its underscore',
    code: 'dkim/owner',
    title: 'Rename the owner to sel._domainkey.example.com',
    before: `${mx}${spf}${dmarc}sel.domainkey TXT "v=DKIM1; k=ed25519; p=${ed25519}"\n`,
    after: `${mx}${spf}${dmarc}sel._domainkey TXT "v=DKIM1; k=ed25519; p=${ed25519}"\n`,
  },
  {
    what: 'removed DMARC tags',
    code: 'dmarc/pct-removed',
    title: 'Remove pct=100',
    before: `${mx}${spf}_dmarc TXT "v=DMARC1; p=reject; pct=100; rua=mailto:a@example.com"\n`,
    after: `${mx}${spf}_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\n`,
  },
  {
    what: 'the removed tag rf',
    code: 'dmarc/rf-removed',
    title: 'Remove rf=afrf',
    before: `${mx}${spf}_dmarc TXT "v=DMARC1; p=reject; rf=afrf; rua=mailto:a@example.com"\n`,
    after: `${mx}${spf}_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\n`,
  },
  {
    what: 'the removed tag ri',
    code: 'dmarc/ri-removed',
    title: 'Remove ri=86400',
    before: `${mx}${spf}_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com; ri=86400"\n`,
    after: `${mx}${spf}_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\n`,
  },
  {
    what: 'a DKIM key that is too long for one string',
    code: 'txt/string-over-255',
    title: 'Split into strings of up to 255 octets',
    before: withKey(`"v=DKIM1; k=rsa; p=${rsa2048}"`),
    after: withKey(inStrings(`v=DKIM1; k=rsa; p=${rsa2048}`)),
  },
  {
    what: 'a DKIM key whose halves are two records',
    code: 'dkim/multiple-txt',
    title: 'Join the two halves of the key',
    before: withKey(`"v=DKIM1; k=rsa; p=${rsa2048.slice(0, 200)}"\nsel._domainkey TXT "${rsa2048.slice(200)}"`),
    after: withKey(inStrings(`v=DKIM1; k=rsa; p=${rsa2048}`)),
  },
  {
    what: 'a DKIM key with the lines of a PEM file around it',
    code: 'dkim/p-headers',
    title: 'Keep only the key',
    before: withKey(
      `"v=DKIM1; k=rsa; p=-----BEGIN PUBLIC KEY-----${rsa2048.slice(0, 190)}" "${rsa2048.slice(190)}-----END PUBLIC KEY-----"`,
    ),
    after: withKey(inStrings(`v=DKIM1; k=rsa; p=${rsa2048}`)),
  },
  {
    what: 'a mail host whose address has no PTR record',
    code: 'ptr/missing',
    title: 'Add a PTR record for 192.0.2.25 to the reverse zone',
    before: `${mx}${spf}${dmarc}`,
    after: `${mx}${spf}${dmarc}`,
    reverse: ['', '25 PTR mail.example.com.\n'],
  },
  {
    what: 'a PTR record that leads to another name',
    code: 'ptr/mismatch',
    title: 'Point the PTR record at mail.example.com',
    before: `${mx}${spf}${dmarc}`,
    after: `${mx}${spf}${dmarc}`,
    reverse: ['25 PTR host25.example.com.\n', '25 PTR mail.example.com.\n'],
  },
  {
    what: 'a closed domain that only says so with its MX and SPF records',
    code: 'dmarc/parked',
    title: 'Complete the no-mail records of example.com',
    before: '@ MX 0 .\n@ TXT "v=spf1 -all"\n',
    after: '@ MX 0 .\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"\n',
  },
  {
    what: 'a parked domain, with all three records at once',
    code: 'mx/parked',
    title: 'Complete the no-mail records of example.com',
    before: '@ A 192.0.2.80\n@ TXT "v=spf1 -all"\n',
    after: '@ A 192.0.2.80\n@ TXT "v=spf1 -all"\n@ MX 0 .\n_dmarc TXT "v=DMARC1; p=reject"\n',
  },
  {
    what: 'a domain whose DMARC record alone says that it is closed',
    code: 'spf/parked',
    title: 'Complete the no-mail records of example.com',
    before: '@ A 192.0.2.80\n_dmarc TXT "v=DMARC1; p=reject"\n',
    after: '@ A 192.0.2.80\n@ MX 0 .\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"\n',
  },
  {
    what: 'an internal address, with the public one that its PTR record tells',
    code: 'mx/private',
    title: 'Replace with 192.0.2.25, whose PTR record says mail.example.com',
    before: `@ MX 10 mail\nmail A 10.0.0.25\n@ TXT "v=spf1 ip4:192.0.2.80 ip4:192.0.2.25 -all"\n${dmarc}`,
    after: `@ MX 10 mail\nmail A 192.0.2.25\n@ TXT "v=spf1 ip4:192.0.2.80 ip4:192.0.2.25 -all"\n${dmarc}`,
    reverse: [
      '25 PTR mail.example.com.\n80 PTR www.example.com.\n',
      '25 PTR mail.example.com.\n80 PTR www.example.com.\n',
    ],
  },
  {
    what: 'an internal address, with one that the SPF record names',
    code: 'mx/private',
    title: 'Replace with 192.0.2.25, which the SPF record lists',
    before: `@ MX 10 mail\nmail A 10.0.0.25\n@ TXT "v=spf1 mx ip4:192.0.2.25 ip4:10.0.0.26 ip4:198.51.100.0/24 -all"\n${dmarc}`,
    after: `@ MX 10 mail\nmail A 192.0.2.25\n@ TXT "v=spf1 mx ip4:192.0.2.25 ip4:10.0.0.26 ip4:198.51.100.0/24 -all"\n${dmarc}`,
  },
  {
    what: 'an internal address beside a public one',
    code: 'mx/private',
    title: 'Remove this record and keep 192.0.2.25',
    before: `@ MX 10 mail\nmail A 192.0.2.25\nmail A 10.0.0.25\n${spf}${dmarc}`,
    after: `@ MX 10 mail\nmail A 192.0.2.25\n${spf}${dmarc}`,
  },
  {
    what: 'an MX that points at an alias',
    code: 'mx/cname',
    title: 'Point the MX at host.example.com',
    before: `@ MX 10 mail\nmail CNAME host\nhost A 192.0.2.25\n${spf}${dmarc}`,
    after: `@ MX 10 host\nmail CNAME host\nhost A 192.0.2.25\n${spf}${dmarc}`,
  },
];

/** Repairs with a value that only a person knows. */
const asking: readonly Omit<Repair, 'after'>[] = [
  {
    what: 'an MX host without TLSA record beside one that has it',
    code: 'tlsa/partial-mx',
    title: 'Add a TLSA record for mail2.example.com',
    before: `@ MX 10 mail\n@ MX 20 mail2\n${spf}${dmarc}mail A 192.0.2.25\n_25._tcp.mail TLSA 3 1 1 ${digest}\nmail2 A 192.0.2.26\n`,
  },
  {
    what: 'an MX host without address',
    code: 'mx/no-address',
    title: 'Add an A record for mail.example.com',
    before: `@ MX 10 mail\n${spf}${dmarc}`,
  },
  {
    what: 'an internal address that nothing tells the public one of',
    code: 'mx/private',
    title: 'Enter the public address of mail.example.com',
    before: `@ MX 10 mail\nmail A 10.0.0.25\n${spf}${dmarc}`,
  },
  {
    what: 'a missing host of the MTA-STS policy',
    code: 'mtasts/no-host',
    title: 'Add the host mta-sts.example.com',
    before: `${mx}${spf}${dmarc}_mta-sts TXT "v=STSv1; id=1"\n`,
  },
];

describe('the light bulb asks for what only a person knows', () => {
  let withTabStops: Editor, without: Editor;
  before(async () => {
    const settings = { profile: 'strict' };
    without = await Editor.start({ settings });
    withTabStops = await Editor.start({
      settings,
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
        textDocument: {
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
        },
      },
    });
  });
  after(() => Promise.all([withTabStops.stop(), without.stop()]));

  for (const { what, code, title, before: text } of asking)
    it(`${what}, and offers nothing to an editor without tab stops`, async () => {
      for (const editor of [withTabStops, without]) {
        editor.open(zone, head + text);
        const found = (await editor.diagnostics(zone)).filter((each) => each.code === code),
          titles = (await Promise.all(found.map(({ range }) => editor.actions(zone, range)))).flat();
        assert.equal(
          titles.some((action) => action.title.startsWith(title)),
          editor === withTabStops,
          titles.map((action) => action.title).join(', '),
        );
        editor.close(zone);
      }
    });
});

describe('the light bulb repairs', () => {
  let editor: Editor;
  // What is only a hint, and not for everybody, has its fix as well.
  before(async () => {
    editor = await Editor.start({ settings: { profile: 'strict' } });
  });
  after(() => editor.stop());

  for (const repair of repairs) {
    it(repair.what, async () => {
      editor.open(zone, head + repair.before);
      if (repair.reverse !== undefined) editor.open(reverse, head + repair.reverse[0]);
      const found = (await editor.diagnostics(zone)).filter(({ code }) => code === repair.code),
        actions = (await Promise.all(found.map(({ range }) => editor.actions(zone, range)))).flat();
      assert.ok(found.length > 0, `${repair.code} is not found: ${String(await editor.findings(zone))}`);
      const action = actions.find(
        ({ title, diagnostics }) =>
          (title === repair.title || title.startsWith(`${repair.title} (brings another warning: `)) &&
          diagnostics?.some(({ code }) => code === repair.code) === true,
      );
      assert.ok(action !== undefined, `only offered: ${actions.map(({ title }) => title).join(', ')}`);
      const { edit } = await editor.resolve(action);
      await editor.apply(edit!);
      assert.equal(editor.texts.get(zone)?.text, head + repair.after);
      if (repair.reverse !== undefined) assert.equal(editor.texts.get(reverse)?.text, head + repair.reverse[1]);
      assert.ok(!(await editor.diagnostics(zone)).some(({ code }) => code === repair.code));
      for (const name of [...editor.texts.keys()]) editor.close(name);
    });
  }

  it('what several findings say with one entry of the menu', async () => {
    editor.open(zone, `${head}@ A 192.0.2.80\n@ TXT "v=spf1 -all"\n`);
    const found = (await editor.diagnostics(zone)).filter(
        ({ code }) => code === 'mx/parked' || code === 'dmarc/parked',
      ),
      actions = await editor.actions(zone, found[0]!.range);
    const offered = actions.filter(({ title }) => title === 'Complete the no-mail records of example.com');
    assert.deepEqual([found.length, offered.length, offered[0]?.diagnostics?.length], [2, 1, 2]);
    editor.close(zone);
  });

  it('an internal address, by saying that the zone is an internal one', async () => {
    const text = `${head}@ MX 10 mail\nmail A 10.0.0.25\n${spf}${dmarc}`;
    editor.open(zone, text);
    const found = (await editor.diagnostics(zone)).find(({ code }) => code === 'mx/private')!,
      action = (await editor.actions(zone, found.range)).find(({ title }) => title.includes('; zonewright: internal'))!;
    await editor.apply((await editor.resolve(action)).edit!);
    assert.equal(editor.texts.get(zone)?.text, `; zonewright: internal\n${text}`);
    assert.ok(!(await editor.diagnostics(zone)).some(({ code }) => code === 'mx/private'));
    editor.close(zone);
  });
});

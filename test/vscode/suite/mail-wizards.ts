import * as vscode from 'vscode';
import { accept, asks, closeEverything, expect, expectEqual, openNewFile, openZone } from './workbench.ts';

interface WizardResult {
  readonly inserted: boolean;
  readonly problems: readonly string[];
}

const head =
  '$ORIGIN example.com.\n$TTL 3600\n@       IN      SOA     ns1.example.net. hostmaster (\n                        1 7200 3600 1209600 300 )\n        IN      NS      ns1.example.net.\n        IN      NS      ns2.example.net.\n';

/** Runs a wizard whose questions are answered beforehand. */
async function run(command: string, answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  const result = await vscode.commands.executeCommand<WizardResult | undefined>(command, { answers });
  expect(result?.inserted === true, `${command} inserted nothing: ${JSON.stringify(result)}`);
}

const previews = (): number =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff).length;

describe('the wizards about mail', () => {
  afterEach(closeEverything);

  it('set up the mail of a zone, which one undo takes back', async () => {
    const { document } = await openNewFile('mail-wizard/example.com.zone', head);
    await run('zonewright.setUpMail', {
      receiver: 'hosts',
      hosts: 'mail',
      address: '192.0.2.25',
      senders: ['mail-hosts', 'provider:google'],
      policy: 'quarantine',
      reports: 'dmarc@example.com',
    });
    expectEqual(
      document.getText().slice(head.length),
      [
        '@       IN      MX      10 mail.example.com. ; receives mail',
        'mail    IN      A       192.0.2.25 ; mail host',
        'mail    IN      TXT     "v=spf1 a -all" ; for the name it greets with',
        '@       IN      TXT     "v=spf1 mx include:_spf.google.com ~all" ; who may send mail in its name',
        '_dmarc  IN      TXT     "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com" ; mail that fails goes to spam',
        '',
      ].join('\n'),
      'new records',
    );
    expectEqual(previews(), 0, 'comparisons that are left open');
    await vscode.commands.executeCommand('undo');
    expectEqual(document.getText(), head, 'text after undo');
  });

  it('make one SPF record of two', async () => {
    const { document } = await openZone('mail-flow', 'broken', '7-spf-two', 'shudnow.net.zone');
    await run('zonewright.editSpf', { all: '-' });
    const records = document.getText().match(/"v=spf1[^"]*"/g) ?? [];
    expectEqual(
      records.join(' '),
      '"v=spf1 mx include:spf.protection.outlook.com -all" "v=spf1 a -all"',
      'SPF records',
    );
  });

  it('put an SPF record right that has mistakes', async () => {
    const { document } = await openZone('mail-flow', 'broken', '7-spf-words', 'shudnow.net.zone');
    await run('zonewright.editSpf', {});
    expect(
      document.getText().includes('"v=spf1 mx ip4:10.20.30.41 include:spf.protection.outlook.com -all"'),
      document.getText(),
    );
  });

  it('add a DKIM key from a PEM file', async () => {
    const { document } = await openNewFile('mail-wizard/example.org.zone', head.replace('example.com', 'example.org'));
    await run('zonewright.addDkimKey', {
      key: '-----BEGIN PUBLIC KEY----- MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= -----END PUBLIC KEY-----',
      selector: 's1',
    });
    expect(
      /^s1\._domainkey IN TXT {4}"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS\/7TyWQHOg7hcvPapiMlrwIaaPcHURo="/m.test(
        document.getText(),
      ),
      document.getText(),
    );
  });

  it('are answered by the keyboard alone, step by step and back', async () => {
    const { document } = await openNewFile('mail-wizard/example.net.zone', head.replace('example.com', 'example.net'));
    const ran = vscode.commands.executeCommand<WizardResult | undefined>('zonewright.setUpDmarc');
    await accept('policy');
    await asks('subdomains');
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
    await asks('policy');
    for (let step = 0; step < 2; step++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    for (const id of ['policy', 'subdomains', 'alignment', 'reports']) await accept(id);
    await asks('confirm');
    expectEqual(previews(), 1, 'comparisons beside the last question');
    await accept('confirm');
    expectEqual((await ran)?.inserted, true, 'inserted');
    expect(
      /^_dmarc {2}IN {6}TXT {5}"v=DMARC1; p=reject; rua=mailto:dmarc-reports@example\.net"/m.test(document.getText()),
      document.getText(),
    );
  });

  it('leave everything as it was when they are cancelled', async () => {
    const { document } = await openNewFile('mail-wizard/example.edu.zone', head.replace('example.com', 'example.edu'));
    const ran = vscode.commands.executeCommand<WizardResult | undefined>('zonewright.setUpMail');
    await asks('receiver');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    expectEqual(await ran, undefined, 'result');
    expectEqual(document.isDirty, false, 'changed');
  });
});

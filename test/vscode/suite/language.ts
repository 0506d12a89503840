import * as vscode from 'vscode';
import { closeEverything, eventually, expectEqual, openNewFile } from './workbench.ts';

const zones = [
  'example.com.zone',
  'example.com.dns',
  'k3.rev',
  '30.20.10.in-addr.arpa',
  'example.com.signed',
  'db.example.com',
  'db.10.20.30',
  'db.1',
  'db.local',
  'named.root',
  'named.localhost',
];
/** Names with the ending of another language, or with none that a list could hold. */
const zonesByText = ['db.firma.pl', 'db.example.rs', 'db.intranet', 'db.example.xyz'];
/** As Debian's zones begin: with a comment, which tells nothing. */
const zoneText = ';\n; BIND data file\n;\n$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 1h 2w 1h\n';

const others = ['named.conf', 'named.conf.local', 'db.ts', 'db.json', 'db.py', 'keyboard.com', 'cinema.org'];

/** Opens a file that becomes a zone by what is in it. */
async function openZoneByText(name: string): Promise<vscode.TextDocument> {
  const { document } = await openNewFile(name, zoneText);
  await eventually(
    () => document.languageId,
    (language) => language === 'dns-zone',
    `the language of ${name}`,
  );
  return document;
}

describe('the language of a file', () => {
  afterEach(closeEverything);

  for (const name of zones)
    it(`${name} is a DNS zone by its name`, async () => {
      expectEqual((await openNewFile(name, '\n')).document.languageId, 'dns-zone', 'language');
    });

  for (const name of others)
    it(`${name} is none`, async () => {
      expectEqual((await openNewFile(name, '\n')).document.languageId === 'dns-zone', false, 'taken for a DNS zone');
    });

  for (const name of zonesByText) it(`${name} is a DNS zone by its text`, () => openZoneByText(name));

  it('stays another one that was chosen for a zone', async () => {
    const document = await openZoneByText('db.intranet');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await openZoneByText('db.example.xyz');
    expectEqual(document.languageId, 'plaintext', 'language');
  });

  it('of a file db.NAME with other text is its own', async () => {
    const others = [];
    for (const [name, text] of [
      ['db.rs', 'fn main() {}\n'],
      ['db.program.rs', 'fn main() {}\n'],
      ['db.notes', 'These are\nsome notes\nabout the\ndatabase\nof ours\n'],
    ] as const)
      others.push((await openNewFile(name, text)).document);
    // Documents are told in the order in which they are opened.
    await openZoneByText('db.office');
    for (const { languageId, fileName } of others)
      expectEqual(languageId === 'dns-zone', false, `${fileName} taken for a DNS zone`);
  });

  it('is told by the first line where the name tells nothing', async () => {
    expectEqual(
      (await openNewFile('customer-17', '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n')).document
        .languageId,
      'dns-zone',
      'language',
    );
  });

  it('starts the line after a closing parenthesis at the margin, where an owner name stands', async () => {
    const editor = await openNewFile(
      'indentation.zone',
      '@ IN SOA ns1 hostmaster (\n\t\t1 7200 3600 1209600\n\t\t3600 )',
    );
    editor.selection = new vscode.Selection(2, 8, 2, 8);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await vscode.commands.executeCommand('type', { text: 'www' });
    expectEqual(editor.document.lineAt(3).text, 'www', 'line after the SOA');
  });
});

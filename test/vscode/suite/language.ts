import * as vscode from 'vscode';
import { closeEverything, expectEqual, openNewFile } from './workbench.ts';

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
  'db.firma.pl',
];
const others = ['named.conf', 'named.conf.local', 'db.ts', 'db.json', 'db.py', 'keyboard.com', 'cinema.org'];

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

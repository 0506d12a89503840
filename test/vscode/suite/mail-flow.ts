import * as vscode from 'vscode';
import { applyFix, findExactly, finding, placeOf } from './findings.ts';
import { repairs, type Repair } from './mail-flow-repairs.ts';
import { closeEverything, expect, expectEqual, openZone, workspaceUri } from './workbench.ts';

const forwardZone = 'shudnow.net.zone',
  reverseZone = '30.20.10.in-addr.arpa.zone';
const lines = (text: string): readonly string[] => text.split('\n');

/** Lines of one text that another has not, or less often. */
function missing(from: string, text: string): readonly string[] {
  const left = [...lines(text)];
  return lines(from).filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Does what a person does, and returns how many steps of undo that takes. */
async function act(uri: vscode.Uri, { acts }: Repair): Promise<number> {
  let steps = 0;
  for (const one of acts) {
    if ('wizard' in one) await vscode.commands.executeCommand(one.wizard, { answers: one.answers });
    else {
      const { range } = finding(uri, one.code);
      expectEqual(placeOf(range), one.at, `place of ${one.code}`);
      await applyFix(uri, range, one.fix);
      if (one.types !== undefined) {
        await vscode.commands.executeCommand('type', { text: one.types });
        steps++;
      }
    }
    steps++;
  }
  return steps;
}

async function repairAndUndo(repair: Repair): Promise<void> {
  const at = (name: string): Promise<vscode.TextEditor> => openZone('mail-flow', 'broken', repair.folder, name);
  const reverse = (await at(reverseZone)).document,
    forward = (await at(forwardZone)).document,
    changed = repair.changes === reverseZone ? reverse : forward,
    before = changed.getText();
  const broken = async (): Promise<void> => {
    await findExactly(forward.uri, repair.found);
    await findExactly(reverse.uri, repair.foundInReverse ?? []);
  };
  await broken();
  const steps = await act(forward.uri, repair);
  for (const { uri } of [forward, reverse]) await findExactly(uri, []);
  expectEqual(missing(before, changed.getText()).join('\n'), repair.removed.join('\n'), 'lines that went');
  expectEqual(missing(changed.getText(), before).join('\n'), repair.added.join('\n'), 'lines that came');
  await vscode.window.showTextDocument(changed);
  for (let step = 0; step < steps && changed.getText() !== before; step++) await vscode.commands.executeCommand('undo');
  expectEqual(changed.getText(), before, 'text after undo');
  await broken();
}

describe('the mail-flow example', () => {
  afterEach(closeEverything);

  it('has nothing to be said about where everything is right', async () => {
    const forward = await openZone('mail-flow', 'right', forwardZone),
      reverse = await openZone('mail-flow', 'right', reverseZone);
    // A zone that is known to be wrong, opened later, shows that the findings of the others have come.
    const broken = await openZone('mail-flow', 'broken', '3-child-mx', forwardZone);
    await findExactly(broken.document.uri, ['mx/no-address']);
    for (const { document } of [forward, reverse]) await findExactly(document.uri, []);
  });

  for (const repair of repairs)
    it(`${repair.folder}: ${repair.found.join(', ')} is found, repaired with nothing new, and undone`, () =>
      repairAndUndo(repair));

  it('1-a-internal: an address that nobody outside reaches is found, the public one is typed over it, and undone', async () => {
    const { document } = await openZone('mail-flow', 'broken', '1-a-internal', forwardZone),
      before = document.getText();
    await findExactly(document.uri, ['mx/private']);
    const { range } = finding(document.uri, 'mx/private');
    expectEqual(document.getText(range), '192.168.1.5', 'underlined text');
    await applyFix(document.uri, range, 'Enter the public address of smtp.shudnow.net');
    await vscode.commands.executeCommand('type', { text: '203.0.113.40' });
    expectEqual(
      document.getText(),
      before.replace(/(smtp +IN +A +)192\.168\.1\.5/, '$1203.0.113.40'),
      'text after the fix',
    );
    await findExactly(document.uri, []);
    for (let step = 0; step < 2 && document.getText() !== before; step++) await vscode.commands.executeCommand('undo');
    expectEqual(document.getText(), before, 'text after undo');
    await findExactly(document.uri, ['mx/private']);
  });

  it('1-a-internal: the zone says that it is one for the inside, and undone', async () => {
    const { document } = await openZone('mail-flow', 'broken', '1-a-internal', forwardZone),
      before = document.getText();
    await findExactly(document.uri, ['mx/private']);
    await applyFix(
      document.uri,
      finding(document.uri, 'mx/private').range,
      'Mark this zone as internal with "; zonewright: internal"',
    );
    expectEqual(document.getText(), `; zonewright: internal\n${before}`, 'text after the fix');
    await findExactly(document.uri, ['ptr/no-zone']);
    await vscode.commands.executeCommand('undo');
    expectEqual(document.getText(), before, 'text after undo');
    await findExactly(document.uri, ['mx/private']);
  });

  it('4-ptr-no-zone: the reverse zone is created beside', async () => {
    const { document } = await openZone('mail-flow', 'broken', '4-ptr-no-zone', forwardZone),
      created = workspaceUri('mail-flow', 'broken', '4-ptr-no-zone', '40.20.10.in-addr.arpa.zone');
    await findExactly(document.uri, ['ptr/no-zone']);
    await applyFix(
      document.uri,
      finding(document.uri, 'ptr/no-zone').range,
      'Create the reverse zone 40.20.10.in-addr.arpa',
    );
    await findExactly(document.uri, []);
    const reverse = (await openZone('mail-flow', 'broken', '4-ptr-no-zone', '40.20.10.in-addr.arpa.zone')).document;
    expect(
      /^40\s+(\d+\s+)?(IN\s+)?PTR\s+smtp\.shudnow\.net\.$/m.test(reverse.getText()),
      `no PTR of smtp in:\n${reverse.getText()}`,
    );
    await findExactly(created, []);
  });
});

import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { addDkimKey } from './add-dkim-key.ts';
import { editSpf } from './edit-spf.ts';
import { Preview } from './preview.ts';
import type { QuickInputs } from './quick-inputs.ts';
import { setUpDmarc } from './set-up-dmarc.ts';
import { setUpMail } from './set-up-mail.ts';
import type { Wizard, WizardArguments } from './wizard.ts';
import { runWizard } from './wizard.ts';

export function registerMailWizards(server: LanguageServer, inputs: QuickInputs): vscode.Disposable {
  const preview = new Preview();
  const register = <S>(command: string, wizard: Wizard<S>): vscode.Disposable =>
    vscode.commands.registerCommand(command, (given?: WizardArguments) =>
      runWizard(wizard, server, preview, inputs, given ?? {}),
    );
  return vscode.Disposable.from(
    preview,
    register('zonewright.setUpMail', setUpMail),
    register('zonewright.editSpf', editSpf),
    register('zonewright.addDkimKey', addDkimKey),
    register('zonewright.setUpDmarc', setUpDmarc),
  );
}

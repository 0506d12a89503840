import * as vscode from 'vscode';
import type { Answer, Asker, ChoiceQuestion, Question, TextQuestion } from './asker.ts';
import { answered } from './asker.ts';

interface ChoiceItem extends vscode.QuickPickItem {
  readonly value?: string;
}

function itemsOf({ choices }: ChoiceQuestion): readonly ChoiceItem[] {
  return choices.flatMap(({ value, label, description, detail, section }): readonly ChoiceItem[] => {
    const item: ChoiceItem = {
      value,
      label,
      ...(description === undefined ? {} : { description }),
      ...(detail === undefined ? {} : { detail }),
    };
    return section === undefined ? [item] : [{ label: section, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

/** Asks with VS Code's own lists and input boxes: step numbers, a button that goes back, Escape that leaves. */
export class QuickInputs implements Asker {
  private open: { readonly input: vscode.QuickInput; readonly id: string } | undefined;

  /** The name of the question that is shown, ready to be answered. */
  get asked(): string | undefined {
    return this.open?.id;
  }

  choose(question: ChoiceQuestion): Promise<Answer<string>> {
    const pick = this.list(question);
    const suggested = pick.items.find(({ value }) => value !== undefined && value === question.suggested);
    if (suggested !== undefined) pick.activeItems = [suggested];
    // An entry without a value only tells something.
    return this.ask(pick, question, () => pick.selectedItems[0]?.value || undefined);
  }

  chooseSome(question: ChoiceQuestion): Promise<Answer<readonly string[]>> {
    const pick = this.list(question);
    pick.canSelectMany = true;
    pick.selectedItems = pick.items.filter(({ value }) =>
      question.choices.some((choice) => choice.value === value && choice.picked === true),
    );
    return this.ask(pick, question, () => pick.selectedItems.flatMap(({ value }) => value ?? []));
  }

  enter(question: TextQuestion): Promise<Answer<string>> {
    const box = vscode.window.createInputBox();
    box.value = question.value;
    box.placeholder = question.placeholder;
    box.prompt = question.prompt;
    let asked = 0;
    const check = async (): Promise<boolean> => {
      const turn = ++asked,
        problem = await question.check(box.value);
      if (turn === asked) box.validationMessage = problem;
      return problem === undefined;
    };
    const changes = box.onDidChangeValue(() => void check());
    return this.ask(box, question, async () => ((await check()) ? box.value : undefined)).finally(() =>
      changes.dispose(),
    );
  }

  private list(question: ChoiceQuestion): vscode.QuickPick<ChoiceItem> {
    const pick = vscode.window.createQuickPick<ChoiceItem>();
    pick.items = itemsOf(question);
    pick.placeholder = question.prompt;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    return pick;
  }

  /** Shows an input until it is answered. `read` gives the answer, or undefined where it is none yet. */
  private ask<T>(
    input: vscode.QuickPick<ChoiceItem> | vscode.InputBox,
    { id, title, step, total }: Question,
    read: () => T | undefined | Promise<T | undefined>,
  ): Promise<Answer<T>> {
    input.title = title;
    if (total !== undefined) {
      input.step = step;
      input.totalSteps = total;
    }
    input.ignoreFocusOut = true;
    if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
    return new Promise<Answer<T>>((resolve) => {
      input.onDidAccept(async () => {
        const value = await read();
        if (value !== undefined) resolve(answered(value));
      });
      input.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) resolve({ kind: 'back' });
      });
      input.onDidHide(() => resolve({ kind: 'cancel' }));
      input.show();
      // VS Code takes what an extension asks of it in order: whatever command comes next finds the input there.
      this.open = { input, id };
    }).finally(() => {
      if (this.open?.input === input) this.open = undefined;
      input.dispose();
    });
  }
}

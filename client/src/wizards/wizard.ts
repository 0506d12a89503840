import * as vscode from 'vscode';
import type { MailContext, MailPlan, MailTask } from '../../../server/src/lsp/protocol/messages.ts';
import type { LanguageServer } from '../language-server.ts';
import type { Asker, Choice } from './asker.ts';
import { answered } from './asker.ts';
import type { GivenAnswers } from './given-answers.ts';
import { GivenAnswersAsker } from './given-answers.ts';
import { MailServer } from './mail-server.ts';
import type { Preview } from './preview.ts';
import type { QuickInputs } from './quick-inputs.ts';
import type { Step } from './steps.ts';
import { walkSteps } from './steps.ts';

/** What a wizard is: a first state, steps for each state, and the task that the last state comes to. */
export interface Wizard<S> {
  readonly title: string;
  /** Undefined where it has nothing to ask for: it has told so then. */
  readonly begin: (context: MailContext, server: MailServer) => Promise<S | undefined> | S | undefined;
  readonly steps: (state: S, server: MailServer) => readonly Step<S>[];
  readonly task: (state: S) => { readonly domain: string; readonly task: MailTask };
}

/** The arguments of a wizard's command, all of which may be left out. */
export interface WizardArguments {
  readonly domain?: string;
  /** So that nothing is asked; what is missing is answered as suggested. */
  readonly answers?: GivenAnswers;
}

/** What became of a wizard. */
export interface WizardResult {
  readonly inserted: boolean;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** A wizard's state, and the plan that was shown last. */
interface Run<S> {
  readonly state: S;
  readonly plan?: MailPlan;
}

/** Asks, shows what the answers come to as a comparison, and inserts it. */
export async function runWizard<S>(
  wizard: Wizard<S>,
  server: LanguageServer,
  preview: Preview,
  inputs: QuickInputs,
  { domain, answers }: WizardArguments,
): Promise<WizardResult | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'dns-zone') {
    void vscode.window.showInformationMessage('Open a DNS zone file first: the records are added to its zone.');
    return undefined;
  }
  const { document, selection } = editor,
    mail = new MailServer(server, server.toServer(document.uri)),
    asker: Asker = answers === undefined ? inputs : new GivenAnswersAsker(answers);
  const context = await mail.context(
    domain === undefined
      ? { position: { line: selection.active.line, character: selection.active.character } }
      : { domain },
  );
  if (context === null) {
    void vscode.window.showInformationMessage(
      'Can\'t find out which zone this file contains. Add "; zone: example.com" as its first line.',
    );
    return undefined;
  }
  const first = await wizard.begin(context, mail);
  if (first === undefined) return undefined;
  const steps = ({ state }: Run<S>): readonly Step<Run<S>>[] => [
    ...wizard.steps(state, mail).map(lifted),
    confirmation(wizard, mail, document, preview),
  ];
  try {
    const last = await walkSteps(asker, wizard.title, steps, { state: first });
    return last?.plan === undefined ? undefined : await insert(document, last.plan);
  } finally {
    await preview.close();
  }
}

function lifted<S>(step: Step<S>): Step<Run<S>> {
  return {
    id: step.id,
    ask: async (asker, question, run) => {
      const answer = await step.ask(asker, question, run.state);
      return answer.kind === 'answer' ? answered({ ...run, state: answer.value }) : answer;
    },
  };
}

/** The last step: the records as a comparison behind the question whether to insert them. */
function confirmation<S>(
  wizard: Wizard<S>,
  mail: MailServer,
  document: vscode.TextDocument,
  preview: Preview,
): Step<Run<S>> {
  return {
    id: 'confirm',
    ask: async (asker, question, run) => {
      const { domain, task } = wizard.task(run.state),
        plan = await mail.plan(domain, task),
        own = plan.edits.filter((edit) => edit.uri === plan.edits[0]?.uri);
      if (own.length > 0) await preview.show(document, own, `${wizard.title}: ${domain}`);
      const answer = await asker.choose({
        ...question,
        prompt: plan.problems[0] ?? promptOf(plan),
        choices: choicesOf(plan),
        suggested: plan.problems.length > 0 ? '' : 'insert',
      });
      if (answer.kind !== 'answer') await preview.close();
      return answer.kind === 'answer' ? answered({ ...run, plan }) : answer;
    },
  };
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function promptOf({ edits, records, removed }: MailPlan): string {
  if (edits.length === 0) return 'Everything is already there.';
  return `${counted(records.length, 'record')} new or changed${removed.length > 0 ? `, ${counted(removed.length, 'record')} removed` : ''}: see the comparison below this list.`;
}

/** What a person reads before they agree; entries without a value only tell. */
function choicesOf({ edits, records, removed, notes, problems }: MailPlan): readonly Choice[] {
  const told = (icon: string, lines: readonly string[], section?: string): readonly Choice[] =>
    lines.map((line, k) => ({
      value: '',
      label: `$(${icon}) ${line}`,
      ...(k === 0 && section !== undefined ? { section } : {}),
    }));
  // What a record says has a line to itself, and the first ones no heading, which would narrow it.
  const toldRecords = (icon: string, lines: readonly string[], section?: string): readonly Choice[] =>
    told(icon, lines, section).map((choice) => {
      const [, label, detail] = /^(\S+ \S+ \S+) (.+)$/s.exec(choice.label) ?? [];
      return label === undefined || detail === undefined ? choice : { ...choice, label, detail };
    });
  if (problems.length > 0) return told('error', problems, 'Go back and correct this');
  return [
    { value: 'insert', label: edits.length === 0 ? '$(check) Done' : '$(check) Insert' },
    ...toldRecords('add', records),
    ...toldRecords('remove', removed, 'Removed'),
    ...told('info', notes, 'Good to know'),
  ];
}

/** Puts the records in, in one undo step, and selects what only the provider's page tells. */
async function insert(
  document: vscode.TextDocument,
  { version, edits, notes, problems }: MailPlan,
): Promise<WizardResult> {
  if (edits.length === 0) return { inserted: false, problems, notes };
  if (version !== null && document.version !== version) {
    void vscode.window.showWarningMessage(
      `${vscode.workspace.asRelativePath(document.uri)} has changed in the meantime, so nothing was inserted. Start again.`,
    );
    return { inserted: false, problems, notes };
  }
  const edit = new vscode.WorkspaceEdit();
  for (const {
    uri,
    range: { start, end },
    newText,
  } of edits)
    edit.replace(
      uri === edits[0]?.uri ? document.uri : vscode.Uri.parse(uri),
      new vscode.Range(start.line, start.character, end.line, end.character),
      newText,
    );
  const inserted = await vscode.workspace.applyEdit(edit);
  await reveal(document, edits);
  return { inserted, problems, notes };
}

async function reveal(document: vscode.TextDocument, edits: MailPlan['edits']): Promise<void> {
  const editor = await vscode.window.showTextDocument(document),
    open = edits.map(({ newText }) => /\{[^}%]*\}/.exec(newText)?.[0]).find((found) => found !== undefined);
  const line = Math.min(...edits.map(({ range }) => range.start.line)),
    at = open === undefined ? -1 : document.getText().indexOf(open);
  const place =
    at < 0 || open === undefined
      ? new vscode.Range(line, 0, line, 0)
      : new vscode.Range(document.positionAt(at), document.positionAt(at + open.length));
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

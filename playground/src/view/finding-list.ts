import { DiagnosticSeverity, type CodeAction, type Diagnostic } from 'vscode-languageserver-protocol/browser';
import { element } from '../../../client/src/mail-path/webview/elements.ts';
import type { Model, Workspace } from '../files/workspace.ts';
import { fromRange, messageOf } from '../language/convert.ts';
import type { Fixes } from '../language/fixes.ts';
import type { LanguageServer } from '../language/language-server.ts';

interface Found {
  readonly model: Model;
  readonly diagnostic: Diagnostic;
}

const words: Readonly<Record<DiagnosticSeverity, readonly [one: string, many: string, mark: string]>> = {
  [DiagnosticSeverity.Error]: ['error', 'errors', '✗'],
  [DiagnosticSeverity.Warning]: ['warning', 'warnings', '!'],
  [DiagnosticSeverity.Information]: ['note', 'notes', 'i'],
  [DiagnosticSeverity.Hint]: ['hint', 'hints', '·'],
};
const severityOf = ({ severity = DiagnosticSeverity.Error }: Diagnostic): DiagnosticSeverity => severity;

/** Findings whose fixes are asked for at once, and fixes that are shown for one; the light bulb has the others. */
const mostWithFixes = 30,
  mostFixes = 3;
/** Findings that are listed. */
const mostListed = 200;
/** Milliseconds in which several changes are drawn as one. */
const together = 150;

/** What the findings come to, in words: "2 errors, 1 warning". */
function countOf(all: readonly Found[]): string {
  const counts = ([1, 2, 3, 4] as const).flatMap((severity) => {
    const count = all.filter(({ diagnostic }) => severityOf(diagnostic) === severity).length,
      [one, many] = words[severity];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return counts.length === 0 ? 'No findings' : counts.join(', ');
}

/** All findings of all files, worst first, each with its place and its fixes. */
export class FindingList {
  private readonly host: HTMLElement;
  private readonly server: LanguageServer;
  private readonly workspace: Workspace;
  private readonly fixes: Fixes;
  private readonly events: FindingListEvents;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drawings = 0;
  private said = '';

  constructor(host: HTMLElement, { server, workspace, fixes }: FindingListSources, events: FindingListEvents) {
    this.host = host;
    this.server = server;
    this.workspace = workspace;
    this.fixes = fixes;
    this.events = events;
    server.onDiagnosed(() => this.drawSoon());
  }

  private drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(), together);
  }

  private all(): readonly Found[] {
    return this.workspace.files
      .flatMap((model) => this.server.diagnosticsOf(model).map((diagnostic) => ({ model, diagnostic })))
      .toSorted(
        (a, b) =>
          severityOf(a.diagnostic) - severityOf(b.diagnostic) ||
          this.workspace.files.indexOf(a.model) - this.workspace.files.indexOf(b.model) ||
          a.diagnostic.range.start.line - b.diagnostic.range.start.line,
      );
  }

  private async draw(): Promise<void> {
    const drawing = ++this.drawings,
      all = this.all(),
      actions = await Promise.all(
        all.slice(0, mostWithFixes).map(({ model, diagnostic }) => this.fixesOf(model, diagnostic)),
      );
    if (drawing !== this.drawings) return;
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset['finding'] : undefined;
    const entries = all.slice(0, mostListed).map((found, k) => this.entry(found, actions[k] ?? []));
    const rest = all.length - entries.length;
    this.host.replaceChildren(
      all.length === 0
        ? element('p', { class: 'nothing' }, 'No findings: a server, a mail receiver and a colleague would agree.')
        : element('ol', {}, ...entries),
      ...(rest > 0 ? [element('p', { class: 'nothing' }, `${rest} more aren't listed.`)] : []),
    );
    if (focused !== undefined) {
      const same = [...this.host.querySelectorAll<HTMLElement>('[data-finding]')];
      (same.find(({ dataset }) => dataset['finding'] === focused) ?? same[0])?.focus();
    }
    const count = countOf(all);
    this.events.counted(all.length, count);
    if (count !== this.said) this.events.announce(`${count}.`);
    this.said = count;
  }

  private async fixesOf(model: Model, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const actions = await this.fixes.at(model.uri.toString(), diagnostic.range, [diagnostic], ['quickfix']);
    return actions
      .filter(
        ({ title, diagnostics = [] }) =>
          !title.startsWith('Disable ') &&
          diagnostics.some((one) => one.code === diagnostic.code && messageOf(one) === messageOf(diagnostic)),
      )
      .slice(0, mostFixes);
  }

  private entry({ model, diagnostic }: Found, actions: readonly CodeAction[]): HTMLElement {
    const { range, code, codeDescription } = diagnostic,
      [word, , mark] = words[severityOf(diagnostic)],
      place = `${this.workspace.nameOf(model)}:${range.start.line + 1}`;
    const go = element(
      'button',
      { type: 'button', class: 'message', 'data-finding': `${place} ${String(code)}` },
      element('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
      element('span', { class: 'hidden' }, `${word}: `),
      messageOf(diagnostic),
      element('span', { class: 'place' }, ` ${place}`),
    );
    go.addEventListener('click', () => this.events.reveal(model, fromRange(range)));
    const page =
      codeDescription === undefined
        ? String(code ?? '')
        : element(
            'a',
            { href: codeDescription.href, target: '_blank', rel: 'noopener noreferrer', 'aria-label': `About ${code}` },
            String(code),
          );
    return element(
      'li',
      { class: `finding ${word}` },
      go,
      element('div', { class: 'remedies' }, ...actions.map((action) => this.fixButton(action)), page),
    );
  }

  private fixButton(action: CodeAction): HTMLElement {
    const button = element('button', { type: 'button', class: 'fix' }, action.title);
    button.addEventListener('click', () => void this.fixes.apply(action));
    return button;
  }
}

export interface FindingListSources {
  readonly server: LanguageServer;
  readonly workspace: Workspace;
  readonly fixes: Fixes;
}

export interface FindingListEvents {
  readonly reveal: (model: Model, range: ReturnType<typeof fromRange>) => void;
  readonly counted: (count: number, words: string) => void;
  readonly announce: (text: string) => void;
}

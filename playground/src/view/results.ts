import { element } from '../../../client/src/mail-path/webview/elements.ts';

/** Two panels of which one is shown, with tabs as WAI-ARIA's authoring practices have them. */
export class Results {
  readonly findings = element('div', {
    role: 'tabpanel',
    id: 'findings',
    class: 'findings',
    'aria-labelledby': 'tab-findings',
    tabindex: '0',
  });
  readonly mailPath = element('div', {
    role: 'tabpanel',
    id: 'mail-path',
    class: 'mail-path',
    'aria-labelledby': 'tab-mail-path',
    tabindex: '0',
  });
  private readonly tabs: readonly [HTMLElement, HTMLElement];
  private readonly shown: () => void;

  /** `shown`: the panel of the mail path has come to the front. */
  constructor(host: HTMLElement, shown: () => void) {
    this.shown = shown;
    const tab = (id: string, title: string): HTMLElement =>
      element('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': id }, title);
    this.tabs = [tab('findings', 'Findings'), tab('mail-path', 'Mail path')];
    host.append(
      element('div', { role: 'tablist', class: 'tabs', 'aria-label': 'Results' }, ...this.tabs),
      this.findings,
      this.mailPath,
    );
    for (const [k, one] of this.tabs.entries()) {
      one.addEventListener('click', () => this.show(k));
      one.addEventListener('keydown', ({ key }) => {
        if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
        this.show(1 - k);
        this.tabs[1 - k]?.focus();
      });
    }
    this.show(0);
  }

  get showsMailPath(): boolean {
    return !this.mailPath.hidden;
  }

  count(count: number): void {
    this.tabs[0].textContent = `Findings (${count})`;
  }

  showMailPath(): void {
    this.show(1);
  }

  focus(): void {
    (this.mailPath.hidden ? this.findings : this.mailPath).focus();
  }

  private show(chosen: number): void {
    for (const [k, panel] of [this.findings, this.mailPath].entries()) {
      panel.hidden = k !== chosen;
      this.tabs[k]?.setAttribute('aria-selected', String(k === chosen));
      this.tabs[k]?.setAttribute('tabindex', k === chosen ? '0' : '-1');
    }
    if (chosen === 1) this.shown();
  }
}

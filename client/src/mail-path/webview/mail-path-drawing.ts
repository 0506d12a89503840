import type { DocumentPlace, MailPathResult, MailPathState } from '../../../../server/src/lsp/protocol/messages.ts';
import type { Drawn } from '../drawing.ts';
import { element } from './elements.ts';
import { chainOf, markOf, words } from './steps.ts';

const states: readonly MailPathState[] = ['good', 'doubtful', 'bad', 'unknown'];

/** What a person does in the drawing. */
export interface DrawingEvents {
  readonly open: (place: DocumentPlace) => void;
  readonly choose: (domain: string) => void;
}

/** The mail path of a domain, drawn into an element that it has for itself. */
export class MailPathDrawing {
  private readonly heading: HTMLElement;
  private readonly summary = element('p', { class: 'summary', role: 'status' });
  private readonly main: HTMLElement;
  private readonly events: DrawingEvents;
  private readonly level: 1 | 2;
  private shown = '';

  /** `level`: of the drawing's heading; 1 where it's the whole page. */
  constructor(host: HTMLElement, level: 1 | 2, events: DrawingEvents) {
    this.events = events;
    this.level = level;
    this.heading = element(`h${level}`, { class: 'path' }, 'Mail path');
    this.main = element(level === 1 ? 'main' : 'div', { class: 'ways' });
    const key = states.map((state) => element('span', {}, markOf(state), words[state]));
    host.prepend(
      element(
        level === 1 ? 'header' : 'div',
        {},
        this.heading,
        this.summary,
        element('p', { class: 'key', 'aria-hidden': 'true' }, ...key),
      ),
      this.main,
    );
  }

  /** Draws only what's new, and leaves the focus where it was. */
  show(path: MailPathResult): void {
    this.once(JSON.stringify(path), () => this.draw(path));
  }

  /** Says why there is nothing to draw. */
  showNothing(reason: string): void {
    this.once(reason, () => {
      this.heading.replaceChildren('Mail path');
      this.summary.textContent = reason;
      this.main.replaceChildren();
    });
  }

  drawn(domain: string): Drawn {
    const count = (state: string): number => this.main.querySelectorAll(`.card.${state}`).length;
    return {
      domain,
      states: Object.fromEntries(states.map((state) => [state, count(state)])),
      buttons: this.main.querySelectorAll('button.step').length,
    };
  }

  private once(key: string, draw: () => void): void {
    if (key === this.shown) return;
    this.shown = key;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
    draw();
    if (focused !== undefined)
      [...document.querySelectorAll<HTMLElement>('[data-key]')]
        .find(({ dataset }) => dataset['key'] === focused)
        ?.focus({ preventScroll: true });
  }

  private draw(path: MailPathResult): void {
    const { open } = this.events;
    this.heading.replaceChildren('Mail path of ', this.domainChoice(path));
    if (this.summary.textContent !== path.summary) this.summary.textContent = path.summary;
    const to = path.receiving.map((chain, k) =>
      chainOf(chain, `Mail to ${path.domain}, ${chain[0]?.title ?? ''}`, `to.${k}`, open),
    );
    const sections = [this.section('to', `Mail to ${path.domain}`, to)];
    if (path.sending.length > 0)
      sections.push(
        this.section('from', `Mail from ${path.domain}`, [
          chainOf(path.sending, `Mail from ${path.domain}`, 'from', open),
        ]),
      );
    this.main.replaceChildren(...sections);
  }

  private section(id: string, title: string, chains: readonly HTMLElement[]): HTMLElement {
    return element(
      'section',
      { 'aria-labelledby': `heading-${id}` },
      element(this.level === 1 ? 'h2' : 'h3', { class: 'way', id: `heading-${id}` }, title),
      element('div', { class: 'chains' }, ...chains),
    );
  }

  private domainChoice({ domain, domains }: MailPathResult): HTMLElement {
    const all = domains.includes(domain) ? domains : [domain, ...domains];
    const choice = element(
      'select',
      { 'aria-label': 'Domain', 'data-key': 'domain' },
      ...all.map((one) => element('option', { value: one, ...(one === domain ? { selected: '' } : {}) }, one)),
    );
    choice.addEventListener('change', () => this.events.choose(choice.value));
    return choice;
  }
}

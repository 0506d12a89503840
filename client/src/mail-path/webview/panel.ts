import type { MailPathResult, MailPathState } from '../../../../server/src/lsp/protocol/messages.ts';
import type { Drawn, FromView, ToView, ViewMemory } from '../drawing.ts';
import { element } from './elements.ts';
import { chainOf, markOf, words } from './steps.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): ViewMemory | undefined;
  setState(state: ViewMemory): void;
};

const api = acquireVsCodeApi();
const states: readonly MailPathState[] = ['good', 'doubtful', 'bad', 'unknown'];
const heading = element('h1', {}),
  summary = element('p', { class: 'summary', role: 'status' }),
  main = element('main', {});
document.body.prepend(
  element(
    'header',
    {},
    heading,
    summary,
    element(
      'p',
      { class: 'key', 'aria-hidden': 'true' },
      ...states.map((state) => element('span', {}, markOf(state), words[state])),
    ),
  ),
  main,
);
let shown = '';

function draw(path: MailPathResult): void {
  heading.replaceChildren('Mail path of ', domainChoice(path));
  if (summary.textContent !== path.summary) summary.textContent = path.summary;
  const open = (place: Parameters<typeof chainOf>[3] extends (place: infer P) => void ? P : never): void =>
    api.postMessage({ kind: 'open', place });
  const to = path.receiving.map((chain, k) =>
    chainOf(chain, `Mail to ${path.domain}, ${chain[0]?.title ?? ''}`, `to.${k}`, open),
  );
  const sections = [section('to', `Mail to ${path.domain}`, to)];
  if (path.sending.length > 0)
    sections.push(
      section('from', `Mail from ${path.domain}`, [chainOf(path.sending, `Mail from ${path.domain}`, 'from', open)]),
    );
  main.replaceChildren(...sections);
}

function section(id: string, title: string, chains: readonly HTMLElement[]): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': `heading-${id}` },
    element('h2', { id: `heading-${id}` }, title),
    element('div', { class: 'chains' }, ...chains),
  );
}

function domainChoice({ domain, domains }: MailPathResult): HTMLElement {
  const all = domains.includes(domain) ? domains : [domain, ...domains];
  const choice = element(
    'select',
    { 'aria-label': 'Domain', 'data-key': 'domain' },
    ...all.map((one) => element('option', { value: one, ...(one === domain ? { selected: '' } : {}) }, one)),
  );
  choice.addEventListener('change', () => api.postMessage({ kind: 'domain', domain: choice.value }));
  return choice;
}

function drawnNow(domain: string): Drawn {
  const count = (state: string): number => main.querySelectorAll(`.card.${state}`).length;
  return {
    domain,
    states: Object.fromEntries(states.map((state) => [state, count(state)])),
    buttons: main.querySelectorAll('button.step').length,
  };
}

/** Draws anew only what is new, and leaves the focus where it was. */
function take(message: ToView): void {
  const key = JSON.stringify(message);
  if (key !== shown) {
    shown = key;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
    if (message.kind === 'path') {
      draw(message.path);
      api.setState({ uri: message.uri, domain: message.path.domain });
    } else {
      heading.replaceChildren('Mail path');
      summary.textContent = message.reason;
      main.replaceChildren();
    }
    if (focused !== undefined)
      [...document.querySelectorAll<HTMLElement>('[data-key]')]
        .find(({ dataset }) => dataset['key'] === focused)
        ?.focus({ preventScroll: true });
  }
  api.postMessage({ kind: 'drawn', drawn: drawnNow(message.kind === 'path' ? message.path.domain : '') });
}

// The page's only sender of messages is the editor around it.
addEventListener('message', ({ data }: MessageEvent<ToView>) => take(data));
api.postMessage({ kind: 'ready', memory: api.getState() ?? null });

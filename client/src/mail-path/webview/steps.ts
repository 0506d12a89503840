import type { DocumentPlace, MailPathState, MailPathStep } from '../../../../server/src/lsp/protocol/messages.ts';
import { element } from './elements.ts';

const marks: Readonly<Record<MailPathState, string>> = { good: '✓', doubtful: '!', bad: '✗', unknown: '?' };
export const words: Readonly<Record<MailPathState, string>> = {
  good: 'Good',
  doubtful: 'Doubtful',
  bad: 'Bad',
  unknown: 'Unknown',
};

/** A state for the eye. */
export function markOf(state: MailPathState): Node {
  return element('span', { class: `mark ${state}`, 'aria-hidden': 'true' }, marks[state]);
}

/** A state for the ear. */
function wordOf(state: MailPathState): Node {
  return element('span', { class: 'hidden' }, `${words[state]}: `);
}

export type Open = (place: DocumentPlace) => void;

/** The steps of a chain one below the other, those that a server takes side by side in one row. */
export function chainOf(steps: readonly MailPathStep[], label: string, key: string, open: Open): HTMLElement {
  const rows: MailPathStep[][] = [];
  for (const step of steps) {
    const last = rows.at(-1);
    if (last?.[0]?.kind === step.kind && step.kind === 'address') last.push(step);
    else rows.push([step]);
  }
  return element(
    'ol',
    { class: 'chain', 'aria-label': label },
    ...rows.map((row, r) =>
      element(
        'li',
        {},
        element('div', { class: 'row' }, ...row.map((step, k) => cardOf(step, `${key}.${r}.${k}`, open))),
      ),
    ),
  );
}

function cardOf(step: MailPathStep, key: string, open: Open): HTMLElement {
  const { state, title, reason, place, steps } = step,
    id = `reason-${key}`;
  const heading = element(
    'div',
    { class: 'title' },
    markOf(state),
    ...(place === null ? [wordOf(state), title] : [buttonOf(step, place, key, id, open)]),
  );
  const branches =
    steps.length === 0
      ? []
      : [element('ul', {}, ...steps.map((one, k) => element('li', {}, cardOf(one, `${key}.${k}`, open))))];
  return element(
    'div',
    { class: `card ${state}` },
    heading,
    element('p', { class: 'reason', id }, reason),
    ...branches,
  );
}

/** Its name has the state, which who goes from button to button would not hear else. */
function buttonOf(
  { state, title }: MailPathStep,
  place: DocumentPlace,
  key: string,
  describedBy: string,
  open: Open,
): HTMLElement {
  const button = element(
    'button',
    { class: 'step', type: 'button', 'data-key': key, 'aria-describedby': describedBy, title: 'Go to the record' },
    wordOf(state),
    title,
  );
  button.addEventListener('click', () => open(place));
  return button;
}

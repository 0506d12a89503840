import { element } from '../../../client/src/mail-path/webview/elements.ts';

/** Asks for one line of text in a dialog. Undefined where it was closed without an answer. `problem`: what's wrong with an answer. */
export function ask(
  title: string,
  label: string,
  value: string,
  problem: (answer: string) => string | undefined,
): Promise<string | undefined> {
  const input = element('input', { id: 'answer', type: 'text', spellcheck: 'false', autocomplete: 'off', value }),
    refusal = element('p', { class: 'refusal', role: 'alert' }),
    cancel = element('button', { type: 'button' }, 'Cancel'),
    form = element(
      'form',
      { method: 'dialog' },
      element('h2', { id: 'question' }, title),
      element('label', { for: 'answer' }, label),
      input,
      refusal,
      element('div', { class: 'choices' }, element('button', { type: 'submit', class: 'main' }, 'OK'), cancel),
    ),
    dialog = element('dialog', { 'aria-labelledby': 'question' }, form);
  return new Promise((resolve) => {
    let answer: string | undefined;
    cancel.addEventListener('click', () => dialog.close());
    form.addEventListener('submit', (event) => {
      const wrong = problem(input.value.trim());
      refusal.textContent = wrong ?? '';
      if (wrong === undefined) answer = input.value.trim();
      else event.preventDefault();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    input.select();
  });
}

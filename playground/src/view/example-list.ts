import { element } from '../../../client/src/mail-path/webview/elements.ts';
import { examples, type Example } from '../files/examples.ts';

/** Room for the list beside the editor; below that it's folded. */
const wide = matchMedia('(min-width: 60rem)');

/** The examples, each a button that replaces the files. */
export class ExampleList {
  private readonly buttons = new Map<string, HTMLElement>();

  constructor(host: HTMLDetailsElement, choose: (example: Example) => void) {
    const entries = examples.map((example) => {
      const button = element('button', { type: 'button' }, example.title);
      button.addEventListener('click', () => {
        if (!wide.matches) host.open = false;
        choose(example);
      });
      this.buttons.set(example.folder, button);
      return element('li', {}, button);
    });
    host.append(element('ul', {}, ...entries));
    const fold = (): void => {
      host.open = wide.matches;
    };
    wide.addEventListener('change', fold);
    fold();
  }

  /** Marks the example whose files are on the page. */
  mark(folder: string | undefined): void {
    for (const [name, button] of this.buttons) {
      if (name === folder) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }
}

import * as monaco from 'monaco-editor/editor';
import type { ShowMailPathArguments } from '../../server/src/lsp/protocol/messages.ts';
import { element } from '../../client/src/mail-path/webview/elements.ts';
import { ZoneEditor } from './editor/zone-editor.ts';
import { examples, type Example } from './files/examples.ts';
import type { FileSet } from './files/file-set.ts';
import { listenForFiles, readFiles } from './files/incoming.ts';
import { keep, kept } from './files/kept.ts';
import { fragmentOf, readFragment } from './files/share-link.ts';
import { Workspace } from './files/workspace.ts';
import { toMarker } from './language/convert.ts';
import { Fixes } from './language/fixes.ts';
import type { LanguageServer } from './language/language-server.ts';
import { announcer } from './view/announce.ts';
import { ask } from './view/ask.ts';
import { ExampleList } from './view/example-list.ts';
import { FileList, problemWith } from './view/file-list.ts';
import { FindingList } from './view/finding-list.ts';
import { MailPathPane } from './view/mail-path-pane.ts';
import { Results } from './view/results.ts';

/** Milliseconds of rest after which the files are kept. */
const rest = 800;

/** The example that the page opens with: one mistake, one fix. */
const firstExample = 'mail-flow/broken/1-a-missing';

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element ${id}.`);
  return found;
}

/** The page: its files, its editor, and what's around them. */
export class Playground {
  readonly workspace = new Workspace();
  readonly editor: ZoneEditor;
  private readonly announce = announcer(byId('status'));
  private readonly examples: ExampleList;
  private readonly results: Results;
  private example: Example | undefined;
  private mailPath: MailPathPane | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const { workspace } = this;
    this.editor = new ZoneEditor(byId('editor'), workspace);
    new FileList(byId('files'), workspace, () => this.editor.editor.focus());
    const list = byId('examples');
    if (!(list instanceof HTMLDetailsElement)) throw new Error('The list of examples is a details element.');
    this.examples = new ExampleList(list, (example) => this.openExample(example));
    this.results = new Results(byId('results'), () => this.mailPath?.drawSoon());
    this.addTools(byId('tools'));
    listenForFiles(
      (files) => void this.take(files),
      (text) => this.add(workspace.freeName('pasted.zone'), text),
    );
    workspace.onEdited(() => this.touched());
    workspace.onActivated(() => {
      if (this.example === undefined || this.isChanged(this.example)) this.touched();
    });
    addEventListener('hashchange', () => void this.openLinked());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'F6') this.moveOn(event);
    });
  }

  /** Opens what the address asks for, or else the files of the last visit, or else the first example. */
  async openFirst(): Promise<void> {
    if (await this.openLinked()) return;
    const before = kept(),
      first = examples.find(({ folder }) => folder === firstExample) ?? examples[0];
    if (before !== undefined) this.open(before);
    else if (first !== undefined) this.openExample(first);
  }

  /** Shows what the server finds, and carries out its fixes. */
  connect(server: LanguageServer): Fixes {
    const { workspace, editor, announce, results } = this,
      fixes = new Fixes(server, workspace, editor.editor);
    fixes.onApplied((title) => announce(`Done: ${title}.`));
    server.onDiagnosed((uri) => {
      const model = workspace.at(uri);
      if (model !== undefined)
        monaco.editor.setModelMarkers(model, 'zonewright', server.diagnosticsOf(model).map(toMarker));
    });
    new FindingList(
      results.findings,
      { server, workspace, fixes },
      {
        reveal: (model, range) => editor.reveal(model, range),
        counted: (count) => results.count(count),
        announce,
      },
    );
    const pane = new MailPathPane(
      results.mailPath,
      server,
      workspace,
      (place) => editor.revealPlace(place),
      () => results.showsMailPath,
    );
    this.mailPath = pane;
    monaco.editor.registerCommand('zonewright.showMailPath', (_accessor, given: ShowMailPathArguments) => {
      results.showMailPath();
      pane.show(monaco.Uri.parse(given.uri).toString(), given.domain);
      results.focus();
    });
    return fixes;
  }

  private async openLinked(): Promise<boolean> {
    const linked = await readFragment(location.hash);
    switch (linked.kind) {
      case 'none':
        return false;
      case 'files':
        this.open(linked.files);
        return true;
      case 'example': {
        const example = examples.find(({ folder }) => folder === linked.folder);
        if (example === undefined) this.announce(`There's no example ${linked.folder}.`);
        else this.openExample(example);
        return example !== undefined;
      }
      case 'damaged':
        this.announce('This link is damaged: it was cut or changed on its way.');
        return false;
    }
  }

  private openExample(example: Example): void {
    this.open(example, example);
    history.replaceState(null, '', `#example=${example.folder}`);
  }

  private open(files: FileSet, example?: Example): void {
    this.example = example;
    this.examples.mark(example?.folder);
    this.workspace.replace(files);
  }

  /** A new file joins the files of a person; an example goes. */
  private add(name: string, text: string): void {
    const { workspace } = this;
    if (this.example !== undefined) {
      this.open({ files: [{ name, text }], open: name });
      history.replaceState(null, '', location.pathname);
    } else workspace.activate(workspace.put({ name, text }));
    this.editor.editor.focus();
  }

  private async take(given: Iterable<File>): Promise<void> {
    const { files, refused } = await readFiles(given);
    for (const { name, text } of files) this.add(this.workspace.freeName(name), text);
    const names = files.map(({ name }) => name).join(', ');
    if (files.length > 0 || refused.length > 0)
      this.announce([...(files.length > 0 ? [`Opened ${names}.`] : []), ...refused].join(' '));
  }

  private addTools(host: HTMLElement): void {
    const tool = (title: string, act: () => void, attributes: { readonly class?: string } = {}): HTMLElement => {
      const button = element('button', { type: 'button', ...attributes }, title);
      button.addEventListener('click', act);
      return button;
    };
    const picker = element('input', { type: 'file', multiple: '', hidden: '', 'aria-label': 'Zone files' });
    picker.addEventListener('change', () => {
      void this.take([...(picker.files ?? [])]).then(() => {
        picker.value = '';
      });
    });
    host.append(
      picker,
      tool('New…', () => void this.newFile()),
      tool('Open…', () => picker.click()),
      tool('Format', () => void this.format()),
      tool('Share', () => void this.share(), { class: 'main' }),
    );
  }

  private async newFile(): Promise<void> {
    const { workspace } = this;
    const name = await ask(
      'New file',
      'Name, such as example.com.zone: it says which zone the file holds',
      this.example === undefined ? workspace.freeName('example.com.zone') : 'example.com.zone',
      (answer) => (this.example === undefined ? problemWith(answer, workspace) : problemWith(answer, new Workspace())),
    );
    if (name !== undefined) this.add(name, '');
  }

  private async format(): Promise<void> {
    await this.editor.editor.getAction('editor.action.formatDocument')?.run();
    this.announce('Formatted.');
  }

  /** Puts all files into the address, and the address on the clipboard. */
  private async share(): Promise<void> {
    history.replaceState(null, '', await fragmentOf(this.workspace.set));
    const address = location.href;
    try {
      await navigator.clipboard.writeText(address);
      this.announce('The link is on the clipboard. It holds the files themselves; no server has them.');
    } catch {
      // Not every page may write to the clipboard; the address bar has the link.
      this.announce('The link is in the address bar. It holds the files themselves; no server has them.');
    }
  }

  /** The files are a person's own work now, and no longer what a link or an example says. */
  private touched(): void {
    this.example = undefined;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.example !== undefined) return;
      keep(this.workspace.set);
      if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
    }, rest);
  }

  private isChanged({ files }: Example): boolean {
    const now = this.workspace.set.files;
    return (
      now.length !== files.length || now.some(({ name, text }, k) => files[k]?.name !== name || files[k].text !== text)
    );
  }

  /** From the editor to the results, on to the examples and back. */
  private moveOn(event: KeyboardEvent): void {
    event.preventDefault();
    const inside = (id: string): boolean => byId(id).contains(document.activeElement);
    if (inside('editor')) this.results.focus();
    else if (inside('results')) byId('examples').querySelector('summary')?.focus();
    else this.editor.editor.focus();
  }
}

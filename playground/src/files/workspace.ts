import * as monaco from 'monaco-editor/editor';
import type { FileSet, NamedText } from './file-set.ts';

export type Model = monaco.editor.ITextModel;

/** The language of a file by its name. */
function languageOf(name: string): string {
  if (/\.json$/.test(name)) return 'plaintext';
  return /(^|\/)(named|nsd|knot)[^/]*\.conf$|(^|\/)mta-sts\.txt$/.test(name) ? 'plaintext' : 'dns-zone';
}

/** The files on the page. Each is a text model; the one that's shown is `active`. */
export class Workspace {
  /** The folder that the files are in, for the language server. A new set of files gets a new one. */
  folder = '';
  private sets = 0;
  private models: readonly Model[] = [];
  private shown: Model | undefined;
  private readonly opened = new monaco.Emitter<Model>();
  private readonly closed = new monaco.Emitter<Model>();
  private readonly edited = new monaco.Emitter<{
    readonly model: Model;
    readonly event: monaco.editor.IModelContentChangedEvent;
  }>();
  private readonly activated = new monaco.Emitter<void>();
  private readonly folderMoved = new monaco.Emitter<{ readonly from: string; readonly to: string }>();
  readonly onOpened = this.opened.event;
  readonly onClosed = this.closed.event;
  readonly onEdited = this.edited.event;
  /** Another file is shown, or the list of files is another one. */
  readonly onActivated = this.activated.event;
  /** All files go, and those of another folder come. */
  readonly onFolderMoved = this.folderMoved.event;

  get files(): readonly Model[] {
    return this.models;
  }

  get active(): Model | undefined {
    return this.shown;
  }

  get set(): FileSet {
    const files = this.models.map((model) => ({ name: this.nameOf(model), text: model.getValue() }));
    return { files, open: this.shown === undefined ? '' : this.nameOf(this.shown) };
  }

  nameOf({ uri }: { readonly uri: monaco.Uri }): string {
    return uri.path.slice(monaco.Uri.parse(this.folder).path.length + 1);
  }

  named(name: string): Model | undefined {
    return this.models.find((model) => this.nameOf(model) === name);
  }

  /** By its address as the language server writes it. */
  at(uri: string): Model | undefined {
    const wanted = monaco.Uri.parse(uri).toString();
    return this.models.find((model) => model.uri.toString() === wanted);
  }

  /** Replaces all files by others. */
  replace({ files, open }: FileSet): void {
    const before = this.models,
      from = this.folder;
    this.sets += 1;
    for (const model of before) this.closed.fire(model);
    this.models = [];
    this.shown = undefined;
    this.folder = `file:///playground-${this.sets}`;
    this.folderMoved.fire({ from, to: this.folder });
    for (const file of files) this.open(file);
    this.activate(this.named(open) ?? this.models[0]);
    for (const model of before) model.dispose();
  }

  /** Adds a file, or changes the text of the one that has its name already. */
  put({ name, text }: NamedText): Model {
    const old = this.named(name);
    if (old === undefined) {
      const made = this.open({ name, text });
      this.activated.fire();
      return made;
    }
    old.pushEditOperations([], [{ range: old.getFullModelRange(), text }], () => null);
    return old;
  }

  rename(model: Model, name: string): void {
    const place = this.models.indexOf(model),
      text = model.getValue();
    this.remove(model);
    const renamed = this.open({ name, text });
    this.models = this.models.filter((other) => other !== renamed).toSpliced(place, 0, renamed);
    this.activate(renamed);
  }

  remove(model: Model): void {
    const place = this.models.indexOf(model);
    this.closed.fire(model);
    this.models = this.models.filter((other) => other !== model);
    if (this.shown === model) this.activate(this.models[Math.min(place, this.models.length - 1)]);
    else this.activated.fire();
    model.dispose();
  }

  activate(model: Model | undefined): void {
    this.shown = model;
    this.activated.fire();
  }

  /** A name that no file has yet, made of one that's wanted: "pasted.zone", "pasted-2.zone", … */
  freeName(wanted: string): string {
    const [, stem = wanted, ending = ''] = /^(.+?)(\.[^./]+)?$/.exec(wanted) ?? [];
    for (let k = 1; ; k++) {
      const name = k === 1 ? wanted : `${stem}-${k}${ending}`;
      if (this.named(name) === undefined) return name;
    }
  }

  private open({ name, text }: NamedText): Model {
    const path = name.split('/').map(encodeURIComponent).join('/');
    const model = monaco.editor.createModel(text, languageOf(name), monaco.Uri.parse(`${this.folder}/${path}`));
    model.updateOptions({ tabSize: 8, insertSpaces: false });
    model.onDidChangeContent((event) => this.edited.fire({ model, event }));
    this.models = [...this.models, model];
    this.opened.fire(model);
    return model;
  }
}

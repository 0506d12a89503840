import * as monaco from 'monaco-editor/editor';
import type { DocumentPlace } from '../../../server/src/lsp/protocol/messages.ts';
import languageConfiguration from '../../../language-configuration.json' with { type: 'json' };
import type { Model, Workspace } from '../files/workspace.ts';
import { fromRange } from '../language/convert.ts';
import './features.ts';

const LANGUAGE = 'dns-zone';

/** Says what a zone file is: brackets, comments, and what counts as a word. */
export function registerLanguage(): void {
  const { comments, wordPattern, surroundingPairs, autoClosingPairs } = languageConfiguration;
  monaco.languages.register({ id: LANGUAGE });
  monaco.languages.setLanguageConfiguration(LANGUAGE, {
    comments,
    brackets: [['(', ')']],
    autoClosingPairs,
    surroundingPairs: surroundingPairs.flatMap(([open, close]) =>
      open === undefined || close === undefined ? [] : [{ open, close }],
    ),
    wordPattern: new RegExp(wordPattern),
  });
}

/** The one editor of the page. It shows the workspace's active file, and remembers where in each file a person was. */
export class ZoneEditor {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly workspace: Workspace;
  private readonly views = new WeakMap<Model, monaco.editor.ICodeEditorViewState>();

  constructor(host: HTMLElement, workspace: Workspace) {
    this.workspace = workspace;
    this.editor = monaco.editor.create(host, {
      model: null,
      automaticLayout: true,
      fontSize: 14,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      renderWhitespace: 'selection',
      'semanticHighlighting.enabled': true,
      wordBasedSuggestions: 'off',
      quickSuggestions: { strings: 'on', comments: 'off', other: 'on' },
      formatOnType: true,
      fixedOverflowWidgets: true,
      stickyScroll: { enabled: false },
      guides: { indentation: false },
      lineNumbersMinChars: 3,
      padding: { top: 8 },
      unicodeHighlight: { ambiguousCharacters: false },
    });
    workspace.onActivated(() => this.showActive());
    workspace.onClosed((model) => {
      if (this.editor.getModel() === model) this.editor.setModel(null);
    });
    // A definition, or the other place of a finding, may be in another file.
    monaco.editor.registerEditorOpener({
      openCodeEditor: (_source, resource, at) => {
        const model = workspace.at(resource.toString());
        if (model === undefined) return false;
        const range = at === undefined ? undefined : 'lineNumber' in at ? monaco.Range.fromPositions(at) : at;
        this.reveal(model, range);
        return true;
      },
    });
  }

  /** Shows a place in a file, selects it, and leaves the cursor there. */
  reveal(model: Model, range: monaco.IRange | undefined): void {
    this.workspace.activate(model);
    if (range !== undefined) {
      this.editor.setSelection(range);
      this.editor.revealRangeInCenterIfOutsideViewport(range);
    }
    this.editor.focus();
  }

  revealPlace({ uri, range }: DocumentPlace): void {
    const model = this.workspace.at(uri);
    if (model !== undefined) this.reveal(model, fromRange(range));
  }

  private showActive(): void {
    const { editor, workspace } = this,
      next = workspace.active ?? null,
      before = editor.getModel();
    if (before === next) return;
    const view = editor.saveViewState();
    if (before !== null && view !== null) this.views.set(before, view);
    editor.setModel(next);
    if (next === null) return;
    editor.updateOptions({ ariaLabel: `${workspace.nameOf(next)}. Press F6 to leave the editor.` });
    editor.restoreViewState(this.views.get(next) ?? null);
  }
}

import { rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type {
  ClientCapabilities,
  CodeLens,
  Diagnostic,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { Editor } from '../lsp/editor.ts';
import { edit, placed, reverseText, zoneText } from './zone-texts.ts';
import type { RandomEdit } from './zone-texts.ts';

/** The files of a folder that refer to each other, by path. */
const names = [
  'example.com.zone',
  '2.0.192.in-addr.arpa.zone',
  'part.inc',
  'internal/example.com.zone',
  'example.net.zone',
  'missing.inc',
] as const;
type Name = (typeof names)[number];

const configurations: readonly (string | undefined)[] = [
  undefined,
  'zone "example.com" { type primary; file "example.com.zone"; };\n',
  'view "internal" { zone "example.com" { type primary; file "internal/example.com.zone"; }; zone "2.0.192.in-addr.arpa" { type primary; file "2.0.192.in-addr.arpa.zone"; }; };\n' +
    'view "external" { zone "example.com" { type primary; file "example.com.zone"; }; };\n',
  'zone "example.org" { type primary; file "example.com.zone"; };\nzone "example.net" { type secondary; file "example.net.zone"; };\n',
];
const settings: readonly (string | undefined)[] = [
  undefined,
  '{ "profile": "all" }',
  '{ "rules": { "rrset/*": "off" } }',
  '{ "zones": { "example.com.zone": "example.org" } }',
];

export type Step =
  | { readonly kind: 'edit'; readonly name: Name; readonly edits: readonly RandomEdit[]; readonly settles: boolean }
  | { readonly kind: 'open' | 'close' | 'delete'; readonly name: Name }
  | { readonly kind: 'write'; readonly name: Name; readonly text: string; readonly told: boolean }
  | { readonly kind: 'configuration' | 'settings'; readonly choice: number }
  | { readonly kind: 'look'; readonly name: Name };

export interface World {
  readonly texts: Readonly<Partial<Record<Name, string>>>;
  readonly opened: readonly Name[];
  readonly configuration: number;
  readonly settings: number;
  readonly steps: readonly Step[];
}

const partText = zoneText.map((text) => text.split('\n').slice(2, 9).join('\n')),
  otherText = zoneText.map((text) => text.replaceAll('ns1', 'ns1.example.com.'));
const textOf: Readonly<Record<Name, fc.Arbitrary<string>>> = {
  'example.com.zone': zoneText,
  '2.0.192.in-addr.arpa.zone': reverseText,
  'part.inc': partText,
  'internal/example.com.zone': zoneText,
  'example.net.zone': otherText,
  'missing.inc': partText,
};
const anyName = fc.constantFrom<Name>(...names, 'example.com.zone', 'example.com.zone', 'part.inc'),
  anyText = fc.oneof(zoneText, partText, reverseText);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      name: anyName,
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
      settles: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('open' as const, 'close' as const), name: anyName }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), name: anyName }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      name: anyName,
      text: anyText,
      told: fc.constant(true),
    }),
  },
  // What only an include names may come without a word of the editor.
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      name: fc.constant('missing.inc' as const),
      text: partText,
      told: fc.constant(false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('configuration' as const, 'settings' as const),
      choice: fc.nat({ max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), name: anyName }) },
);

const texts: fc.Arbitrary<World['texts']> = fc.record(textOf, { requiredKeys: ['example.com.zone'] });

export const anyWorld: fc.Arbitrary<World> = fc.record({
  texts,
  opened: fc.uniqueArray(anyName, { minLength: 1, maxLength: 4 }),
  configuration: fc.nat({ max: 3 }),
  settings: fc.nat({ max: 3 }),
  steps: fc.array(step, { minLength: 1, maxLength: 10 }),
});

/** An editor that asks when it wants to know: nothing that is being typed is held back. */
const asking: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    diagnostic: { relatedDocumentSupport: true, relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};
/** What this rule says hangs on what the server saw before a file was saved. */
const editorSettings = { profile: 'all', rules: { 'zone/serial-unchanged': 'off' } };

type Picture = Readonly<Record<string, unknown>>;

const CONFIGURATION = 'named.conf',
  SETTINGS = '.zonewright.json';

/** A server that lives through a world's steps, and those that come late and see only how it ended. */
export class Lived {
  private readonly editor: Editor;
  private readonly disk = new Map<string, string>();

  private constructor(editor: Editor) {
    this.editor = editor;
  }

  static async start({ texts, opened, configuration, settings: chosen }: World): Promise<Lived> {
    const files = new Map<string, string>(Object.entries(texts));
    const conf = configurations[configuration],
      json = settings[chosen];
    if (conf !== undefined) files.set(CONFIGURATION, conf);
    if (json !== undefined) files.set(SETTINGS, json);
    const editor = await Editor.start({
        files: Object.fromEntries(files),
        capabilities: asking,
        settings: editorSettings,
      }),
      lived = new Lived(editor);
    for (const [name, text] of files) lived.disk.set(name, text);
    for (const name of opened) lived.open(name);
    return lived;
  }

  private open(name: Name): void {
    if (!this.editor.texts.has(name)) this.editor.open(name, this.disk.get(name) ?? '');
  }

  async take(step: Step): Promise<void> {
    const { editor } = this;
    switch (step.kind) {
      case 'edit': {
        const document = editor.texts.get(step.name);
        if (document === undefined) return;
        let { text } = document;
        const changes = step.edits.map((random) => {
          const { range, replacement, after } = placed(text, random);
          text = after;
          return { range, newText: replacement };
        });
        editor.change(step.name, ...changes);
        document.text = text;
        if (step.settles) await editor.report(step.name);
        return;
      }
      case 'open':
        this.open(step.name);
        return;
      case 'close':
        if (editor.texts.has(step.name)) editor.close(step.name);
        return;
      case 'look':
        if (editor.texts.has(step.name)) await editor.report(step.name);
        return;
      case 'delete':
        await this.put(step.name, undefined, true);
        return;
      case 'write':
        await this.put(step.name, step.text, step.told);
        return;
      case 'configuration':
        await this.put(CONFIGURATION, configurations[step.choice], true);
        return;
      case 'settings':
        await this.put(SETTINGS, settings[step.choice], true);
    }
  }

  private async put(name: string, text: string | undefined, told: boolean): Promise<void> {
    const before = this.disk.get(name);
    if (text === undefined) {
      if (before === undefined) return;
      this.disk.delete(name);
      await rm(path.join(this.editor.folder, name));
    } else {
      this.disk.set(name, text);
      await this.editor.write(name, text);
    }
    if (told) this.editor.tellChanges({ [name]: text === undefined ? 3 : before === undefined ? 1 : 2 });
  }

  /** What is seen now, and what a server sees that is started now. */
  async pictures(): Promise<{ readonly lived: Picture; readonly fresh: Picture }> {
    const lived = await pictureOf(this.editor),
      late = await Editor.start({ at: this.editor.folder, capabilities: asking, settings: editorSettings });
    for (const [name, { text }] of this.editor.texts) late.open(name, text);
    const fresh = await pictureOf(late);
    await late.connection.stop();
    return { lived, fresh };
  }

  async end(): Promise<void> {
    await this.editor.stop();
  }
}

/** Everything that an editor shows of its documents without being asked. */
async function pictureOf(editor: Editor): Promise<Picture> {
  const picture: Record<string, unknown> = {},
    { items } = await editor.workspaceReport();
  for (const report of items)
    if (report.kind === 'full') picture[`problems ${fileOf(editor, report)}`] = problemsOf(report.items);
  for (const name of [...editor.texts.keys()].toSorted()) {
    const uri = editor.uri(name),
      of = <T>(method: string): Promise<T> =>
        editor.connection.request<T>(`textDocument/${method}`, { textDocument: { uri } });
    picture[`diagnostics ${name}`] = problemsOf(await editor.diagnostics(name));
    picture[`symbols ${name}`] = await of('documentSymbol');
    picture[`tokens ${name}`] = (await of<{ readonly data: readonly number[] }>('semanticTokens/full')).data;
    picture[`links ${name}`] = await of('documentLink');
    picture[`folds ${name}`] = await of('foldingRange');
    const lenses = await of<readonly CodeLens[]>('codeLens');
    picture[`lenses ${name}`] = await Promise.all(
      lenses.map((lens) => editor.connection.request<CodeLens>('codeLens/resolve', lens)),
    );
    picture[`status ${name}`] = await editor.connection.request('zonewright/zoneStatus', { uri });
  }
  return picture;
}

const fileOf = (editor: Editor, { uri }: WorkspaceDocumentDiagnosticReport): string =>
  uri.slice(editor.uri('').length).replace(/^\//, '');

const problemsOf = (items: readonly Diagnostic[]): readonly string[] =>
  items
    .map(({ range: { start, end }, code, severity, message, data, relatedInformation }) =>
      JSON.stringify([
        `${start.line}:${start.character}-${end.line}:${end.character}`,
        code,
        severity,
        message,
        data,
        relatedInformation,
      ]),
    )
    .toSorted();

import * as monaco from 'monaco-editor/editor';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  LocationLink,
  PrepareRenameResult,
  SemanticTokens,
  ServerCapabilities,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/browser';
import { completionFrom } from './completion.ts';
import { fromEdit, fromMarkup, fromRange, toPosition, toRange } from './convert.ts';
import type { Fixes } from './fixes.ts';
import type { LanguageServer } from './language-server.ts';

const LANGUAGE = 'dns-zone';
const APPLY_FIX = 'zonewright.applyFix';

const at = (model: monaco.editor.ITextModel, position: monaco.IPosition): object => ({
  textDocument: { uri: model.uri.toString() },
  position: toPosition(position),
});
const document = (model: monaco.editor.ITextModel): object => ({ textDocument: { uri: model.uri.toString() } });

/** Lets the editor ask the server for whatever it shows beside findings. */
export function registerProviders(server: LanguageServer, fixes: Fixes, capabilities: ServerCapabilities): void {
  const { languages } = monaco;
  languages.registerCompletionItemProvider(
    LANGUAGE,
    completionFrom(server, capabilities.completionProvider?.triggerCharacters ?? []),
  );
  registerReading(server, capabilities);
  registerNames(server);
  registerChanges(server, fixes);
}

/** What explains and shows a file: hovers, signatures, outline, folding, colors, lenses. */
function registerReading(server: LanguageServer, capabilities: ServerCapabilities): void {
  const { languages } = monaco;
  languages.registerHoverProvider(LANGUAGE, {
    async provideHover(model, position, token) {
      const hover = await server.request<Hover | null>('textDocument/hover', at(model, position), token);
      if (hover === null || typeof hover.contents === 'string' || !('kind' in hover.contents)) return null;
      return {
        contents: [fromMarkup(hover.contents)],
        ...(hover.range === undefined ? {} : { range: fromRange(hover.range) }),
      };
    },
  });
  languages.registerSignatureHelpProvider(LANGUAGE, {
    signatureHelpTriggerCharacters: capabilities.signatureHelpProvider?.triggerCharacters ?? [],
    async provideSignatureHelp(model, position, token) {
      const help = await server.request<SignatureHelp | null>('textDocument/signatureHelp', at(model, position), token);
      if (help === null) return null;
      const signatures = help.signatures.map(({ label, documentation, parameters = [] }) => ({
        label,
        ...(documentation === undefined ? {} : { documentation: fromMarkup(documentation) }),
        parameters: parameters.map((parameter) => ({
          label: parameter.label,
          ...(parameter.documentation === undefined ? {} : { documentation: fromMarkup(parameter.documentation) }),
        })),
      }));
      return {
        value: {
          signatures,
          activeSignature: help.activeSignature ?? 0,
          activeParameter: help.activeParameter ?? 0,
        },
        dispose: () => undefined,
      };
    },
  });
  languages.registerFoldingRangeProvider(LANGUAGE, {
    async provideFoldingRanges(model, _context, token) {
      const ranges = await server.request<readonly FoldingRange[] | null>(
        'textDocument/foldingRange',
        document(model),
        token,
      );
      return (ranges ?? []).map(({ startLine, endLine }) => ({ start: startLine + 1, end: endLine + 1 }));
    },
  });
  languages.registerDocumentSymbolProvider(LANGUAGE, {
    async provideDocumentSymbols(model, token) {
      const symbols = await server.request<readonly DocumentSymbol[] | null>(
        'textDocument/documentSymbol',
        document(model),
        token,
      );
      return (symbols ?? []).map(toSymbol);
    },
  });
  registerTokens(server, capabilities);
  const lenses = new monaco.Emitter<monaco.languages.CodeLensProvider>();
  const provider: monaco.languages.CodeLensProvider = {
    onDidChange: lenses.event,
    async provideCodeLenses(model, token) {
      const found = await server.request<readonly CodeLens[] | null>('textDocument/codeLens', document(model), token),
        whole = await Promise.all(
          (found ?? []).map((lens) => server.request<CodeLens>('codeLens/resolve', lens, token)),
        );
      return {
        lenses: whole.flatMap(({ range, command }) =>
          command === undefined || command.title === ''
            ? []
            : [
                {
                  range: fromRange(range),
                  command: {
                    id: command.command,
                    title: command.title,
                    ...(command.arguments === undefined ? {} : { arguments: command.arguments }),
                  },
                },
              ],
        ),
        dispose: () => undefined,
      };
    },
  };
  server.onMailChanged(() => lenses.fire(provider));
  languages.registerCodeLensProvider(LANGUAGE, provider);
}

function registerTokens(server: LanguageServer, { semanticTokensProvider }: ServerCapabilities): void {
  if (semanticTokensProvider === undefined) return;
  const { tokenTypes, tokenModifiers } = semanticTokensProvider.legend;
  monaco.languages.registerDocumentSemanticTokensProvider(LANGUAGE, {
    getLegend: () => ({ tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }),
    async provideDocumentSemanticTokens(model, _last, token) {
      const { data } = await server.request<SemanticTokens>('textDocument/semanticTokens/full', document(model), token);
      return { data: Uint32Array.from(data) };
    },
    releaseDocumentSemanticTokens: () => undefined,
  });
}

/** The protocol counts kinds from 1, the editor from 0, in one order. */
const toSymbol = ({
  name,
  detail,
  kind,
  range,
  selectionRange,
  children,
}: DocumentSymbol): monaco.languages.DocumentSymbol => ({
  name,
  detail: detail ?? '',
  kind: kind - 1,
  tags: [],
  range: fromRange(range),
  selectionRange: fromRange(selectionRange),
  ...(children === undefined ? {} : { children: children.map(toSymbol) }),
});

/** Where a name is defined and used, and giving it another one. */
function registerNames(server: LanguageServer): void {
  const { languages } = monaco;
  const toLocation = (one: Location | LocationLink): monaco.languages.Location =>
    'targetUri' in one
      ? { uri: monaco.Uri.parse(one.targetUri), range: fromRange(one.targetSelectionRange) }
      : { uri: monaco.Uri.parse(one.uri), range: fromRange(one.range) };
  languages.registerDefinitionProvider(LANGUAGE, {
    async provideDefinition(model, position, token) {
      const found = await server.request<Location | readonly (Location | LocationLink)[] | null>(
        'textDocument/definition',
        at(model, position),
        token,
      );
      if (found === null) return null;
      return 'uri' in found ? [toLocation(found)] : found.map(toLocation);
    },
  });
  languages.registerDocumentHighlightProvider(LANGUAGE, {
    async provideDocumentHighlights(model, position, token) {
      const found = await server.request<readonly DocumentHighlight[] | null>(
        'textDocument/documentHighlight',
        at(model, position),
        token,
      );
      return (found ?? []).map(({ range }) => ({ range: fromRange(range) }));
    },
  });
  languages.registerRenameProvider(LANGUAGE, {
    async provideRenameEdits(model, position, newName, token) {
      const edit = await server.request<WorkspaceEdit | null>(
        'textDocument/rename',
        { ...at(model, position), newName },
        token,
      );
      return { edits: edit === null ? [] : toWorkspaceEdits(edit) };
    },
    async resolveRenameLocation(model, position, token) {
      const found = await server.request<PrepareRenameResult | null>(
        'textDocument/prepareRename',
        at(model, position),
        token,
      );
      const range = found === null || 'defaultBehavior' in found ? undefined : 'range' in found ? found.range : found;
      if (range === undefined)
        return {
          range: fromRange(toRange(monaco.Range.fromPositions(position))),
          text: '',
          rejectReason: "This isn't a name.",
        };
      return { range: fromRange(range), text: model.getValueInRange(fromRange(range)) };
    },
  });
}

function toWorkspaceEdits({
  documentChanges = [],
  changes = {},
}: WorkspaceEdit): monaco.languages.IWorkspaceTextEdit[] {
  const all = [
    ...Object.entries(changes),
    ...documentChanges.flatMap((change): [string, readonly TextEdit[]][] =>
      'kind' in change
        ? []
        : [[change.textDocument.uri, change.edits.filter((edit): edit is TextEdit => 'newText' in edit)]],
    ),
  ];
  return all.flatMap(([uri, edits]) =>
    edits.map((edit) => ({ resource: monaco.Uri.parse(uri), textEdit: fromEdit(edit), versionId: undefined })),
  );
}

/** What changes a file: the light bulb and the formatter. */
function registerChanges(server: LanguageServer, fixes: Fixes): void {
  const { languages } = monaco;
  languages.registerCodeActionProvider(
    LANGUAGE,
    {
      async provideCodeActions(model, range, { only }, token) {
        const actions = await fixes.at(
          model.uri.toString(),
          toRange(range),
          [],
          only === undefined ? undefined : [only],
          token,
        );
        return {
          actions: actions.map((action) => ({
            title: action.title,
            ...(action.kind === undefined ? {} : { kind: action.kind }),
            ...(action.isPreferred === undefined ? {} : { isPreferred: action.isPreferred }),
            command: { id: APPLY_FIX, title: action.title, arguments: [action] },
          })),
          dispose: () => undefined,
        };
      },
    },
    { providedCodeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.zonewright'] },
  );
  monaco.editor.registerCommand(APPLY_FIX, (_accessor, action) => void fixes.apply(action));
  const options = ({ tabSize, insertSpaces }: monaco.languages.FormattingOptions): object => ({
    options: { tabSize, insertSpaces },
  });
  languages.registerDocumentFormattingEditProvider(LANGUAGE, {
    async provideDocumentFormattingEdits(model, how, token) {
      const edits = await server.request<readonly TextEdit[] | null>(
        'textDocument/formatting',
        { ...document(model), ...options(how) },
        token,
      );
      return (edits ?? []).map(fromEdit);
    },
  });
  languages.registerOnTypeFormattingEditProvider(LANGUAGE, {
    autoFormatTriggerCharacters: ['\n'],
    async provideOnTypeFormattingEdits(model, position, ch, how, token) {
      const edits = await server.request<readonly TextEdit[] | null>(
        'textDocument/onTypeFormatting',
        { ...at(model, position), ch, ...options(how) },
        token,
      );
      return (edits ?? []).map(fromEdit);
    },
  });
}

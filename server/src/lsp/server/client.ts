import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/messages.ts';

/** What the editor at the other end can do. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedDocuments: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly watchesConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  /** An edit may name versions, and make files. */
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  /** How an edit with tab stops is handed over. */
  readonly snippetEdits: 'command' | 'standard' | 'none';
  /** Which members of a code action can wait until it is chosen. */
  readonly resolvesEdits: boolean;
  readonly resolvesCommands: boolean;
  readonly codeActionLiterals: boolean;
  readonly definitionLinks: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly completionSnippets: boolean;
  readonly foldingLimit: number;
  readonly ownFileRequests: boolean;
  /** It shows the way of mail when a code lens is clicked. */
  readonly showsMailPath: boolean;
  readonly refreshesCodeLenses: boolean;
  /** It shows references when a code lens is clicked. */
  readonly showsReferences: boolean;
  readonly appliesEdits: boolean;
  readonly willSaveWaitUntil: boolean;
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { textDocument, workspace } = capabilities,
    own = (initializationOptions ?? {}) as InitializationOptions;
  const action = textDocument?.codeAction,
    resolvable = action?.resolveSupport?.properties ?? [],
    changes = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedDocuments: textDocument?.diagnostic?.relatedDocumentSupport === true,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    documentChanges: changes?.documentChanges === true,
    createsFiles: changes?.resourceOperations?.includes('create') === true,
    snippetEdits:
      own.snippetCommand === true
        ? 'command'
        : changes?.snippetEditSupport === true && changes.documentChanges === true
          ? 'standard'
          : 'none',
    resolvesEdits: action?.dataSupport === true && resolvable.includes('edit'),
    resolvesCommands: action?.dataSupport === true && resolvable.includes('command'),
    codeActionLiterals: action?.codeActionLiteralSupport !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? 5000,
    ownFileRequests: own.fileRequests === true,
    showsMailPath: own.mailPath === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    showsReferences: own.references === true,
    appliesEdits: workspace?.applyEdit === true,
    willSaveWaitUntil: textDocument?.synchronization?.willSaveWaitUntil === true,
  };
}

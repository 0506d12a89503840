import { FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import type { Connection, DocumentSymbol, FoldingRange, SymbolInformation } from 'vscode-languageserver';
import { foldsOf } from '../../ide/folding.ts';
import type { OutlineItem } from '../../ide/outline.ts';
import { outlineByType, outlineOf } from '../../ide/outline.ts';
import type { Session } from '../server/lsp-session.ts';
import { inSlices } from '../server/slices.ts';

/** An outline of more records than this helps nobody, and takes its time. */
const MOST_ITEMS = 5000;
/** Octets of a file above which nothing is folded: editors don't fold such files either. */
const LARGEST_FOLDED = 1 << 24;

const KINDS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  apex: SymbolKind.Namespace,
  name: SymbolKind.Class,
  record: SymbolKind.Field,
  directive: SymbolKind.Constant,
  type: SymbolKind.Enum,
};
const FOLDS = {
  entry: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
  whole: undefined,
} as const;

export function listenForOutline(connection: Connection, session: Session): void {
  connection.onDocumentSymbol(async ({ textDocument: { uri } }): Promise<DocumentSymbol[] | SymbolInformation[]> => {
    const place = await session.place(uri);
    if (place === undefined) return [];
    const outline = session.configuration.features(place.held.key).outline === 'type' ? outlineByType : outlineOf,
      items = outline(place.linted.zone, place.held.cut(), MOST_ITEMS);
    return session.abilities.hierarchicalSymbols
      ? items.map(symbolOf)
      : items.map(({ name, kind, range }) => ({ name, kind: KINDS[kind], location: { uri, range } }));
  });
  connection.onFoldingRanges(async ({ textDocument: { uri } }): Promise<FoldingRange[]> => {
    const held = session.texts.get(uri);
    if (held === undefined || held.byteLength > LARGEST_FOLDED) return [];
    const folds = await inSlices(session, held, foldsOf(held.cut(), session.abilities.foldingLimit));
    return folds.map(({ first, last, kind }) => {
      const ofKind = FOLDS[kind];
      return { startLine: first, endLine: last, ...(ofKind === undefined ? {} : { kind: ofKind }) };
    });
  });
}

function symbolOf({ name, detail, kind, range, selection, children }: OutlineItem): DocumentSymbol {
  // A symbol without a name is refused by editors.
  return {
    name: name === '' ? '.' : name,
    detail,
    kind: KINDS[kind],
    range,
    selectionRange: selection,
    children: children.map(symbolOf),
  };
}

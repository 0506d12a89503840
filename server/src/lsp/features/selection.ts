import type { Connection, LinkedEditingRanges, SelectionRange } from 'vscode-languageserver';
import { linkedNames } from '../../ide/linked-names.ts';
import { selectionRanges } from '../../ide/selection-ranges.ts';
import type { Session } from '../server/lsp-session.ts';

/** What a name may be typed with: other characters end the linked editing. */
const WORD = '[A-Za-z0-9_*.-]+';

/** What a selection grows to, and names that are typed in several places at once. */
export function listenForSelection(connection: Connection, session: Session): void {
  connection.onSelectionRanges(async ({ textDocument: { uri }, positions }): Promise<SelectionRange[]> => {
    const place = await session.place(uri);
    if (place === undefined) return [];
    return positions.map((position) => {
      const ranges = selectionRanges(place.linted.zone, place.held.cut(), position);
      let around: SelectionRange | undefined;
      for (const range of ranges.toReversed()) around = { range, ...(around === undefined ? {} : { parent: around }) };
      return around ?? { range: { start: position, end: position } };
    });
  });
  connection.languages.onLinkedEditingRange(
    async ({ textDocument: { uri }, position }): Promise<LinkedEditingRanges | null> => {
      const place = await session.place(uri),
        ranges = place === undefined ? [] : linkedNames(place.linted.zone, place.held.cut(), position);
      return ranges.length === 0 ? null : { ranges: [...ranges], wordPattern: WORD };
    },
  );
}

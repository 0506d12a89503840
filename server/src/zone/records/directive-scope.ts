import type { NameId } from '../../names/name-tree.ts';
import type { RdataProblem } from '../rrtypes/fields/rdata.ts';
import type { SourceText } from '../syntax/source-text.ts';
import type { EntryReader } from './entry-reader.ts';
import type { IncludeRefusal } from './include-host.ts';

/** How much a zone may include: so many files, of which each counts once more for each step of text (`INCLUDE_STEP`). Files that each include the next one twice would otherwise be a billion. */
export const MOST_INCLUDED = 1 << 14;

/** What a directive may ask of the file that it stands in. */
export interface DirectiveScope {
  /** The text behind an `$INCLUDE`, or why there is none. */
  findInclude(fileName: string): SourceText | IncludeRefusal | 'cycle' | 'depth' | 'limit';
  include(text: SourceText, origin: NameId, start: number, end: number): void;
  /** How many records `$GENERATE` may still make. */
  readonly generateBudget: number;
  generate(lines: Uint8Array, start: number, end: number): readonly RdataProblem[];
}

/** Reports tokens behind the last argument. */
export function noMore(
  reader: EntryReader,
  code: 'dir/generate-syntax' | 'dir/ttl-extra' | 'dir/origin-extra' | 'dir/include-extra',
  from: number,
  to: number,
): void {
  if (from < to)
    reader.report(code, 'extra', reader.tokens[from]!, reader.tokens[to - 1]! >> 3, { text: reader.tokenText(from) });
}

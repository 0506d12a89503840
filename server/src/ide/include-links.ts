import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { TextRange } from '../text/positions.ts';
import { blocksOf, entriesOf, rangeIn } from './entry-at.ts';

export interface IncludeLink {
  readonly range: TextRange;
  readonly uri: string;
}

/** The file names of `$INCLUDE` whose files were found. */
export function includeLinks(zone: Zone, text: SourceText): readonly IncludeLink[] {
  const links: IncludeLink[] = [];
  for (const block of blocksOf(zone, text)) {
    if (block.includes.length === 0) continue;
    for (const { tokens } of entriesOf(block)) {
      const file = block.includes.find(({ includedBy }) => includedBy?.start === tokens[0]?.start),
        name = tokens[1];
      if (file !== undefined && name !== undefined)
        links.push({ range: rangeIn(block, name.start, name.end), uri: file.uri });
    }
  }
  return links;
}

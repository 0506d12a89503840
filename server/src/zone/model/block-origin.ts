import type { NameId } from '../../names/name-tree.ts';
import type { Block } from './block.ts';

/** What relative names are completed with at a byte of a block, where no directive begins. */
export function originAt({ start: { origin }, directives }: Block, offset: number): NameId {
  let low = 0,
    high = directives.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (directives[middle]!.start >= offset) high = middle;
    else low = middle + 1;
  }
  return low === 0 ? origin : directives[low - 1]!.origin;
}

import type { RecordId } from '../records/record-table.ts';
import type { Block } from './block.ts';
import type { Zone } from './zone.ts';

/** Compares where two records stand: in the order in which a server reads them, an included file at its `$INCLUDE`. */
export function textOrder(zone: Zone, a: RecordId, b: RecordId): number {
  const first = zone.blockOf(a),
    second = zone.blockOf(b),
    { offset } = zone.records;
  if (first === second) return offset[a]! - offset[b]!;
  if (first.file === second.file && first.anchor === undefined && second.anchor === undefined)
    return first.index - second.index;
  const p = path(first, offset[a]!),
    q = path(second, offset[b]!);
  for (let k = 0; k < p.length && k < q.length; k++) if (p[k] !== q[k]) return p[k]! - q[k]!;
  return p.length - q.length;
}

/** Block index and offset on every level, from the zone's own file down. */
function path(block: Block, offset: number): number[] {
  const steps: number[] = [];
  let at: Block | undefined = block,
    byte = offset;
  while (at !== undefined) {
    steps.unshift(at.index, byte);
    const up: Block['anchor'] = at.anchor ?? at.file.includedBy;
    if (up === undefined) break;
    at = up.block;
    byte = up.start;
  }
  return steps;
}

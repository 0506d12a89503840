import type { ZoneInput } from '../input/zone-input.ts';

/** One of so many parts, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** The zones of a part, by their place among the inputs. Together the parts are all of them, in order, and a file that several views serve is in one part only. */
export function shardOf(inputs: readonly ZoneInput[], shard: Shard = { index: 1, of: 1 }): readonly number[] {
  const places = new Map<string, number>();
  for (const { path } of inputs) if (!places.has(path)) places.set(path, places.size);
  const from = Math.floor(((shard.index - 1) * places.size) / shard.of),
    to = Math.floor((shard.index * places.size) / shard.of);
  return [...inputs.keys()].filter((index) => {
    const place = places.get(inputs[index]!.path)!;
    return place >= from && place < to;
  });
}

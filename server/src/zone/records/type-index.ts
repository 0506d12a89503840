import { grown } from '../../names/name-tree.ts';
import type { RecordId } from './record-table.ts';

interface IdList {
  ids: Int32Array;
  count: number;
}

const FEWEST = 4;
const nothing = new Int32Array(0);

/** Records by type, in packed lists: those of a file that is only read cost four octets each. */
export class TypeIndex {
  private readonly lists = new Map<number, IdList>();
  /** By record: where it is in its list. Only records that go ask for it: an empty array until the first goes. */
  private places: Int32Array = nothing;

  count(type: number): number {
    return this.lists.get(type)?.count ?? 0;
  }

  /** In no order, and good until a record comes or goes. */
  of(type: number): Int32Array {
    const list = this.lists.get(type);
    return list === undefined ? nothing : list.ids.subarray(0, list.count);
  }

  add(id: RecordId, type: number): void {
    let list = this.lists.get(type);
    if (list === undefined) this.lists.set(type, (list = { ids: new Int32Array(FEWEST), count: 0 }));
    if (list.count === list.ids.length) list.ids = grown(list.ids, list.count * 2);
    if (this.places.length > 0) this.place(id, list.count);
    list.ids[list.count++] = id;
  }

  /** `limit`: all ids are smaller. */
  remove(id: RecordId, type: number, limit: number): void {
    const list = this.lists.get(type);
    if (list === undefined) return;
    if (this.places.length === 0) this.placeAll(limit);
    const at = this.places[id]!,
      last = list.ids[--list.count]!;
    list.ids[at] = last;
    this.places[last] = at;
  }

  private place(id: RecordId, at: number): void {
    if (id >= this.places.length)
      this.places = grown(this.places, Math.max(id + 1, Math.ceil(this.places.length * 1.5)));
    this.places[id] = at;
  }

  private placeAll(limit: number): void {
    this.places = new Int32Array(Math.max(limit, 1));
    for (const { ids, count } of this.lists.values()) for (let k = 0; k < count; k++) this.places[ids[k]!] = k;
  }
}

import type { NameId } from '../../names/name-tree.ts';
import type { RecordId } from '../records/record-table.ts';

/** More types than there are: names and types make one key. */
const TYPES = 65536;

/** What look-ups found out where there is much to walk over. It holds until records come or go; an ordinary zone never keeps anything. */
export class LookupMemory {
  private readonly firsts = new Map<number, RecordId>();
  private firstsVersion = -1;
  private readonly existing = new Map<NameId, boolean>();
  private existingVersion = -1;

  /** Whether the existence of any name is known. */
  get hasNames(): boolean {
    return this.existing.size > 0;
  }

  /** The first record of a type at a name, -1 for none; undefined when that is not known. */
  recordAt(name: NameId, type: number, version: number): RecordId | undefined {
    if (version !== this.firstsVersion) {
      if (this.firsts.size > 0) this.firsts.clear();
      this.firstsVersion = version;
    }
    return this.firsts.size === 0 ? undefined : this.firsts.get(name * TYPES + type);
  }

  keepRecord(name: NameId, type: number, record: RecordId): void {
    this.firsts.set(name * TYPES + type, record);
  }

  /** Whether a name exists; undefined when that is not known. */
  exists(name: NameId, version: number): boolean | undefined {
    if (version !== this.existingVersion) {
      if (this.existing.size > 0) this.existing.clear();
      this.existingVersion = version;
    }
    return this.existing.size === 0 ? undefined : this.existing.get(name);
  }

  keepExistence(name: NameId, exists: boolean): void {
    this.existing.set(name, exists);
  }
}

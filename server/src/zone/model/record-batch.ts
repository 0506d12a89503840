import { grown } from '../../names/name-tree.ts';

/** As many as a block has, about. */
const USUAL = 512;

/** The records of one block before they get their ids, in columns. */
export class RecordBatch {
  owner = new Int32Array(USUAL);
  ttl = new Int32Array(USUAL);
  type = new Int32Array(USUAL);
  hash = new Int32Array(USUAL);
  target = new Int32Array(USUAL);
  offset = new Int32Array(USUAL);
  flags = new Int32Array(USUAL);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  push(owner: number, ttl: number, type: number, hash: number, target: number, offset: number, flags: number): void {
    const n = this.count++;
    if (n === this.owner.length) this.grow(n * 2);
    this.owner[n] = owner;
    this.ttl[n] = ttl;
    this.type[n] = type;
    this.hash[n] = hash;
    this.target[n] = target;
    this.offset[n] = offset;
    this.flags[n] = flags;
  }

  private grow(length: number): void {
    this.owner = grown(this.owner, length);
    this.ttl = grown(this.ttl, length);
    this.type = grown(this.type, length);
    this.hash = grown(this.hash, length);
    this.target = grown(this.target, length);
    this.offset = grown(this.offset, length);
    this.flags = grown(this.flags, length);
  }
}

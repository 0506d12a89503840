/** Packed arrays side by side in one piece of memory: for each piece of its own an engine keeps some hundred octets of books. Ask for the widest first. */
export class Columns {
  private readonly buffer: ArrayBuffer;
  private at = 0;

  /** `octets`: how much all arrays take together; what doesn't fit gets a piece of its own. */
  constructor(octets: number) {
    this.buffer = new ArrayBuffer(octets);
  }

  int32(length: number): Int32Array<ArrayBuffer> {
    const at = this.take(length * Int32Array.BYTES_PER_ELEMENT);
    return at < 0 ? new Int32Array(length) : new Int32Array(this.buffer, at, length);
  }

  uint16(length: number): Uint16Array<ArrayBuffer> {
    const at = this.take(length * Uint16Array.BYTES_PER_ELEMENT);
    return at < 0 ? new Uint16Array(length) : new Uint16Array(this.buffer, at, length);
  }

  uint8(length: number): Uint8Array<ArrayBuffer> {
    const at = this.take(length);
    return at < 0 ? new Uint8Array(length) : new Uint8Array(this.buffer, at, length);
  }

  private take(octets: number): number {
    const { at } = this;
    if (at + octets > this.buffer.byteLength) return -1;
    this.at = at + octets;
    return at;
  }
}

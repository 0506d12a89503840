import { normalizePath } from '../../config/paths/paths.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import type { TextRange } from '../../text/positions.ts';

/** How far into a file its zone is looked for, in octets. */
const HEAD = 1 << 16;

const encoder = new TextEncoder(),
  decoder = new TextDecoder();
const nothing = (): void => undefined;
/** Cuts the texts from the disk, one after the other: a lexer's buffer is too large to have one for each of thousands of files. */
const sharedLexer = new Lexer();

/** One spelling for all that editors and systems use for the same file. */
export const keyOf = (uri: string): string => normalizePath(uri);

/** A file's text, from the editor or from the disk. Octets that are not cut into chunks yet are cut by whoever reads them first. */
export class HeldText {
  readonly key: string;
  readonly text: SourceText;
  /** The version in the editor; undefined for a file that is not open there. */
  version: number | undefined;
  private uncut: Uint8Array | undefined;

  constructor(uri: string, bytes: Uint8Array, version: number | undefined) {
    this.key = keyOf(uri);
    // A document is cut while its zone is read, which may cut included files meanwhile: it needs a lexer of its own.
    this.text = new SourceText(uri, version === undefined ? sharedLexer : new Lexer());
    this.uncut = bytes;
    if (version === undefined) this.cut();
    this.version = version;
  }

  static ofString(uri: string, text: string, version: number): HeldText {
    return new HeldText(uri, encoder.encode(text), version);
  }

  get uri(): string {
    return this.text.uri;
  }
  get isOpen(): boolean {
    return this.version !== undefined;
  }
  get byteLength(): number {
    return this.uncut?.length ?? this.text.byteLength;
  }

  /** The octets, if nobody has cut them yet: who takes them cuts them. */
  takeUncut(): Uint8Array | undefined {
    const { uncut } = this;
    this.uncut = undefined;
    return uncut;
  }

  /** The text in chunks. */
  cut(): SourceText {
    const uncut = this.takeUncut();
    if (uncut !== undefined) this.text.load(uncut, nothing);
    return this.text;
  }

  /** The first 64 KB, or a little less where a character would be parted. */
  head(): string {
    if (this.uncut !== undefined) return decoder.decode(this.uncut.subarray(0, HEAD));
    let out = '',
      length = 0;
    for (const { bytes } of this.text.chunks) {
      const part = bytes.subarray(0, HEAD - length);
      out += decoder.decode(part);
      length += part.length;
      if (length >= HEAD) break;
    }
    return out;
  }

  /** Whether an edit of a range can change the head. Asked before the edit. */
  touchesHead({ start }: TextRange): boolean {
    if (this.uncut !== undefined) return true;
    const { chunk } = this.text.locate(start);
    let before = 0;
    for (let k = 0; k < chunk && before < HEAD; k++) before += this.text.chunks[k]!.bytes.length;
    return before < HEAD;
  }

  /** All octets. Only for a text that was not cut yet. */
  bytes(): Uint8Array {
    return this.uncut ?? new Uint8Array(0);
  }

  holds(bytes: Uint8Array): boolean {
    if (this.byteLength !== bytes.length) return false;
    const parts = this.uncut === undefined ? this.text.chunks.map((chunk) => chunk.bytes) : [this.uncut];
    let at = 0;
    for (const part of parts) for (const octet of part) if (octet !== bytes[at++]) return false;
    return true;
  }
}

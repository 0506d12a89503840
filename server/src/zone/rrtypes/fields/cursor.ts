import { QUOTED } from '../../../text/token-kinds.ts';
import { octetText } from '../../../text/utf8.ts';

/** The tokens of one record's rdata, read one after the other. Offsets are bytes in `bytes`. */
export class TokenCursor {
  bytes: Uint8Array = new Uint8Array(0);
  tokens: Int32Array = new Int32Array(0);
  private at = 0;
  private last = 0;
  /** The whole current token, quotation marks included. */
  start = 0;
  end = 0;
  quoted = false;
  /** True when no token is left; `start` and `end` then both lie behind the last one. */
  done = true;

  /** Points at the tokens from index `from` (inclusive) to `to` (exclusive) of a lexer's token buffer. */
  reset(bytes: Uint8Array, tokens: Int32Array, from: number, to: number): void {
    this.bytes = bytes;
    this.tokens = tokens;
    this.at = from;
    this.last = to;
    this.end = from > 0 ? tokens[from - 1]! >> 3 : 0;
    this.load();
  }

  next(): void {
    this.at += 2;
    this.load();
  }

  /** How many tokens are left, the current one included. */
  get left(): number {
    return (this.last - this.at) >> 1;
  }

  /** Index of the current token in the token buffer, for who keeps spans. */
  get index(): number {
    return this.at;
  }

  /** The octets that belong to the token: without the quotation marks. */
  get contentStart(): number {
    return this.quoted ? this.start + 1 : this.start;
  }
  get contentEnd(): number {
    return this.quoted && this.end - 1 > this.start && this.bytes[this.end - 1] === 34 ? this.end - 1 : this.end;
  }

  /** The token's text, one character per octet. For messages and slow paths. */
  text(): string {
    return octetText(this.bytes, this.contentStart, this.contentEnd);
  }

  private load(): void {
    if (this.at >= this.last) {
      this.done = true;
      this.start = this.end;
      this.quoted = false;
      return;
    }
    const end = this.tokens[this.at + 1]!;
    this.done = false;
    this.start = this.tokens[this.at]!;
    this.end = end >> 3;
    this.quoted = (end & 7) === QUOTED;
  }
}

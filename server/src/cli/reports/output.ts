import type { Write } from './report.ts';
import { printable } from '../../hosts/node/printable.ts';

/** How much is gathered before it is written, in UTF-16 code units. */
const BATCH = 1 << 16;

/** Writes to standard output in larger pieces than one gets. Call `flush` at the end. */
export class Output {
  private pieces: string[] = [];
  private length = 0;

  readonly write: Write = (text) => {
    this.pieces.push(text);
    this.length += text.length;
    if (this.length > BATCH) this.flush();
  };

  /** One line of text that may come from files. */
  readonly line: Write = (text) => this.write(`${printable(text)}\n`);

  flush(): void {
    if (this.length > 0) process.stdout.write(this.pieces.join(''));
    this.pieces = [];
    this.length = 0;
  }
}

/** A reader that closes the pipe early, as `head` does, has what it wanted. */
export function leaveWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

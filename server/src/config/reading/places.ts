import type { Filled, Severity } from '../../findings/code.ts';
import { codeTable } from '../../findings/codes/index.ts';
import type { Arguments, CodeOf, Message } from '../../findings/codes/index.ts';
import { fillTemplate } from '../../findings/template.ts';

/** A place in a file: line and character from 0 as LSP counts, character and offset in UTF-16 code units. */
export interface ConfigPosition {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

/** Half open: `end` is the place after the last character. */
export interface ConfigSpan {
  readonly path: string;
  readonly start: ConfigPosition;
  readonly end: ConfigPosition;
}

/** What a configuration, the settings or a comment that silences findings can be told of. */
export type ConfigCode = CodeOf<'config' | 'settings' | 'suppression'>;

/** What is wrong in a configuration or settings file. */
export interface ConfigProblem {
  readonly code: ConfigCode;
  readonly severity: Severity;
  readonly message: string;
  readonly at: ConfigSpan;
  readonly related?: readonly { readonly message: string; readonly at: ConfigSpan }[];
}

/** The words and the severity of a code's row. The compiler holds the message and its arguments against the row. */
export function configWords<C extends ConfigCode, M extends Message<C>>(
  code: C,
  message: M,
  ...[args]: Filled<Arguments<C, M>>
): Pick<ConfigProblem, 'code' | 'severity' | 'message'> {
  const { severity, messages } = codeTable[code];
  return { code, severity, message: fillTemplate(messages[message] ?? '', args) };
}

/** One file's text with its line starts, to turn offsets into positions. LF, CR LF and lone CR end a line, as in editors. */
export class PlacedText {
  readonly path: string;
  readonly text: string;
  private starts: readonly number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  positionAt(offset: number): ConfigPosition {
    const starts = this.lineStarts();
    let low = 0,
      high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low]!, offset };
  }

  span(start: number, end: number): ConfigSpan {
    return { path: this.path, start: this.positionAt(start), end: this.positionAt(end) };
  }

  private lineStarts(): readonly number[] {
    if (this.starts !== undefined) return this.starts;
    const starts = [0];
    for (const ending of this.text.matchAll(/\r\n|\r|\n/g)) starts.push(ending.index + ending[0].length);
    this.starts = starts;
    return starts;
  }
}

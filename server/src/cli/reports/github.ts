import { printable } from '../../hosts/node/printable.ts';
import type { Severity } from '../../findings/code.ts';
import type { Report, Write } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, which show findings beside the lines of a pull request. */
export function writeGithub({ files }: Report, write: Write): void {
  for (const { file, findings } of files) {
    for (const {
      code,
      severity,
      message,
      range: { start, end },
    } of findings) {
      // GitHub takes columns only for findings within one line.
      const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
      write(
        `::${commands[severity]} file=${property(file)},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${property(code)}::${data(message)}\n`,
      );
    }
  }
}

/** Without the characters that would end a command or a line of it, and without what a log would take for more than text. */
function data(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

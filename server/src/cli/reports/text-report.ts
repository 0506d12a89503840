import { printable } from '../../hosts/node/printable.ts';
import type { Severity } from '../../findings/code.ts';
import type { Report, ReportedPlace, Summary, Write } from './report.ts';

const colors: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '2' };

export interface TextOptions {
  /** With the escape sequences of a terminal. */
  readonly color: boolean;
  /** Whether to say that findings can be put right with `--fix`. */
  readonly offerFix: boolean;
  /** Findings only. */
  readonly quiet: boolean;
}

/** A finding a line as compilers write it, `file:line:column: severity: message [code]`, so that terminals and editors find the place; then a summary. */
export function writeText(report: Report, write: Write, { color, offerFix, quiet }: TextOptions): void {
  const paint = (code: string, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  for (const { file, findings } of report.files) {
    for (const { code, severity, message, range, related } of findings) {
      write(
        `${paint('1', placeText({ file, range }))}: ${paint(colors[severity], `${severity}:`)} ${printable(message)} ${paint('2', `[${printable(code)}]`)}\n`,
      );
      for (const other of related) write(`    ${placeText(other)}: ${printable(other.message)}\n`);
    }
  }
  if (quiet) return;
  write(`${summaryText(report.summary, report.files.length)}\n`);
  if (report.unnamed > 0)
    write(
      `${report.unnamed === 1 ? 'The zone name of one file is' : `The zone names of ${report.unnamed} files are`} unknown, so rules that need it are silent: name it with --origin or "; zone: example.com".\n`,
    );
  const { suppressedErrors = 0 } = report.summary;
  if (suppressedErrors > 0) write(`${counted(suppressedErrors, 'error is', 'errors are')} silenced by comments.\n`);
  const safe = offerFix
    ? report.files.reduce((sum, { findings }) => sum + findings.filter(({ fix }) => fix === 'safe').length, 0)
    : 0;
  if (safe > 0)
    write(
      `${safe === 1 ? 'One of them has a fix' : `${safe} of them have fixes`} that --fix applies where a trial shows it to be safe.\n`,
    );
}

function placeText({ file, range: { start } }: ReportedPlace): string {
  return `${printable(file)}:${start.line + 1}:${start.character + 1}`;
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

function summaryText({ errors, warnings, information, hints }: Summary, files: number): string {
  const parts: string[] = [];
  if (errors > 0) parts.push(counted(errors, 'error', 'errors'));
  if (warnings > 0) parts.push(counted(warnings, 'warning', 'warnings'));
  if (information > 0) parts.push(`${information} for information`);
  if (hints > 0) parts.push(counted(hints, 'hint', 'hints'));
  return `${parts.length === 0 ? 'No findings' : parts.join(', ')} in ${counted(files, 'file', 'files')}.`;
}

import type { Command } from 'commander';
import { programTable } from '../reference/command-table.ts';
import { completionScript } from '../reference/shell-completion.ts';
import type { Shell } from '../reference/shell-completion.ts';

/** Prints the script with which a shell completes this command line. */
export function completion(shell: Shell, program: Command): void {
  process.stdout.write(completionScript(shell, programTable(program)));
}

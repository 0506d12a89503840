import { CommanderError } from 'commander';
import { GOOD, TROUBLE } from './reports/exit-status.ts';
import { Failure } from './process/failure.ts';
import { leaveWhenNobodyReads } from './reports/output.ts';
import { program } from './program.ts';
import { tell } from './process/tell.ts';

/** Runs the command that the arguments name, and sets the exit status. */
export async function runProgram(): Promise<void> {
  leaveWhenNobodyReads();
  try {
    await program((status) => {
      process.exitCode = status;
    }).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? GOOD : TROUBLE;
    else if (error instanceof Failure) {
      tell(error.message);
      process.exitCode = TROUBLE;
    } else throw error;
  }
}

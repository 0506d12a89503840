import { isMainThread } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { GOOD, TROUBLE } from './reports/exit-status.ts';
import { Failure } from './process/failure.ts';
import { leaveWhenNobodyReads } from './reports/output.ts';
import { program } from './program.ts';
import { tell } from './process/tell.ts';

async function runProgram(): Promise<void> {
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

// A thread that `check` starts runs this file too: nothing is in the package twice.
if (isMainThread) await runProgram();
else (await import('./judging/thread.ts')).runThread();

import { isMainThread } from 'node:worker_threads';
import { runProgram } from './run-program.ts';

// A thread that `check` starts runs this file too: nothing is in the package twice.
if (isMainThread) await runProgram();
else (await import('./judging/thread.ts')).runThread();

import { isMainThread } from 'node:worker_threads';
import { runProgram } from './cli/run-program.ts';

// The program as one file. What cli/run.ts does, without waiting at the top level, which a CommonJS script can't.
void (isMainThread ? runProgram() : import('./cli/judging/thread.ts').then(({ runThread }) => runThread()));

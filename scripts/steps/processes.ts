import { spawn } from 'node:child_process';
import { root } from '../paths.ts';

export interface Finished {
  readonly code: number;
  /** Standard output and standard error, interleaved as they came. */
  readonly output: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Shows the output while the process runs, beside collecting it. */
  readonly show?: boolean;
}

/** Runs a command to its end and collects what it prints. A command that cannot start counts as exit status 127. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = root, env = process.env, show = false }: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: `${output}${command}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a JavaScript or TypeScript file with the Node that runs this script. */
export function runNode(args: readonly string[], options?: RunOptions): Promise<Finished> {
  return run(process.execPath, args, options);
}

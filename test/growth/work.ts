/**
 * How much work a piece of code is, told without a clock: V8 counts how often each block of each function runs. The number is the same on every machine; what built-in functions do inside is not in it.
 */
import { Session } from 'node:inspector/promises';

export class WorkCounter {
  private readonly session = new Session();

  async start(): Promise<this> {
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return this;
  }

  /** Blocks of this project's own code that ran since the last time. */
  async take(): Promise<number> {
    return (await this.byFunction()).reduce((sum, { blocks }) => sum + blocks, 0);
  }

  /** The same by function, those with the most first. */
  async byFunction(): Promise<readonly { readonly name: string; readonly blocks: number }[]> {
    const { result } = await this.session.post('Profiler.takePreciseCoverage'),
      found: { name: string; blocks: number }[] = [];
    for (const { url, functions } of result) {
      const at = url.indexOf('/server/src/');
      if (at < 0) continue;
      for (const { functionName, ranges } of functions) {
        const blocks = ranges.reduce((sum, { count }) => sum + count, 0);
        if (blocks > 0) found.push({ name: `${url.slice(at + '/server/src/'.length)} ${functionName}`, blocks });
      }
    }
    return found.sort((a, b) => b.blocks - a.blocks);
  }

  stop(): void {
    this.session.disconnect();
  }
}

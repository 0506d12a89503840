import type { ZoneInput } from '../input/zone-input.ts';
import { ZoneJudge } from './judge-zones.ts';
import type { JudgedZone, Judging } from './judge-zones.ts';

/** Zones, and kilobytes of them, that are worth a thread more: a thread has to warm up, which costs as much as judging some thousand small zones. */
const WORTH = 20_000;

const KILOBYTE = 1024;

export interface Threads {
  /** As many as were asked for; undefined: as many as pay. */
  readonly jobs: number | undefined;
  readonly cores: number;
}

/**
 * Judges a part of the zones. Findings and their order are the same however many threads there are.
 * @param part indexes of inputs
 * @param onZones called now and then with the number of zones that are done
 */
export async function judgeZones(
  inputs: readonly ZoneInput[],
  part: readonly number[],
  judging: Judging,
  { jobs, cores }: Threads,
  onZones: (done: number) => void,
): Promise<readonly JudgedZone[]> {
  const threads = Math.max(1, Math.min(jobs ?? Math.min(cores, worthwhile(inputs, part)), part.length));
  if (threads > 1) return (await import('./threads.ts')).judgeInThreads(inputs, part, judging, threads, onZones);
  const judge = new ZoneJudge(inputs, judging);
  return part.map((index, done) => {
    onZones(done + 1);
    return judge.judge(index);
  });
}

/** How many threads pay. */
function worthwhile(inputs: readonly ZoneInput[], part: readonly number[]): number {
  return 1 + Math.floor(part.reduce((sum, index) => sum + 1 + inputs[index]!.bytes.length / KILOBYTE, 0) / WORTH);
}

import type { LintSettings } from '../../findings/lint-settings.ts';
import { Failure } from '../process/failure.ts';
import { startThread } from '../process/parts.ts';
import type { ZoneInput } from '../input/zone-input.ts';
import { ZoneJudge } from './judge-zones.ts';
import type { JudgedZone, Judging } from './judge-zones.ts';

/** An input as it is sent to a thread: its octets are where those of all inputs are, and its settings in a list. */
export interface SentInput extends Omit<ZoneInput, 'bytes' | 'settings'> {
  readonly start: number;
  readonly end: number;
  readonly settings: number;
}

/** What a thread gets. It knows all zones, and judges those that it draws. */
export interface ThreadWork {
  readonly inputs: readonly SentInput[];
  readonly bytes: SharedArrayBuffer;
  /** Without `verify`, which can't be sent. */
  readonly settings: readonly LintSettings[];
  /** Folders that may be read from. */
  readonly folders: readonly string[];
  readonly beside: readonly string[];
  readonly given: readonly (readonly [string, string])[];
  /** Indexes of the inputs to judge. */
  readonly part: readonly number[];
  /** Place in `part` of the next zone that no thread has drawn. */
  readonly next: Int32Array;
  readonly threads: number;
}

/** A few zones that a thread has judged: those from this place in `part` on. */
export interface ThreadResult {
  readonly from: number;
  readonly judged: readonly JudgedZone[];
}

/** How many zones a thread draws at once: few where there are few, or large ones. */
const MOST_DRAWN = 32,
  DRAWS = 16;

/** Draws the next few zones, judges them, and so on until there are none left. */
export function judgeDrawn(
  judge: ZoneJudge,
  { part, next, threads }: Pick<ThreadWork, 'part' | 'next' | 'threads'>,
  onResult: (result: ThreadResult) => void,
): void {
  const drawn = Math.max(1, Math.min(MOST_DRAWN, Math.floor(part.length / (threads * DRAWS))));
  for (let from = Atomics.add(next, 0, drawn); from < part.length; from = Atomics.add(next, 0, drawn)) {
    onResult({ from, judged: part.slice(from, from + drawn).map((index) => judge.judge(index)) });
  }
}

/**
 * Judges a part of the zones in several threads, this one among them. What is found is the same, in the same order, however many there are.
 * @param onZones called now and then with the number of zones that were drawn
 */
export async function judgeInThreads(
  inputs: readonly ZoneInput[],
  part: readonly number[],
  judging: Judging,
  jobs: number,
  onZones: (drawn: number) => void,
): Promise<readonly JudgedZone[]> {
  const work = workFor(inputs, part, judging, jobs),
    judged: JudgedZone[] = [];
  const take = ({ from, judged: some }: ThreadResult): void => {
    some.forEach((one, k) => {
      judged[from + k] = one;
    });
    onZones(Math.min(Atomics.load(work.next, 0), part.length));
  };
  const others = Array.from({ length: jobs - 1 }, () => runThread(work, take));
  judgeDrawn(new ZoneJudge(inputs, judging, jobs), work, take);
  await Promise.all(others);
  return judged;
}

function runThread(work: ThreadWork, take: (result: ThreadResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = startThread(work);
    thread.on('message', take);
    thread.on('error', reject);
    thread.on('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Failure(`A worker thread exited with status ${status}.`));
    });
  });
}

function workFor(
  inputs: readonly ZoneInput[],
  part: readonly number[],
  {
    options: {
      bounds: { folders },
      beside,
    },
    names,
  }: Judging,
  threads: number,
): ThreadWork {
  const bytes = new SharedArrayBuffer(inputs.reduce((sum, input) => sum + input.bytes.length, 0)),
    all = new Uint8Array(bytes);
  const settings = [...new Set(inputs.map((input) => input.settings))],
    places = new Map(settings.map((each, k) => [each, k]));
  let at = 0;
  const sent = inputs.map(({ bytes: own, settings: said, ...rest }): SentInput => {
    all.set(own, at);
    const start = at;
    at += own.length;
    return { ...rest, start, end: at, settings: places.get(said)! };
  });
  return {
    inputs: sent,
    bytes,
    settings: settings.map(({ verify: _, ...rest }) => rest),
    folders,
    beside: beside ?? [],
    given: names.all,
    part,
    next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
    threads,
  };
}

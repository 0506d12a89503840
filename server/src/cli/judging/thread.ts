import { parentPort, workerData } from 'node:worker_threads';
import { Bounds } from '../../hosts/node/bounds.ts';
import { verifySignature } from '../../hosts/node/node-signatures.ts';
import { allChecks } from '../../lint/rules/index.ts';
import { FileNames } from '../process/file-names.ts';
import type { ZoneInput } from '../input/zone-input.ts';
import { ZoneJudge } from './judge-zones.ts';
import { judgeDrawn } from './threads.ts';
import type { ThreadWork } from './threads.ts';

/** What a thread does that `judgeInThreads` starts. */
export function runThread(): void {
  const work = workerData as ThreadWork,
    settings = work.settings.map((each) => ({ ...each, verify: verifySignature })),
    bytes = new Uint8Array(work.bytes);
  const inputs = work.inputs.map(
    ({ start, end, settings: said, ...rest }): ZoneInput => ({
      ...rest,
      bytes: bytes.subarray(start, end),
      settings: settings[said]!,
    }),
  );
  const judge = new ZoneJudge(
    inputs,
    {
      checks: allChecks,
      options: { bounds: new Bounds(work.folders), beside: work.beside },
      names: new FileNames(work.given),
    },
    work.threads,
  );
  judgeDrawn(judge, work, (result) => parentPort?.postMessage(result));
}

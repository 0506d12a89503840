import type { Check } from '../../lint/engine/check.ts';
import type { IncludeHostOptions } from '../input/include-host.ts';
import type { ZoneInput } from '../input/zone-input.ts';
import type { FileNames } from '../process/file-names.ts';
import { reportedZone } from '../reports/make-report.ts';
import type { ReportedFile, ReportedFinding } from '../reports/report.ts';
import type { TriedFixes } from '../reports/tried-fixes.ts';
import { suppressedErrorsIn } from '../zones/check-zones.ts';
import type { CheckedZone } from '../zones/check-zones.ts';
import { ZoneRun } from '../zones/zone-run.ts';

/** What a zone is judged with, beside the zones. */
export interface Judging {
  readonly checks: readonly Check[];
  readonly options: IncludeHostOptions;
  readonly names: FileNames;
}

/** What was found in a zone, and the rules that failed in it: nothing of the zone itself, so that it can be dropped. */
export interface JudgedZone {
  /** The zone's own file. */
  readonly file: string;
  readonly files: readonly ReportedFile[];
  /** Code and reason. */
  readonly crashes: readonly (readonly [string, string])[];
  /** How many errors comments silence. */
  readonly suppressedErrors: number;
}

/** How much the zones that are kept to be asked by others may take, in octets, for all threads together. */
const ROOM = 1 << 27;

export function judged(checked: CheckedZone, { names }: Judging, tried?: TriedFixes): JudgedZone {
  return {
    file: names.show(checked.input.path),
    files: reportedZone(checked, names, tried),
    crashes: [...checked.linted.engine.crashes],
    suppressedErrors: suppressedErrorsIn(checked),
  };
}

/** Judges zones one by one. */
export class ZoneJudge {
  private readonly run: ZoneRun;
  private readonly judging: Judging;
  private readonly saidOf = new Map<string, Set<string>>();

  /** `threads`: how many share the room. */
  constructor(inputs: readonly ZoneInput[], judging: Judging, threads = 1) {
    this.judging = judging;
    this.run = new ZoneRun(inputs, judging.checks, judging.options, ROOM / threads);
  }

  judge(index: number): JudgedZone {
    const one = judged(this.run.judge(index), this.judging);
    return one.files.length === 1
      ? one
      : { ...one, files: one.files.map((file) => (file.includedBy === undefined ? file : this.firstSaid(file))) };
  }

  /** An included file without what was said of it for another zone already: that is said once. */
  private firstSaid(file: ReportedFile): ReportedFile {
    let said = this.saidOf.get(file.file);
    if (said === undefined) this.saidOf.set(file.file, (said = new Set()));
    const findings: ReportedFinding[] = [];
    for (const finding of file.findings) {
      const whole = JSON.stringify(finding);
      if (!said.has(whole)) findings.push(finding);
      said.add(whole);
    }
    return { ...file, findings };
  }
}

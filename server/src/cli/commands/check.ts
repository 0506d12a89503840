import path from 'node:path';
import type { Profile } from '../../config/settings/settings.ts';
import type { Severity } from '../../findings/code.ts';
import { allChecks } from '../../lint/rules/index.ts';
import { checkZones } from '../zones/check-zones.ts';
import type { CheckedZone } from '../zones/check-zones.ts';
import { statusOf, TROUBLE } from '../reports/exit-status.ts';
import { Failure } from '../process/failure.ts';
import { FileNames } from '../process/file-names.ts';
import { keepHeapSmall } from '../process/heap.ts';
import { Bounds } from '../../hosts/node/bounds.ts';
import { findInputs, identified, rootOf } from '../input/find-inputs.ts';
import { plainBytes } from '../input/read-bytes.ts';
import { policiesNear } from '../input/zone-files.ts';
import { SettingsFiles } from '../input/settings-files.ts';
import type { Inputs } from '../input/zone-input.ts';
import { originOf } from '../process/origin.ts';
import { Output } from '../reports/output.ts';
import { Progress } from '../process/progress.ts';
import { reportOf } from '../reports/make-report.ts';
import type { Report } from '../reports/report.ts';
import { tell } from '../process/tell.ts';
import { settableCodes } from '../../config/settings/settings.ts';

export type Format = 'text' | 'json' | 'sarif' | 'github';

export interface CheckOptions {
  readonly origin?: string;
  readonly format: Format;
  readonly profile?: Profile;
  readonly fix?: boolean;
  readonly maxWarnings?: number;
  readonly failOn: Severity;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly allowOutside?: boolean;
}

/** Lints files, folders or the zones of a server's configuration. Returns the exit status. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const names = new FileNames(), progress = new Progress();
  const settings = new SettingsFiles(settableCodes, options.profile), origin = originOf(options.origin);
  const inputs = options.stdin === true
    ? await stdinInput(paths, options, names, origin, settings)
    : await findInputs(pathsOf(paths, options), { origin, settings, names, allowOutside: options.allowOutside === true, onFile: (files) => progress.update('Looking at file', files) });
  const includes = { bounds: inputs.bounds, beside: inputs.beside };
  keepHeapSmall(inputs.zones.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let checked = checkZones(inputs.zones, allChecks, includes, (done) => progress.update('Checking zone', done, inputs.zones.length));
  progress.end();
  if (options.fix === true) {
    const { fixZones } = await import('../zones/fix-zones.ts');
    const fixed = fixZones(checked, inputs.zones, allChecks, includes);
    checked = fixed.checked;
    if (fixed.count > 0) tell(`Fixed ${fixed.count} ${fixed.count === 1 ? 'finding' : 'findings'} in ${fixed.files.map((file) => names.show(file)).join(', ')}.`);
  }
  const crashed = reportCrashes(checked);
  for (const { message } of inputs.troubles) tell(message);
  if (inputs.zones.length === 0 && inputs.troubles.length === 0) tell(`No zone files in ${paths.length === 0 ? 'this folder' : paths.join(', ')}.`);
  const report = reportOf(inputs, checked, names);
  await writeReport(report, options);
  return inputs.troubles.length > 0 || crashed ? TROUBLE : statusOf(report.summary, { failOn: options.failOn, maxWarnings: options.maxWarnings });
}

function pathsOf(paths: readonly string[], { origin, stdinFilename }: CheckOptions): readonly string[] {
  if (stdinFilename !== undefined) throw new Failure('--stdin-filename needs --stdin.');
  if (origin !== undefined && paths.length !== 1) throw new Failure(`--origin is for one file, but there are ${paths.length} paths.`);
  return paths.length === 0 ? ['.'] : paths;
}

async function stdinInput(paths: readonly string[], { stdinFilename, fix }: CheckOptions, names: FileNames, origin: string | undefined, settings: SettingsFiles): Promise<Inputs> {
  if (paths.length > 0) throw new Failure('--stdin takes no paths; use --stdin-filename for the path to assume.');
  if (fix === true) throw new Failure("--fix writes files, so it can't be combined with --stdin.");
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const file = names.give(stdinFilename ?? 'stdin');
  const zones = await identified(file, plainBytes(Buffer.concat(chunks)), [], { origin, settings }, true);
  return { zones, troubles: settings.troubles, problems: settings.problems, bounds: new Bounds([rootOf(file)]), beside: policiesNear(file, rootOf(file)) };
}

/** A rule that fails is a fault of this program: it is named, and the run isn't good. */
function reportCrashes(checked: readonly CheckedZone[]): boolean {
  const crashes = new Map<string, string>();
  for (const { linted, input } of checked) for (const [code, reason] of linted.engine.crashes) if (!crashes.has(code)) crashes.set(code, `${path.basename(input.path)}: ${reason}`);
  for (const [code, reason] of crashes) tell(`rule ${code} crashed and stopped; please report this. ${reason}`);
  return crashes.size > 0;
}

async function writeReport(report: Report, { format, fix }: CheckOptions): Promise<void> {
  const output = new Output();
  if (format === 'json') (await import('../reports/json.ts')).writeJson(report, output.write);
  else if (format === 'github') (await import('../reports/github.ts')).writeGithub(report, output.write);
  else if (format === 'sarif') (await import('../reports/sarif.ts')).writeSarif(report, output.write);
  else (await import('../reports/text.ts')).writeText(report, output.write, { color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined, offerFix: fix !== true });
  output.flush();
}

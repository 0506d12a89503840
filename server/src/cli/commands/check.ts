import { availableParallelism } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../config/settings/read-settings.ts';
import { isIgnored, settableCodes } from '../../config/settings/settings.ts';
import type { FilePattern, Profile, SettingsLayer } from '../../config/settings/settings.ts';
import type { Severity } from '../../findings/code.ts';
import { allChecks } from '../../lint/rules/index.ts';
import { checkZones } from '../zones/check-zones.ts';
import { judged } from '../judging/judge-zones.ts';
import type { JudgedZone, Judging } from '../judging/judge-zones.ts';
import { judgeZones } from '../judging/judge-all.ts';
import { shardOf } from '../judging/shard.ts';
import type { Shard } from '../judging/shard.ts';
import { statusOf, TROUBLE } from '../reports/exit-status.ts';
import { Failure } from '../process/failure.ts';
import { FileNames } from '../process/file-names.ts';
import { keepHeapSmall } from '../process/heap.ts';
import { Bounds, isBelow } from '../../hosts/node/bounds.ts';
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
import { wholeZones } from '../zones/zone-run.ts';

export type Format = 'text' | 'json' | 'sarif' | 'github' | 'gitlab';

export interface CheckOptions {
  readonly origin?: string;
  readonly format: Format;
  readonly profile?: Profile;
  readonly fix?: boolean;
  readonly maxWarnings?: number;
  readonly failOn: Severity;
  readonly exclude: readonly string[];
  readonly config?: string;
  /** As `mx/no-address=off`. */
  readonly rule: readonly string[];
  readonly jobs?: number;
  readonly shard?: Shard;
  readonly statistics?: boolean;
  readonly quiet?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly allowOutside?: boolean;
}

/** Lints files, folders or the zones of a server's configuration. Returns the exit status. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const names = new FileNames(), progress = new Progress(options.quiet), ignore = patternsOf(paths, options);
  const settings = settingsFiles(options, ignore), inputs = withoutIgnored(await inputsOf(paths, options, names, settings, progress), ignore);
  const judging: Judging = { checks: allChecks, options: { bounds: inputs.bounds, beside: inputs.beside }, names };
  keepHeapSmall(inputs.zones.reduce((sum, { bytes }) => sum + bytes.length, 0), inputs.zones.length);
  const zones = options.fix === true ? await fixed(inputs, judging, options, progress) : await found(inputs, judging, options, progress);
  progress.end();
  const crashed = reportCrashes(zones), isEmpty = inputs.zones.length === 0 && inputs.troubles.length === 0;
  // What is no zone's is said by the first part alone.
  const { troubles, problems } = options.shard === undefined || options.shard.index === 1 ? inputs : { troubles: [], problems: [] };
  for (const { message } of troubles) tell(message);
  if (isEmpty) tell(`No zone files in ${paths.length === 0 ? 'this folder' : paths.join(', ')}${ignore.length === 0 ? '' : ', apart from those excluded'}.`);
  const report = reportOf({ troubles, problems }, zones.map(({ files }) => files), names);
  await writeReport(report, options);
  return isEmpty || troubles.length > 0 || crashed ? TROUBLE : statusOf(report.summary, { failOn: options.failOn, maxWarnings: options.maxWarnings });
}

/** What is excluded, relative to the working folder, and to what is given outside it. */
function patternsOf(paths: readonly string[], { exclude }: CheckOptions): readonly FilePattern[] {
  if (exclude.length === 0) return [];
  const cwd = process.cwd(), outside = paths.map((written) => path.resolve(written)).filter((absolute) => !isBelow(cwd, absolute));
  const folders = new Set([cwd, ...outside.flatMap((absolute) => [absolute, path.dirname(absolute)])]);
  return [...folders].flatMap((folder) => exclude.map((glob) => ({ folder, glob })));
}

function settingsFiles({ profile, rule, config }: CheckOptions, ignore: readonly FilePattern[]): SettingsFiles {
  const layer: Partial<SettingsLayer> = { profile, ignore, severities: severitiesOf(rule) };
  return new SettingsFiles(settableCodes, layer, config === undefined ? undefined : path.resolve(config));
}

/** What `--rule` says, read as a settings file would be. */
function severitiesOf(written: readonly string[]): SettingsLayer['severities'] {
  const pairs = written.map((one) => {
    const at = one.lastIndexOf('=');
    if (at < 1) throw new Failure(`--rule needs a rule and its severity, such as mx/no-address=off, but "${one}" has no "=".`);
    return [one.slice(0, at), one.slice(at + 1)] as const;
  });
  const { settings, problems: [problem] } = readSettings('--rule', JSON.stringify({ rules: Object.fromEntries(pairs) }), settableCodes);
  if (problem !== undefined) throw new Failure(`--rule: ${problem.message}`);
  return settings.severities;
}

async function inputsOf(paths: readonly string[], options: CheckOptions, names: FileNames, settings: SettingsFiles, progress: Progress): Promise<Inputs> {
  const origin = originOf(options.origin);
  if (options.stdin === true || paths.includes('-')) return stdinInput(paths.filter((written) => written !== '-'), options, names, origin, settings);
  return findInputs(pathsOf(paths, options), { origin, settings, names, allowOutside: options.allowOutside === true, onFile: (files) => progress.update('Looking at file', files) });
}

/** Zones that a server's configuration names, or somebody on the command line, may be excluded too. */
function withoutIgnored(inputs: Inputs, ignore: readonly FilePattern[]): Inputs {
  return ignore.length === 0 ? inputs : { ...inputs, zones: inputs.zones.filter((input) => !isIgnored({ ignore }, input.path)), troubles: inputs.troubles.filter((trouble) => !isIgnored({ ignore }, trouble.path)) };
}

async function found(inputs: Inputs, judging: Judging, { jobs, shard }: CheckOptions, progress: Progress): Promise<readonly JudgedZone[]> {
  const zones = wholeZones(inputs.zones, judging.options), part = shardOf(zones, shard);
  return judgeZones(zones, part, judging, { jobs, cores: availableParallelism() }, (done) => progress.update('Checking zone', done, part.length));
}

async function fixed(inputs: Inputs, judging: Judging, { shard }: CheckOptions, progress: Progress): Promise<readonly JudgedZone[]> {
  if (shard !== undefined) throw new Failure("--fix needs all zones, so it can't be combined with --shard.");
  const { fixZones } = await import('../zones/fix-zones.ts'), { checks, options, names } = judging;
  const checked = checkZones(inputs.zones, checks, options, (done) => progress.update('Checking zone', done, inputs.zones.length));
  progress.end();
  const { checked: after, count, files } = fixZones(checked, inputs.zones, checks, options);
  if (count > 0) tell(`Fixed ${count} ${count === 1 ? 'finding' : 'findings'} in ${files.map((file) => names.show(file)).join(', ')}.`);
  return after.map((one) => judged(one, judging));
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
function reportCrashes(zones: readonly JudgedZone[]): boolean {
  const crashes = new Map<string, string>();
  for (const { file, crashes: own } of zones) for (const [code, reason] of own) if (!crashes.has(code)) crashes.set(code, `${file}: ${reason}`);
  for (const [code, reason] of crashes) tell(`rule ${code} crashed and stopped; please report this. ${reason}`);
  return crashes.size > 0;
}

async function writeReport(report: Report, { format, fix, statistics, quiet }: CheckOptions): Promise<void> {
  const output = new Output();
  if (statistics === true) await writeCounts(report, format, output);
  else if (format === 'json') (await import('../reports/json.ts')).writeJson(report, output.write);
  else if (format === 'github') (await import('../reports/github.ts')).writeGithub(report, output.write);
  else if (format === 'gitlab') (await import('../reports/gitlab.ts')).writeGitlab(report, output.write);
  else if (format === 'sarif') (await import('../reports/sarif.ts')).writeSarif(report, output.write);
  else (await import('../reports/text.ts')).writeText(report, output.write, { color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined, offerFix: fix !== true, quiet: quiet === true });
  output.flush();
}

async function writeCounts(report: Report, format: Format, output: Output): Promise<void> {
  const { countRules, writeStatistics } = await import('../reports/statistics.ts');
  if (format === 'text') writeStatistics(report, output.write);
  else if (format === 'json') output.write(`${JSON.stringify({ rules: countRules(report), summary: report.summary })}\n`);
  else throw new Failure(`--statistics needs --format text or json, not ${format}.`);
}

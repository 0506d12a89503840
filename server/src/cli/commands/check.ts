import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../../config/settings/read-settings.ts';
import { isIgnored, settableCodes } from '../../config/settings/settings.ts';
import type { FilePattern, Profile, SettingsLayer } from '../../config/settings/settings.ts';
import type { Severity } from '../../findings/code.ts';
import { allChecks } from '../../lint/rules/index.ts';
import { findingsByFile, openZones } from '../zones/check-zones.ts';
import type { CheckedZone } from '../zones/check-zones.ts';
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
import { printable } from '../../hosts/node/printable.ts';
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

/** Files that are left alone are named up to this number. */
const MOST_LEFT_ALONE = 5;
/** JSON and SARIF carry the edits of fixes, each tried on a copy, for up to this number of zones; beyond, they say only whether there is a fix. */
const MOST_WITH_EDITS = 200;
/** And up to this number of octets. */
const MOST_TRIED = 2 ** 18;

export type Format = 'text' | 'json' | 'sarif' | 'github' | 'gitlab';

export interface CheckOptions {
  readonly origin?: string;
  readonly format: Format;
  readonly profile?: Profile;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly addPtr?: boolean;
  readonly bumpSerial?: boolean;
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
  /** Asks the DNS for what the files lack. */
  readonly live?: boolean;
  readonly dnsServer: readonly string[];
}

/** Lints files, folders or the zones of a server's configuration. Returns the exit status. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const names = new FileNames(),
    progress = new Progress(options.quiet),
    ignore = patternsOf(paths, options);
  const settings = settingsFiles(options, ignore),
    inputs = withoutIgnored(await inputsOf(paths, options, names, settings, progress), ignore);
  const judging: Judging = { checks: allChecks, options: { bounds: inputs.bounds, beside: inputs.beside }, names };
  keepHeapSmall(
    inputs.zones.reduce((sum, { bytes }) => sum + bytes.length, 0),
    inputs.zones.length,
  );
  const carriesEdits =
    (options.format === 'json' || options.format === 'sarif') &&
    options.shard === undefined &&
    inputs.zones.length <= MOST_WITH_EDITS &&
    inputs.zones.reduce((sum, { bytes }) => sum + bytes.length, 0) <= MOST_TRIED;
  const zones =
    options.live === true
      ? await (await import('../judging/judge-live.ts')).judgeLive(inputs, judging, liveOptions(options), progress)
      : options.fix === true
        ? await fixed(inputs, judging, options, progress)
        : carriesEdits
          ? await foundWithEdits(inputs, judging, progress)
          : await found(inputs, judging, options, progress);
  progress.end();
  const crashed = reportCrashes(zones),
    isEmpty = inputs.zones.length === 0 && inputs.troubles.length === 0;
  // What is no zone's is said by the first part alone.
  const { troubles, problems } =
    options.shard === undefined || options.shard.index === 1 ? inputs : { troubles: [], problems: [] };
  for (const { message } of troubles) tell(message);
  if (isEmpty)
    tell(
      `No zone files in ${paths.length === 0 ? 'this folder' : paths.join(', ')}${ignore.length === 0 ? '' : ', apart from those excluded'}.`,
    );
  const report = reportOf(
    { troubles, problems },
    zones.map(({ files }) => files),
    names,
    zones.reduce((sum, { suppressedErrors }) => sum + suppressedErrors, 0),
  );
  if (options.dryRun !== true) await writeReport(report, options);
  return isEmpty || troubles.length > 0 || crashed
    ? TROUBLE
    : statusOf(report.summary, { failOn: options.failOn, maxWarnings: options.maxWarnings });
}

/** What doesn't go with `--live` is refused. */
function liveOptions({ fix, shard, dnsServer }: CheckOptions): { readonly dnsServer: readonly string[] } {
  if (fix === true)
    throw new Failure("--live finds things, but what it finds may change by itself: it can't be combined with --fix.");
  if (shard !== undefined)
    throw new Failure("--live asks for all zones at once, so it can't be combined with --shard.");
  return { dnsServer };
}

/** What is excluded, relative to the working folder, and to what is given outside it. */
function patternsOf(paths: readonly string[], { exclude }: CheckOptions): readonly FilePattern[] {
  if (exclude.length === 0) return [];
  const cwd = process.cwd(),
    outside = paths.map((written) => path.resolve(written)).filter((absolute) => !isBelow(cwd, absolute));
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
    if (at < 1)
      throw new Failure(`--rule needs a rule and its severity, such as mx/no-address=off, but "${one}" has no "=".`);
    return [one.slice(0, at), one.slice(at + 1)] as const;
  });
  const {
    settings,
    problems: [problem],
  } = readSettings('--rule', JSON.stringify({ rules: Object.fromEntries(pairs) }), settableCodes);
  if (problem !== undefined) throw new Failure(`--rule: ${problem.message}`);
  return settings.severities;
}

async function inputsOf(
  paths: readonly string[],
  options: CheckOptions,
  names: FileNames,
  settings: SettingsFiles,
  progress: Progress,
): Promise<Inputs> {
  const origin = originOf(options.origin);
  if (options.stdin === true || paths.includes('-'))
    return stdinInput(
      paths.filter((written) => written !== '-'),
      options,
      names,
      origin,
      settings,
    );
  return findInputs(pathsOf(paths, options), {
    origin,
    settings,
    names,
    allowOutside: options.allowOutside === true,
    onFile: (files) => progress.update('Looking at file', files),
  });
}

/** Zones that a server's configuration names, or somebody on the command line, may be excluded too. */
function withoutIgnored(inputs: Inputs, ignore: readonly FilePattern[]): Inputs {
  return ignore.length === 0
    ? inputs
    : {
        ...inputs,
        zones: inputs.zones.filter((input) => !isIgnored({ ignore }, input.path)),
        troubles: inputs.troubles.filter((trouble) => !isIgnored({ ignore }, trouble.path)),
      };
}

async function found(
  inputs: Inputs,
  judging: Judging,
  { jobs, shard }: CheckOptions,
  progress: Progress,
): Promise<readonly JudgedZone[]> {
  const zones = wholeZones(inputs.zones, judging.options),
    part = shardOf(zones, shard);
  return judgeZones(zones, part, judging, { jobs, cores: availableParallelism() }, (done) =>
    progress.update('Checking zone', done, part.length),
  );
}

async function fixed(
  inputs: Inputs,
  judging: Judging,
  options: CheckOptions,
  progress: Progress,
): Promise<readonly JudgedZone[]> {
  if (options.shard !== undefined) throw new Failure("--fix needs all zones, so it can't be combined with --shard.");
  const checked = openZones(inputs.zones, judging.checks, judging.options, (done) =>
    progress.update('Checking zone', done, inputs.zones.length),
  );
  progress.end();
  await fixAll(checked, inputs, options, judging.names);
  return checked.map((one) => judged(one, judging));
}

/** JSON and SARIF carry the edits of fixes: each that its rule calls safe is tried on the zones that were read. */
async function foundWithEdits(inputs: Inputs, judging: Judging, progress: Progress): Promise<readonly JudgedZone[]> {
  const { triedFixes } = await import('../reports/tried-fixes.ts');
  const checked = openZones(inputs.zones, judging.checks, judging.options, (done) =>
    progress.update('Checking zone', done, inputs.zones.length),
  );
  const tried = triedFixes(
    checked,
    checked.flatMap((one) => [...findingsByFile(one).values()].flat()),
    judging.names,
  );
  return checked.map((one) => judged(one, judging, tried));
}

function pathsOf(
  paths: readonly string[],
  { origin, stdinFilename, fix, dryRun, addPtr, bumpSerial, format }: CheckOptions,
): readonly string[] {
  for (const [given, option] of [
    [dryRun, '--dry-run'],
    [addPtr, '--add-ptr'],
    [bumpSerial, '--bump-serial'],
  ] as const)
    if (given === true && fix !== true) throw new Failure(`${option} needs --fix.`);
  if (dryRun === true && format !== 'text')
    throw new Failure(`--dry-run prints a diff, so it can't be combined with --format ${format}.`);
  if (stdinFilename !== undefined) throw new Failure('--stdin-filename needs --stdin.');
  if (origin !== undefined && paths.length !== 1)
    throw new Failure(`--origin is for one file, but there are ${paths.length} paths.`);
  return paths.length === 0 ? ['.'] : paths;
}

async function stdinInput(
  paths: readonly string[],
  { stdinFilename, fix }: CheckOptions,
  names: FileNames,
  origin: string | undefined,
  settings: SettingsFiles,
): Promise<Inputs> {
  if (paths.length > 0) throw new Failure('--stdin takes no paths; use --stdin-filename for the path to assume.');
  if (fix === true) throw new Failure("--fix writes files, so it can't be combined with --stdin.");
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const file = names.give(stdinFilename ?? 'stdin');
  const zones = await identified(file, plainBytes(Buffer.concat(chunks)), [], { origin, settings }, true);
  return {
    zones,
    troubles: settings.troubles,
    problems: settings.problems,
    bounds: new Bounds([rootOf(file)]),
    named: [],
    beside: policiesNear(file, rootOf(file)),
  };
}

/** Carries out what is safe, and writes it or shows what would be written. */
async function fixAll(
  checked: readonly CheckedZone[],
  inputs: Inputs,
  { dryRun = false, addPtr = false, bumpSerial = false }: CheckOptions,
  names: FileNames,
): Promise<void> {
  const { fixZones, fixedDiff, writeFixed } = await import('../zones/fix-zones.ts'),
    fixed = fixZones(checked, inputs, { addPtr, bumpSerial });
  if (dryRun) showDiff(fixedDiff(fixed, names));
  else writeFixed(fixed, names, inputs.bounds);
  const list = (files: readonly string[]): string => files.map((file) => names.show(file)).join(', ');
  if (fixed.count > 0)
    tell(
      `${dryRun ? 'Would fix' : 'Fixed'} ${fixed.count} ${fixed.count === 1 ? 'finding' : 'findings'} in ${list(fixed.files.map(({ path: file }) => file))}.`,
    );
  for (const { uri, from, to } of fixed.raised)
    tell(`${dryRun ? 'Would raise' : 'Raised'} the serial of ${list([fileURLToPath(uri)])} from ${from} to ${to}.`);
  if (fixed.sameSerial.length > 0)
    tell(`Records change in ${list(fixed.sameSerial)}: raise the serial too, or use --bump-serial.`);
  const alone = [...fixed.leftAlone];
  for (const [file, why] of alone.slice(0, MOST_LEFT_ALONE))
    tell(`${list([file])} ${why}, so its fixes aren't applied.`);
  if (alone.length > MOST_LEFT_ALONE)
    tell(`${alone.length - MOST_LEFT_ALONE} more files are left alone for such reasons.`);
}

/** A program that reads the difference gets it as it is; a terminal gets no control characters. */
function showDiff(diff: string): void {
  const output = new Output();
  output.write(process.stdout.isTTY ? diff.split('\n').map(printable).join('\n') : diff);
  output.flush();
}

/** A rule that fails is a fault of this program: it is named, and the run isn't good. */
function reportCrashes(zones: readonly JudgedZone[]): boolean {
  const crashes = new Map<string, string>();
  for (const { file, crashes: own } of zones)
    for (const [code, reason] of own) if (!crashes.has(code)) crashes.set(code, `${file}: ${reason}`);
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
  else
    (await import('../reports/text-report.ts')).writeText(report, output.write, {
      color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
      offerFix: fix !== true,
      quiet: quiet === true,
    });
  output.flush();
}

async function writeCounts(report: Report, format: Format, output: Output): Promise<void> {
  const { countRules, writeStatistics } = await import('../reports/statistics.ts');
  if (format === 'text') writeStatistics(report, output.write);
  else if (format === 'json')
    output.write(`${JSON.stringify({ rules: countRules(report), summary: report.summary })}\n`);
  else throw new Failure(`--statistics needs --format text or json, not ${format}.`);
}

import path from 'node:path';
import { absoluteName } from '../../config/zone-name.ts';
import { defaultSettings } from '../../zone/lint/context.ts';
import type { LintSettings } from '../../zone/lint/context.ts';
import type { ShownFinding } from '../../zone/lint/finding.ts';
import type { Severity } from '../../zone/lint/rule.ts';
import { allRules } from '../../zone/lint/rules/index.ts';
import { checkZones, findingsByFile, pathOf } from '../check-zones.ts';
import type { CheckedZone } from '../check-zones.ts';
import { statusOf, TROUBLE } from '../exit-status.ts';
import { Failure } from '../failure.ts';
import { FileNames } from '../file-names.ts';
import { findInputs, rootOf } from '../input/find-inputs.ts';
import type { Inputs } from '../input/find-inputs.ts';
import { plainBytes } from '../input/read-bytes.ts';
import { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import { writeGithub } from '../reports/github.ts';
import { writeJson } from '../reports/json.ts';
import { inTextOrder, summarize } from '../reports/report.ts';
import type { Report, ReportedFile, ReportedFinding } from '../reports/report.ts';
import { writeText } from '../reports/text.ts';

export type Format = 'text' | 'json' | 'sarif' | 'github';

export interface CheckOptions {
  readonly origin?: string;
  readonly format: Format;
  readonly profile?: LintSettings['profile'];
  readonly fix?: boolean;
  readonly maxWarnings?: number;
  readonly failOn: Severity;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

/** Lints files, folders or the zones of a server's configuration. Returns the exit status. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const names = new FileNames(), settings: LintSettings = { ...defaultSettings, ...(options.profile === undefined ? {} : { profile: options.profile }) };
  const origin = originOf(options.origin);
  const inputs = options.stdin === true ? await stdinInput(paths, options, names, origin, settings) : findInputs(pathsOf(paths, options), { origin, settings, names });
  if (inputs.zones.length === 0 && inputs.troubles.length === 0) process.stderr.write(`No zone files in ${paths.length === 0 ? 'this folder' : paths.join(', ')}.\n`);
  const progress = new Progress();
  const checked = checkZones(inputs.zones, allRules, { roots: inputs.roots }, (done) => progress.update('Checking zone', done, inputs.zones.length));
  progress.end();
  const crashed = reportCrashes(checked);
  for (const { message } of inputs.troubles) process.stderr.write(`zonewright: ${message}\n`);
  const report = reportOf(inputs, checked, names);
  writeReport(report, options);
  return inputs.troubles.length > 0 || crashed ? TROUBLE : statusOf(report.summary, { failOn: options.failOn, maxWarnings: options.maxWarnings });
}

function originOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const name = absoluteName(written);
  if (name === undefined) throw new Failure(`"${written}" is no domain name; --origin takes the name of the zone's apex, such as example.com.`);
  return name;
}

function pathsOf(paths: readonly string[], { origin }: CheckOptions): readonly string[] {
  if (origin !== undefined && paths.length !== 1) throw new Failure(`--origin names the zone of one file, but ${paths.length} paths are given.`);
  return paths.length === 0 ? ['.'] : paths;
}

async function stdinInput(paths: readonly string[], { stdinFilename, fix }: CheckOptions, names: FileNames, origin: string | undefined, settings: LintSettings): Promise<Inputs> {
  if (paths.length > 0) throw new Failure('--stdin reads the zone from standard input, so no path may be given; --stdin-filename says where it would lie.');
  if (fix === true) throw new Failure('--fix writes files, so it can\'t go with --stdin.');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = plainBytes(Buffer.concat(chunks)), file = names.give(stdinFilename ?? 'stdin');
  return { zones: [{ path: file, bytes, apex: origin, view: undefined, settings, directory: undefined }], troubles: [], roots: [rootOf(file)] };
}

function reportOf({ troubles }: Inputs, checked: readonly CheckedZone[], names: FileNames): Report {
  const files: ReportedFile[] = troubles.map(({ path: file, code, message }) => {
    const start = { line: 0, character: 0 };
    return { file: names.show(file), zone: null, findings: [{ code, severity: 'error', message, range: { start, end: start }, related: [], fix: 'none' }] };
  });
  for (const one of checked) {
    const { zone } = one.linted, apex = zone.apexKnown ? zone.names.text(zone.apex) : null;
    for (const [file, findings] of findingsByFile(one)) files.push({ file: names.show(file), zone: apex, findings: findings.map((finding) => reported(finding, names)).toSorted(inTextOrder) });
  }
  return { files, summary: summarize(files) };
}

function reported({ code, severity, message, place, related, fix }: ShownFinding, names: FileNames): ReportedFinding {
  return {
    code, severity, message, range: place.range, fix,
    related: related.map((other) => ({ file: names.show(pathOf(other.place)), range: other.place.range, message: other.message })),
  };
}

/** A rule that fails is a fault of this program: it is named, and the run isn't good. */
function reportCrashes(checked: readonly CheckedZone[]): boolean {
  const crashes = new Map<string, string>();
  for (const { linted, input } of checked) for (const [code, reason] of linted.engine.crashes) if (!crashes.has(code)) crashes.set(code, `${path.basename(input.path)}: ${reason}`);
  for (const [code, reason] of crashes) process.stderr.write(`zonewright: the rule ${code} failed, and found nothing more; please report this. ${reason}\n`);
  return crashes.size > 0;
}

function writeReport(report: Report, { format, fix }: CheckOptions): void {
  const output = new Output();
  if (format === 'json') writeJson(report, output.write);
  else if (format === 'github') writeGithub(report, output.write);
  else writeText(report, output.write, { color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined, offerFix: fix !== true });
  output.flush();
}

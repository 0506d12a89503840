import type { ConfigProblem, ConfigSpan } from '../../config/reading/places.ts';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import { findingsByFile, pathOf } from '../zones/check-zones.ts';
import type { CheckedZone } from '../zones/check-zones.ts';
import type { FileNames } from '../process/file-names.ts';
import type { Inputs } from '../input/zone-input.ts';
import { inTextOrder, summarize } from './report.ts';
import type { Report, ReportedFile, ReportedFinding, ReportedPlace } from './report.ts';

/** Everything that a run has to say: inputs that can't be judged, mistakes in configurations and settings, findings in zones. */
export function reportOf({ troubles, problems }: Inputs, checked: readonly CheckedZone[], names: FileNames): Report {
  const files: ReportedFile[] = troubles.map(({ path, code, message }) => {
    const start = { line: 0, character: 0 };
    return { file: names.show(path), zone: null, findings: [{ code, severity: 'error', message, range: { start, end: start }, related: [], fix: 'none' }] };
  });
  files.push(...configFiles(problems, names));
  for (const one of checked) {
    const { zone } = one.linted, apex = zone.apexKnown ? zone.names.text(zone.apex) : null;
    for (const [file, findings] of findingsByFile(one)) files.push({ file: names.show(file), zone: apex, findings: findings.map((finding) => reported(finding, names)).toSorted(inTextOrder) });
  }
  const merged = withoutRepetition(files);
  return { files: merged, summary: summarize(merged) };
}

/** A file that several views serve as the same zone says the same for each of them. */
function withoutRepetition(files: readonly ReportedFile[]): readonly ReportedFile[] {
  const kept = new Map<string, { readonly file: ReportedFile; readonly findings: Map<string, ReportedFinding> }>();
  for (const file of files) {
    const key = `${file.file}\u0000${file.zone ?? ''}`, before = kept.get(key);
    if (before === undefined) kept.set(key, { file, findings: new Map(file.findings.map((finding, k) => [String(k), finding])) });
    else {
      const known = new Set([...before.findings.values()].map((finding) => JSON.stringify(finding)));
      for (const finding of file.findings) if (!known.has(JSON.stringify(finding))) before.findings.set(String(before.findings.size), finding);
    }
  }
  return [...kept.values()].map(({ file, findings }) => (findings.size === file.findings.length ? file : { ...file, findings: [...findings.values()].toSorted(inTextOrder) }));
}

function reported({ code, severity, message, place, related, fix }: ShownFinding, names: FileNames): ReportedFinding {
  return { code, severity, message, range: place.range, related: related.map((other) => ({ file: names.show(pathOf(other.place)), range: other.place.range, message: other.message })), fix };
}

function configFiles(problems: readonly ConfigProblem[], names: FileNames): readonly ReportedFile[] {
  const byFile = new Map<string, ReportedFinding[]>();
  for (const { code, severity, message, at, related } of problems) {
    const { file, range } = placeOf(at, names), findings = byFile.get(file) ?? [];
    findings.push({ code, severity, message, range, related: (related ?? []).map((other) => ({ ...placeOf(other.at, names), message: other.message })), fix: 'none' });
    byFile.set(file, findings);
  }
  return [...byFile].map(([file, findings]) => ({ file, zone: null, findings: findings.toSorted(inTextOrder) }));
}

function placeOf({ path, start, end }: ConfigSpan, names: FileNames): ReportedPlace {
  const position = ({ line, character }: ConfigSpan['start']): ReportedPlace['range']['start'] => ({ line, character });
  return { file: names.show(path), range: { start: position(start), end: position(end) } };
}

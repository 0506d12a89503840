import { fileURLToPath } from 'node:url';
import { baseName } from '../../config/paths/paths.ts';
import { isRootHintsName } from '../../config/zone-files/zone-file-name.ts';
import type { ConfigProblem, ConfigSpan } from '../../config/reading/places.ts';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import { joinedFindings } from '../../lint/engine/joined-findings.ts';
import { findingsByFile, hasSoa, idOf, pathOf } from '../zones/check-zones.ts';
import type { TriedFixes } from './tried-fixes.ts';
import type { CheckedZone } from '../zones/check-zones.ts';
import type { FileNames } from '../process/file-names.ts';
import type { Inputs } from '../input/zone-input.ts';
import { mergeFiles } from './merge-files.ts';
import { inTextOrder, summarize } from './report.ts';
import type { Report, ReportedFile, ReportedFinding, ReportedPlace } from './report.ts';

/** Everything that a run has to say: inputs that can't be judged, mistakes in configurations and settings, findings in zones. */
export function reportOf(
  { troubles, problems }: Pick<Inputs, 'troubles' | 'problems'>,
  zones: Iterable<readonly ReportedFile[]>,
  names: FileNames,
  suppressedErrors = 0,
): Report {
  const files: ReportedFile[] = troubles.map(({ path, code, message }) => {
    const start = { line: 0, character: 0 };
    return {
      file: names.show(path),
      zone: null,
      findings: [{ code, severity: 'error', message, range: { start, end: start }, related: [], fix: 'none' }],
    };
  });
  files.push(...configFiles(problems, names));
  for (const zone of zones) files.push(...zone);
  const merged = mergeFiles(files);
  return {
    files: merged,
    summary: { ...summarize(merged), ...(suppressedErrors === 0 ? {} : { suppressedErrors }) },
    unnamed: files.filter(({ isUnnamed }) => isUnnamed === true).length,
  };
}

/** The list of the root servers is a part of no zone. */
const isHints = (linted: CheckedZone['linted']): boolean =>
  !hasSoa(linted) && isRootHintsName(baseName(linted.zone.root.uri));

/** What was found in a zone's files; with `tried`, how to put it right. */
export function reportedZone(one: CheckedZone, names: FileNames, tried?: TriedFixes): readonly ReportedFile[] {
  const { zone } = one.linted,
    apex = zone.apexKnown ? zone.names.text(zone.apex) : null,
    parts = new Set<string>(),
    own = names.show(one.input.path);
  for (const { text } of one.linted.files()) if (text !== zone.root.text) parts.add(fileURLToPath(text.uri));
  return [...findingsByFile(one)].map(([path, findings]) => {
    const reportedFile = {
      file: names.show(path),
      zone: apex,
      findings: joinedFindings(path, findings)
        .map((finding) => reported(finding, names, tried))
        .toSorted(inTextOrder),
    };
    if (parts.has(path)) return { ...reportedFile, includedBy: own };
    return path === one.input.path && !zone.apexKnown && !isHints(one.linted)
      ? { ...reportedFile, isUnnamed: true }
      : reportedFile;
  });
}

function reported(finding: ShownFinding, names: FileNames, tried: TriedFixes | undefined): ReportedFinding {
  const { code, severity, message, place, related, fix } = finding,
    fixes = tried?.get(idOf(finding));
  return {
    code,
    severity,
    message,
    range: place.range,
    related: related.map((other) => ({
      file: names.show(pathOf(other.place)),
      range: other.place.range,
      message: other.message,
    })),
    ...(fixes === undefined
      ? { fix }
      : { fix: fixes.length === 0 ? 'none' : fixes.some(({ safe }) => safe) ? 'safe' : 'unsafe', fixes }),
  };
}

function configFiles(problems: readonly ConfigProblem[], names: FileNames): readonly ReportedFile[] {
  const byFile = new Map<string, ReportedFinding[]>();
  for (const { code, severity, message, at, related } of problems) {
    const { file, range } = placeOf(at, names),
      findings = byFile.get(file) ?? [];
    findings.push({
      code,
      severity,
      message,
      range,
      related: (related ?? []).map((other) => ({ ...placeOf(other.at, names), message: other.message })),
      fix: 'none',
    });
    byFile.set(file, findings);
  }
  return [...byFile].map(([file, findings]) => ({ file, zone: null, findings: findings.toSorted(inTextOrder) }));
}

function placeOf({ path, start, end }: ConfigSpan, names: FileNames): ReportedPlace {
  const position = ({ line, character }: ConfigSpan['start']): ReportedPlace['range']['start'] => ({ line, character });
  return { file: names.show(path), range: { start: position(start), end: position(end) } };
}

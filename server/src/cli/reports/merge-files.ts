import type { ReportedFile, ReportedFinding } from './report.ts';
import { inTextOrder, severities } from './report.ts';

/** How many of the other zones for which a finding in an included file reads differently are named. */
const MOST_NAMED = 3;

/** Each finding once: a file that several views serve as the same zone says the same for each of them, and a file that many zones include for each of those. */
export function mergeFiles(files: readonly ReportedFile[]): readonly ReportedFile[] {
  const merged = new Map<string, MergedFile>(),
    parts = new Map<string, PartFindings>();
  for (const file of files) {
    const key = `${file.file}\u0000${file.zone ?? ''}`,
      known = merged.get(key) ?? new MergedFile(file),
      { includedBy } = file;
    if (includedBy === undefined) known.add(file.findings);
    const part = includedBy === undefined ? undefined : (parts.get(file.file) ?? new PartFindings());
    if (part !== undefined && includedBy !== undefined) part.add(file.findings, known, includedBy, file.zone);
    // An included file is listed with the first zone that includes it, and with those for which there is more to say.
    if (part === undefined || !parts.has(file.file) || !known.isEmpty) merged.set(key, known);
    if (part !== undefined) parts.set(file.file, part);
  }
  return [...merged.values()].map((file) => file.done());
}

class MergedFile {
  private readonly file: ReportedFile;
  private readonly findings: ReportedFinding[] = [];
  private known: Set<string> | undefined;
  private times = 0;

  constructor(file: ReportedFile) {
    this.file = file;
  }

  get isEmpty(): boolean {
    return this.findings.length === 0;
  }

  add(findings: readonly ReportedFinding[]): void {
    // What one zone says twice is left as it is.
    if (this.times++ === 0) this.findings.push(...findings);
    else {
      this.known ??= new Set(this.findings.map((finding) => JSON.stringify(finding)));
      this.findings.push(...findings.filter((finding) => this.known?.has(JSON.stringify(finding)) === false));
    }
  }

  push(finding: ReportedFinding): number {
    return this.findings.push(finding) - 1;
  }
  at(place: number): ReportedFinding {
    return this.findings[place]!;
  }
  replace(place: number, finding: ReportedFinding): void {
    this.findings[place] = finding;
  }

  done(): ReportedFile {
    const { file, zone } = this.file;
    return { file, zone, findings: this.findings.toSorted(inTextOrder) };
  }
}

/** Where a finding of an included file is listed, and for how many more zones it reads differently. */
interface Listed {
  readonly file: MergedFile;
  readonly place: number;
  readonly zone: string | null;
  others: number;
}

/** The findings of a file that zones include. */
class PartFindings {
  private readonly known = new Set<string>();
  private readonly byPlace = new Map<string, Listed>();

  add(findings: readonly ReportedFinding[], into: MergedFile, includedBy: string, zone: string | null): void {
    for (const finding of findings) {
      const whole = JSON.stringify(finding);
      if (this.known.has(whole)) continue;
      this.known.add(whole);
      const { start, end } = finding.range,
        key = `${finding.code} ${start.line} ${start.character} ${end.line} ${end.character}`,
        listed = this.byPlace.get(key);
      if (listed !== undefined && listed.zone !== zone) PartFindings.join(listed, finding, includedBy, zone);
      else {
        const place = into.push(finding);
        if (listed === undefined) this.byPlace.set(key, { file: into, place, zone, others: 0 });
      }
    }
  }

  /** The worst of them is shown; the others are places that have to do with it. */
  private static join(listed: Listed, finding: ReportedFinding, includedBy: string, zone: string | null): void {
    const first = listed.file.at(listed.place),
      start = { line: 0, character: 0 };
    const severity =
      severities.indexOf(finding.severity) < severities.indexOf(first.severity) ? finding.severity : first.severity;
    const related =
      listed.others++ < MOST_NAMED
        ? [
            ...first.related,
            {
              file: includedBy,
              range: { start, end: start },
              message: `In ${zone === null || zone === '.' ? 'this zone' : zone.slice(0, -1)}: ${finding.message}`,
            },
          ]
        : first.related;
    listed.file.replace(listed.place, { ...first, severity, related });
  }
}

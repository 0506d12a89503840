/** Each fix of each finding, tried alone and judged by a trial, by BIND before and after, and by its layout. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Fix, TextChange } from '../../server/src/findings/fix.ts';
import type { ShownFinding } from '../../server/src/lint/engine/finding.ts';
import { harmOfAll, plainChanges } from '../../server/src/workspace/trials/proven-fix.ts';
import { Trial } from '../../server/src/workspace/trials/trial.ts';
import type { TruthCase, TruthFile } from './cases.ts';
import { misplacedLine } from './layout.ts';

/** What became of a fix: `held` and `refused` those that their rule calls safe, by what the trial says; `offered` all others. */
export interface Judged {
  readonly place: string;
  readonly code: string;
  readonly title: string;
  readonly verdict: 'held' | 'refused' | 'offered';
  /** Why the trial refuses it. */
  readonly harm?: string;
  /** Why a fix that the trial lets through isn't right after all, by BIND or by its layout. */
  readonly wrong?: string;
}

const TOOL = 'named-compilezone';

export const bindIsMissing: boolean = spawnSync(TOOL, ['-v']).error !== undefined;

/** @param withBind whether BIND is asked about each safe fix; it takes a process each */
export function* judge({ name, files, zones }: TruthCase, withBind: boolean): Iterable<Judged> {
  const trial = new Trial(zones),
    bind = withBind && !bindIsMissing ? new Bind(files) : undefined;
  try {
    // A trial may give records other ids: what is tried is made before.
    const fixes = zones.flatMap((linted) =>
      [...linted.shown()].flatMap((finding) =>
        finding.fixes.map((fix) => ({ finding, fix, edits: plainChanges(fix.edits()) })),
      ),
    );
    for (const { finding, fix, edits } of fixes) yield judged(name, trial, files, bind, finding, fix, edits);
  } finally {
    bind?.remove();
  }
}

function judged(
  name: string,
  trial: Trial,
  files: readonly TruthFile[],
  bind: Bind | undefined,
  finding: ShownFinding,
  fix: Fix,
  edits: readonly TextChange[] | undefined,
): Judged {
  const {
      place: {
        uri,
        range: { start },
      },
      code,
    } = finding,
    shared = { place: `${name} ${uri}:${start.line + 1}:${start.character + 1}`, code, title: fix.title };
  if (!fix.safe) return { ...shared, verdict: 'offered' };
  if (edits === undefined) return { ...shared, verdict: 'refused', harm: 'needs a decision' };
  const harm = harmOfAll(trial, [{ finding, fix, edits }]);
  if (harm !== undefined) return { ...shared, verdict: 'refused', harm };
  const wrong = misplaced(files, edits) ?? bind?.worse(edits, fix.changes?.removes ?? 0);
  return { ...shared, verdict: 'held', ...(wrong === undefined ? {} : { wrong }) };
}

function misplaced(files: readonly TruthFile[], edits: readonly TextChange[]): string | undefined {
  for (const { uri, text } of files) {
    const changed = edited(
        text,
        edits.filter((edit) => edit.uri === uri),
      ),
      line = changed === text ? undefined : misplacedLine(text, changed);
    if (line !== undefined) return `its columns aren't those of its neighbors: ${JSON.stringify(line)}`;
  }
  return undefined;
}

/** A text with edits that don't overlap, done without any of the product's own code. */
function edited(text: string, edits: readonly TextChange[]): string {
  const starts = [0];
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
  const at = ({ line, character }: TextChange['range']['start']): number =>
    line >= starts.length ? text.length : Math.min(starts[line]! + character, text.length);
  let changed = text;
  for (const { range, text: fresh } of edits
    .map((edit, k) => ({ ...edit, k }))
    .sort((a, b) => at(b.range.start) - at(a.range.start) || b.k - a.k))
    changed = changed.slice(0, at(range.start)) + fresh + changed.slice(at(range.end));
  return changed;
}

interface Compiled {
  readonly accepts: boolean;
  readonly records: ReadonlySet<string>;
}

/** BIND's reading of a case's zones as files of a folder of their own. */
class Bind {
  private readonly files: readonly TruthFile[];
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-fix-truth-'));
  private readonly before = new Map<TruthFile, Compiled>();

  constructor(files: readonly TruthFile[]) {
    this.files = files.filter(({ path: file }) => !file.startsWith('..') && !path.isAbsolute(file));
    for (const file of this.files) this.write(file, file.text);
  }

  /** What edits make worse in the eyes of BIND. */
  worse(edits: readonly TextChange[], removes: number): string | undefined {
    const zones = this.files.filter(({ apex }) => apex !== undefined);
    for (const zone of zones) if (!this.before.has(zone)) this.before.set(zone, this.compiled(zone));
    for (const file of this.files)
      this.write(
        file,
        edited(
          file.text,
          edits.filter(({ uri }) => uri === file.uri),
        ),
      );
    try {
      for (const zone of zones) {
        const before = this.before.get(zone)!,
          after = this.compiled(zone);
        if (!before.accepts) continue;
        if (!after.accepts) return `BIND refuses ${zone.path} afterwards`;
        const lost = [...before.records].filter((record) => !after.records.has(record)),
          fresh = [...after.records].filter((record) => !before.records.has(record));
        if (lost.length > fresh.length + removes) return `BIND no longer loads ${lost[0]!}`;
      }
      return undefined;
    } finally {
      for (const file of this.files) this.write(file, file.text);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write({ path: file }: TruthFile, text: string): void {
    mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    writeFileSync(path.join(this.folder, file), text);
  }

  /** Records without TTL and letter case: a fix may even these out. */
  private compiled({ path: file, apex = '.' }: TruthFile): Compiled {
    const { status, stdout } = spawnSync(
      TOOL,
      ['-q', '-i', 'local', '-s', 'full', '-o', '-', apex, path.basename(file)],
      { cwd: path.join(this.folder, path.dirname(file)), encoding: 'latin1', maxBuffer: 1 << 30 },
    );
    const records = stdout
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(';'))
      .map((line) => line.replace(/^(\S+)\s+\d+\s/, '$1 ').toLowerCase());
    return { accepts: status === 0, records: new Set(records) };
  }
}

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyLeftAlone } from '../../config/zone-files/left-alone.ts';
import { answerNow } from '../../hosts/node/asking.ts';
import { placeOf } from '../../hosts/node/bounded-files.ts';
import { Bounds, isBelow } from '../../hosts/node/bounds.ts';
import type { FileNames } from '../process/file-names.ts';
import { unifiedDiff } from '../../text/unified-diff.ts';
import { fixEverything } from '../../workspace/trials/proven-batch.ts';
import type { Candidate } from '../../workspace/trials/proven-fix.ts';
import { Trial } from '../../workspace/trials/trial.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import { findingsByFile, hasSoa } from './check-zones.ts';
import type { CheckedZone } from './check-zones.ts';
import type { Inputs } from '../input/zone-input.ts';
import { LARGEST_ZONE, whyRefused } from '../input/read-bytes.ts';
import { raiseSerials, servedRecords } from './raise-serials.ts';
import type { Raised } from './raise-serials.ts';
import { writeFile } from './write-file.ts';

export interface FixOptions {
  /** Whether PTR records may be added to reverse zones, whose serials are then raised. */
  readonly addPtr: boolean;
  /** Whether the serial of each zone whose records change is raised. */
  readonly bumpSerial: boolean;
}

/** What was changed, in memory: nothing is written yet. */
export interface Fixed {
  /** How many fixes were carried out. */
  readonly count: number;
  readonly files: readonly FixedFile[];
  /** Serials that were raised. */
  readonly raised: readonly Raised[];
  /** Absolute paths of zones with other records and the same serial. */
  readonly sameSerial: readonly string[];
  /** Files with safe fixes that were left alone, and why, as the rest of a sentence. */
  readonly leftAlone: ReadonlyMap<string, string>;
}

export interface FixedFile {
  /** Absolute. */
  readonly path: string;
  readonly before: SourceText;
  readonly after: SourceText;
}

/** Carries out all safe fixes on the zones as they are held, until there are none left. */
export function fixZones(checked: readonly CheckedZone[], inputs: Inputs, { addPtr, bumpSerial }: FixOptions): Fixed {
  const zones = checked.map(({ linted }) => linted),
    trial = new Trial(zones),
    guard = new Guard(checked, inputs),
    originals = textsOf(zones, (text) => text.copy(new Lexer()));
  const states = new Map(zones.map((linted) => [linted, servedRecords(linted.zone)]));
  const allows = ({ finding, fix, edits }: Candidate): boolean => {
    const elsewhere = edits.some(({ uri }) => uri !== finding.place.uri);
    if (elsewhere && !(addPtr && fix.changes?.adds !== undefined)) return false;
    return edits.every(({ uri }) => guard.allows(uri));
  };
  const rounds = fixEverything(trial, {
    findings: () => checked.flatMap((one) => [...findingsByFile(one).values()].flat()),
    allows,
  });
  const changed = zones.filter((linted) => states.get(linted) !== servedRecords(linted.zone)),
    touched = new Set(
      rounds
        .flat()
        .filter(({ fix }) => fix.changes?.adds !== undefined)
        .flatMap(({ edits }) => edits.map(({ uri }) => uri)),
    );
  const raised = raiseSerials(
    trial,
    changed.filter(({ zone }) => bumpSerial || touched.has(zone.root.uri)),
    (uri) => guard.allows(uri),
    new Date(),
  );
  const done = new Set(raised.map(({ uri }) => uri));
  trial.end();
  const now = textsOf(zones, (text) => text),
    files = [...originals].flatMap(([uri, before]) => {
      const after = now.get(uri);
      return after === undefined || isSame(before, after) ? [] : [{ path: fileURLToPath(uri), before, after }];
    });
  return {
    count: rounds.reduce((sum, round) => sum + round.length, 0),
    files,
    raised,
    leftAlone: guard.leftAlone,
    sameSerial: [
      ...new Set(
        changed.filter(({ zone }) => !done.has(zone.root.uri)).map(({ zone }) => fileURLToPath(zone.root.uri)),
      ),
    ],
  };
}

/** Writes the files. Those before one that can't be written stay written. */
export function writeFixed({ files }: Fixed, names: FileNames, bounds: Bounds): void {
  for (const { path: file, before, after } of files)
    writeFile(file, { before: before.octets(), after: after.octets() }, names.show(file), bounds);
}

/** What would be written, as `diff -u` prints it. */
export function fixedDiff({ files }: Fixed, names: FileNames): string {
  return files
    .map(({ path: file, before, after }) => unifiedDiff(names.show(file), before.text(), after.text()))
    .join('');
}

function textsOf(zones: readonly LintedZone[], of: (text: SourceText) => SourceText): ReadonlyMap<string, SourceText> {
  const texts = new Map<string, SourceText>();
  for (const linted of zones)
    for (const text of [...[...linted.files()].map((file) => file.text), ...linted.besides()])
      if (!texts.has(text.uri)) texts.set(text.uri, of(text));
  return texts;
}

/** Chunks never change: a text is the same where its chunks are. */
const isSame = (a: SourceText, b: SourceText): boolean =>
  a.chunks.length === b.chunks.length && a.chunks.every((chunk, k) => chunk === b.chunks[k]);

/** Says which files may be changed: those that were named, or that are below a folder that was, and that people write by hand as a zone. */
class Guard {
  readonly leftAlone = new Map<string, string>();
  private readonly checked: readonly CheckedZone[];
  private readonly inputs: Inputs;
  private readonly bounds: Bounds;
  private readonly known = new Map<string, boolean>();

  constructor(checked: readonly CheckedZone[], inputs: Inputs) {
    this.checked = checked;
    this.inputs = inputs;
    this.bounds = new Bounds(inputs.named);
  }

  allows(uri: string): boolean {
    const known = this.known.get(uri);
    if (known !== undefined) return known;
    const file = fileURLToPath(uri),
      why = this.why(uri, file);
    if (why !== undefined) this.leftAlone.set(file, why);
    this.known.set(uri, why === undefined);
    return why === undefined;
  }

  private why(uri: string, file: string): string | undefined {
    const folder = this.inputs.named.find((named) => isBelow(named, file));
    if (folder === undefined) return "isn't below a folder, or among the files, on the command line";
    // What a link leads to belongs to a folder of its own.
    const place = answerNow(placeOf(file, this.bounds));
    if ('refused' in place) return whyRefused(place, LARGEST_ZONE);
    const holders = this.checked.filter(({ linted }) => textsOf([linted], (text) => text).has(uri));
    if (holders.some(({ input }) => input.received)) return 'is written by the server, not by hand';
    if (holders.some(({ input, linted }) => !input.named && linted.zone.root.uri === uri && !hasSoa(linted)))
      return "isn't a whole zone: it has no SOA record";
    return whyLeftAlone(
      path.relative(folder, file) || path.basename(file),
      () =>
        textsOf(
          holders.map(({ linted }) => linted),
          (text) => text,
        )
          .get(uri)
          ?.text() ?? '',
    );
  }
}

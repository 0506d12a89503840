import { consequencesAmong } from '../lint/engine/consequences.ts';
import type { LintEngine } from '../lint/engine/engine.ts';
import type { LintSettings } from '../findings/lint-settings.ts';
import type { Finding, ShownFinding } from '../lint/engine/finding.ts';
import { showFinding } from '../lint/engine/finding.ts';
import { fillTemplate } from '../findings/template.ts';
import { severityRank } from '../findings/code.ts';
import type { Severity } from '../findings/code.ts';
import type { ChunkSplice, SourceText } from '../zone/syntax/source-text.ts';
import type { Block } from '../zone/model/block.ts';
import { orderOf, placeOf } from '../zone/model/span.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { ZoneFile } from '../zone/model/zone-file.ts';
import { stateOf } from '../zone/model/zone-state.ts';
import { codeTable } from '../findings/codes/index.ts';

export interface FindingsOfFile {
  /** In the order of the text. */
  readonly shown: readonly ShownFinding[];
  /** How many more there are than were asked for. */
  readonly left: number;
}

const NO_ZONE = 'none',
  MOST_ANSWERS = 1024;

let revisions = 0;

/** A zone of the workspace with its findings. */
export class LintedZone {
  private disturbed = false;
  readonly zone: Zone;
  readonly engine: LintEngine;
  readonly view: string | undefined;
  readonly settings: LintSettings;
  /** Another number, never used before by any zone, after everything that may change a finding or its place. */
  revision = ++revisions;
  /** Called when records may have changed in `settle`, for those who see this zone. */
  onChange: () => void = () => undefined;
  /** Only the name of the zone's file tells its apex, which findings about the apex say. */
  apexIsGuess = false;
  private readonly seen = new Set<LintedZone>();
  private readonly askedNames = new Set<string>();
  private readonly answers = new Map<string, LintedZone | typeof NO_ZONE>();
  private readonly answersBelow = new Map<string, boolean>();
  private readonly askedFiles = new Map<string, readonly SourceText[]>();
  private readonly held = new Set<SourceText>();
  private askedForOthers = false;

  constructor(zone: Zone, engine: LintEngine, view: string | undefined, settings: LintSettings) {
    this.zone = zone;
    this.engine = engine;
    this.view = view;
    this.settings = settings;
  }

  /** Of the zone's own file. */
  get uri(): string {
    return this.zone.root.uri;
  }

  get settled(): boolean {
    return this.zone.settled && this.engine.settled;
  }

  settle(shouldStop: () => boolean): boolean {
    if (this.settled) return true;
    this.touched();
    if (!this.zone.settled) {
      const done = this.zone.settle(shouldStop);
      this.onChange();
      if (!done) return false;
    }
    return this.engine.settle(shouldStop);
  }

  /** A text's chunks were replaced. Returns whether the zone has that text. */
  spliced(text: SourceText, splice: ChunkSplice): boolean {
    const files = this.filesOf(text);
    for (const file of files) file.spliced(splice, text.chunks);
    if (files.length > 0) this.touched();
    return files.length > 0;
  }

  /** The zone is as its secondaries know it. */
  keepState(): void {
    this.zone.published = stateOf(this.zone);
    this.zone.saved = undefined;
  }

  /** One of its files was saved. Returns whether that may change findings. */
  fileSaved(): boolean {
    const { published } = this.zone,
      saved = stateOf(this.zone);
    if (published === undefined || saved === undefined) return false;
    if (this.zone.saved === undefined && saved.serial === published.serial && saved.records === published.records)
      return false;
    if (((saved.serial - published.serial) | 0) > 0) this.keepState();
    else this.zone.saved = saved;
    this.engine.outsideChanged();
    this.disturbed = true;
    this.touched();
    return true;
  }

  touched(): void {
    this.revision = ++revisions;
  }

  /** The findings as they are shown, those of generated records once a place. */
  *shown(): Iterable<ShownFinding> {
    const repeated = this.repeated(),
      silenced = this.silenced();
    for (const finding of this.engine.findings())
      if (!repeated.has(finding) && !silenced.has(finding)) yield this.show(finding);
  }

  /** The findings in one of the zone's files: at most `limit`, the worst ones when there are more. */
  shownIn(text: SourceText, limit: number): FindingsOfFile {
    const ranked: Finding[][] = [[], [], [], []],
      repeated = this.repeated(),
      silenced = this.silenced();
    let count = 0;
    for (const finding of this.engine.findings()) {
      if (this.textOf(finding) !== text || repeated.has(finding) || silenced.has(finding)) continue;
      ranked[severityRank[this.severityOf(finding)]]!.push(finding);
      count++;
    }
    const shown: ShownFinding[] = [];
    for (const findings of ranked) {
      if (shown.length >= limit) break;
      const room = limit - shown.length,
        some = this.firstOf(findings, room).map((finding) => this.show(finding));
      if (some.length > room) some.sort(byPlace).length = room;
      shown.push(...some);
    }
    return { shown: distinct(shown.sort(byPlace)), left: count - Math.min(count, limit) };
  }

  private show(finding: Finding): ShownFinding {
    const shown = showFinding(this.zone, finding, this.severityOf(finding));
    return this.apexIsGuess && ofApex.has(finding.code)
      ? { ...shown, message: `${shown.message} (zone name taken from the file name)` }
      : shown;
  }

  /** At least the `count` first ones in the text, or all if there are not so many: told without making their words. */
  private firstOf(findings: readonly Finding[], count: number): readonly Finding[] {
    if (findings.length <= count) return findings;
    const places = Float64Array.from(findings, ({ at }) => orderOf(this.zone, at)),
      last = places.toSorted()[count - 1]!;
    return findings.filter((_, k) => places[k]! <= last);
  }

  /** The text that a finding is in. */
  textOf({ at }: Finding): SourceText {
    if ('text' in at) return at.text;
    if ('file' in at) return this.zone.root.text;
    let block: Block = 'block' in at ? at.block : this.zone.blockOf(at.record);
    for (let anchor = block.anchor; anchor !== undefined; anchor = block.anchor) block = anchor.block;
    return block.file.text;
  }

  severityOf({ code, message, severity }: Finding): Severity {
    const set = this.settings.severities[code],
      row = codeTable[code];
    return set === undefined || set === 'off' ? (severity ?? row.severities?.[message] ?? row.severity) : set;
  }

  /** All files of the zone, its own first; a text that is included twice is there twice. */
  *files(): Iterable<ZoneFile> {
    yield* filesBelow(this.zone.root);
  }

  /** The files that have this text. Asked of every zone at every key: most have no other file than their own. */
  filesOf(text: SourceText): readonly ZoneFile[] {
    const { root } = this.zone;
    // A file never includes itself.
    if (root.text === text) return [root];
    const found: ZoneFile[] = [];
    collectFiles(root, text, found);
    return found;
  }

  /** Asks that everything with an `$INCLUDE` be read anew. Returns whether there is any. */
  rereadIncludes(): boolean {
    let any = false;
    for (const file of this.files()) {
      for (const block of file.blocks) {
        if (!block.directives.some(({ name }) => name === '$INCLUDE')) continue;
        block.stale = true;
        this.zone.requestReading(file, block.index);
        any = true;
      }
    }
    return any;
  }

  /** A rule asks for the zone of an absolute name, lower case. What was found is kept until something outside changes: many names ask for the same. */
  answer(name: string, find: (name: string) => LintedZone | undefined): LintedZone | undefined {
    const known = this.answers.get(name);
    if (known !== undefined) return known === NO_ZONE ? undefined : known;
    const found = find(name);
    if (this.answers.size >= MOST_ANSWERS) this.answers.clear();
    this.answers.set(name, found ?? NO_ZONE);
    if (found !== undefined && found !== this) this.seen.add(found);
    this.askedNames.add(lastLabels(name));
    return found;
  }

  /** A rule asks whether there is a zone at or below an absolute name, lower case. */
  answerWhether(name: string, find: (name: string) => boolean): boolean {
    const known = this.answersBelow.get(name);
    if (known !== undefined) return known;
    const found = find(name);
    this.answersBelow.set(name, found);
    this.askedNames.add(name);
    return found;
  }

  /** Whether what a rule saw was in another zone. */
  sees(other: LintedZone): boolean {
    return this.seen.has(other);
  }

  /** Whether a rule asked for a name that a zone with this apex could hold. May be true without need. */
  askedBelow(apex: string): boolean {
    if (apex === '.') return this.askedNames.size > 0;
    const below = `.${apex}`;
    for (const name of this.askedNames)
      if (name === apex || name.endsWith(below) || apex.endsWith(`.${name}`)) return true;
    return false;
  }

  /** A rule asked for the files with a name. */
  askedFor(fileName: string, found: readonly SourceText[]): void {
    this.askedFiles.set(fileName, found);
  }

  /** A rule asked whether there are other zones at all. */
  askedWhetherAlone(): void {
    this.askedForOthers = true;
  }

  /** Files that are no part of the zone, but that its records are judged by. */
  besides(): Iterable<SourceText> {
    return this.held;
  }

  /** A rule holds records against a file that is no part of the zone. */
  holdAgainst(text: SourceText): void {
    this.held.add(text);
  }

  looksFor(fileName: string): boolean {
    return this.askedFiles.has(fileName);
  }

  get looksAround(): boolean {
    return this.askedForOthers;
  }

  looksAt(text: SourceText): boolean {
    for (const texts of this.askedFiles.values()) if (texts.includes(text)) return true;
    return false;
  }

  /** What rules saw of other zones, or of files beside the zone, has changed. */
  outsideChanged(): void {
    this.seen.clear();
    this.askedNames.clear();
    this.answers.clear();
    this.answersBelow.clear();
    this.askedFiles.clear();
    this.held.clear();
    this.askedForOthers = false;
    this.engine.outsideChanged();
    this.disturbed = true;
    this.touched();
  }

  /** Whether findings may have changed, since this was asked last, though nobody edited the file that they are in: another zone changed, or one of the zone's several files. */
  takeDisturbance(): boolean {
    const { disturbed } = this;
    this.disturbed = false;
    return disturbed || this.zone.root.blocks.some((block) => block.includes.length > 0);
  }

  /** What only says what follows from another finding. */
  private silenced(): ReadonlySet<Finding> {
    return consequencesAmong(this.zone, this.engine.findings(), ({ code }) => this.settings.severities[code] !== 'off');
  }

  /** Of what one rule says of the records that one `$GENERATE` made, all but the first: it has one cause, in one line. */
  private repeated(): ReadonlySet<Finding> {
    if (this.zone.generatedRecords === 0) return none;
    const repeated = new Set<Finding>(),
      firsts = new Map<string, { readonly finding: Finding; readonly text: string }>();
    for (const finding of this.engine.findings()) {
      const { code, message, args, at } = finding;
      if (
        'text' in at ||
        'file' in at ||
        ('block' in at ? at.block : this.zone.blockOf(at.record)).anchor === undefined
      )
        continue;
      const {
          uri,
          range: { start },
        } = placeOf(this.zone, at),
        key = `${uri} ${start.line} ${start.character} ${code} ${message}`;
      const text = fillTemplate(codeTable[code].messages[message] ?? '', args),
        first = firsts.get(key);
      if (first === undefined || byNumber(text, first.text) < 0) firsts.set(key, { finding, text });
      if (first !== undefined) repeated.add(firsts.get(key)!.finding === finding ? first.finding : finding);
    }
    return repeated;
  }
}

const none: ReadonlySet<Finding> = new Set();

/** What is only true if the apex is. */
const ofApex: ReadonlySet<string> = new Set([
  'zone/soa-not-apex',
  'zone/out-of-zone-data',
  'zone/no-apex-ns',
  'zone/double-origin',
]);

/** Texts in the order of the numbers in them: `host-9` before `host-10`. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare;

/** How much of the names that rules ask for is kept. A reverse zone of a hundred thousand addresses asks for as many names, all in the same few zones. */
const KEPT_LABELS = 5;

/** The last labels of an absolute name, lower case. A dot behind a backslash parts too many, which does no harm. */
function lastLabels(name: string): string {
  let at = name.length - 1;
  for (let labels = 0; labels < KEPT_LABELS && at > 0; labels++) at = name.lastIndexOf('.', at - 1);
  return at <= 0 ? name : name.slice(at + 1);
}

function collectFiles(file: ZoneFile, text: SourceText, into: ZoneFile[]): void {
  for (const { includes } of file.blocks) {
    for (const included of includes) {
      if (included.text === text) into.push(included);
      else collectFiles(included, text, into);
    }
  }
}

function* filesBelow(file: ZoneFile): Iterable<ZoneFile> {
  yield file;
  for (const block of file.blocks) for (const included of block.includes) yield* filesBelow(included);
}

function byPlace(a: ShownFinding, b: ShownFinding): number {
  const p = a.place.range,
    q = b.place.range;
  return (
    p.start.line - q.start.line ||
    p.start.character - q.start.character ||
    p.end.line - q.end.line ||
    p.end.character - q.end.character ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A text that is included twice has its findings twice: neighbours that say the same become one. */
function distinct(sorted: readonly ShownFinding[]): readonly ShownFinding[] {
  return sorted.filter((finding, k) => k === 0 || byPlace(sorted[k - 1]!, finding) !== 0);
}

import type { TextChange } from '../../findings/fix.ts';
import type { Severity } from '../../findings/code.ts';
import { codeTable } from '../../findings/codes/index.ts';
import type { Code } from '../../findings/codes/index.ts';
import { fillTemplate } from '../../findings/template.ts';
import type { Finding } from '../../lint/engine/finding.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { Position, TextRange } from '../../text/positions.ts';
import type { Chunk, ChunkSplice, SourceText } from '../../zone/syntax/source-text.ts';
import type { LintedZone } from '../linted-zone.ts';
import { recordsAt } from './records-at.ts';
import type { SeenRecord } from './records-at.ts';
import type { Rewriting } from './text-losses.ts';

/** A finding that edits made or ended, and how many of its kind. */
export interface SeenFinding {
  readonly code: Code;
  readonly message: string;
  readonly severity: Severity;
  /** Above 0 for those that came, below for those that went. */
  readonly count: number;
}

/** What edits do to the zones they are tried on. */
export interface Outcome {
  readonly findings: readonly SeenFinding[];
  /** The records of all names that changed. */
  readonly before: readonly SeenRecord[];
  readonly after: readonly SeenRecord[];
  readonly rewritings: readonly Rewriting[];
}

interface Splice {
  readonly text: SourceText;
  readonly splice: ChunkSplice;
  readonly removed: readonly Chunk[];
}

/** Settling zones that see one another ends long before; rules that wake each other for ever would be a fault. */
const MOST_ROUNDS = 50;

const never = (): boolean => false;

/** What one zone's engine says while an edit is tried. */
class Journal {
  readonly linted: LintedZone;
  readonly names = new Set<NameId>();
  readonly findings = new Map<
    string,
    { readonly code: Code; readonly message: string; readonly severity: Severity; count: number }
  >();

  constructor(linted: LintedZone) {
    this.linted = linted;
  }

  count(finding: Finding, by: number): void {
    const { code } = finding,
      message = fillTemplate(codeTable[code].messages[finding.message] ?? codeTable[code].summary, finding.args),
      severity = this.linted.severityOf(finding);
    const key = `${severity} ${code} ${message}`,
      known = this.findings.get(key);
    if (known === undefined) this.findings.set(key, { code, message, severity, count: by });
    else known.count += by;
  }
}

/**
 * Zones on which edits are tried: applied, looked at and undone, octet by octet. The zones are those that are shown, where nobody looks at them meanwhile, or copies of them.
 * Only what an edit changes is looked at, so that a trial costs what a keystroke costs, however large the zones are.
 */
export class Trial {
  readonly zones: readonly LintedZone[];
  /** Of the zones that an edit has reached; none while nothing is tried. */
  private journals: Map<LintedZone, Journal> | undefined;
  private texts: ReadonlyMap<string, readonly SourceText[]> | undefined;

  constructor(zones: Iterable<LintedZone>) {
    this.zones = [...zones];
    for (const linted of this.zones) {
      const journal = (): Journal | undefined => this.journalOf(linted);
      linted.engine.watch = {
        name: (name) => {
          journal()?.names.add(name);
        },
        gone: (findings) => {
          for (const finding of findings) journal()?.count(finding, -1);
        },
        came: (findings) => {
          for (const finding of findings) journal()?.count(finding, 1);
        },
      };
    }
    this.settle();
  }

  /** The zones are no longer listened to. */
  end(): void {
    for (const { engine } of this.zones) engine.watch = undefined;
  }

  /** The text with a URI; where several views read a file, there is one for each. */
  text(uri: string): SourceText | undefined {
    return this.textsOf(uri)[0];
  }

  /** What the edits would do; undefined where they touch one another, or a text that isn't here. The zones are then as they were. */
  attempt(edits: readonly TextChange[]): Outcome | undefined {
    if (!this.canApply(edits)) return undefined;
    const rewritings = edits.map((edit) => this.rewritingOf(edit)),
      places = new EditedPlaces(edits);
    const journals = (this.journals = new Map<LintedZone, Journal>()),
      splices = this.apply(edits);
    this.journals = undefined;
    const reached = [...journals.values()],
      changed = reached.filter(({ names }) => names.size > 0);
    const after = changed.flatMap(({ linted, names }) =>
      recordsAt(linted.zone, names, (place) => places.touchedAfter(place)),
    );
    this.undo(splices);
    const before = changed.flatMap(({ linted, names }) =>
      recordsAt(linted.zone, names, (place) => places.touchedBefore(place)),
    );
    return {
      findings: reached.flatMap(({ findings }) => [...findings.values()].filter(({ count }) => count !== 0)),
      before,
      after,
      rewritings,
    };
  }

  private journalOf(linted: LintedZone): Journal | undefined {
    const { journals } = this,
      known = journals?.get(linted);
    if (journals === undefined || known !== undefined) return known;
    const fresh = new Journal(linted);
    journals.set(linted, fresh);
    return fresh;
  }

  /** Applies edits for good. */
  keep(edits: readonly TextChange[]): void {
    this.apply(edits);
  }

  private canApply(edits: readonly TextChange[]): boolean {
    const sorted = edits.toSorted(byPlace);
    return sorted.every(
      (edit, k) =>
        edit.snippet !== true &&
        this.textsOf(edit.uri).length > 0 &&
        (k === 0 || sorted[k - 1]!.uri !== edit.uri || compare(sorted[k - 1]!.range.end, edit.range.start) <= 0),
    );
  }

  private rewritingOf({ uri, range, text }: TextChange): Rewriting {
    const source = this.text(uri)!,
      { start, end } = range;
    const lineOf = (line: number): Position => ({ line, character: 0 });
    return {
      head: source.slice({ start: lineOf(start.line), end: start }),
      before: source.slice(range),
      after: text,
      rest: source.slice({ start: end, end: lineOf(end.line + 1) }).replace(/[\r\n]+$/, ''),
    };
  }

  /** From each text's end to its start, so that no edit moves another one; of two insertions at one place the later one goes in first. */
  private apply(edits: readonly TextChange[]): readonly Splice[] {
    const splices: Splice[] = [],
      order = edits.map((edit, k) => ({ edit, k })).sort((a, b) => byPlace(b.edit, a.edit) || b.k - a.k);
    for (const {
      edit: { uri, range, text },
    } of order) {
      for (const source of this.textsOf(uri)) {
        const chunks = [...source.chunks],
          splice = source.edit(range, text, () => undefined);
        splices.push({ text: source, splice, removed: chunks.slice(splice.at, splice.at + splice.removed) });
        this.spliced(source, splice);
      }
    }
    this.settle();
    this.texts = undefined;
    return splices;
  }

  private undo(splices: readonly Splice[]): void {
    for (const { text, splice, removed } of splices.toReversed()) this.spliced(text, text.putBack(splice, removed));
    this.settle();
    this.texts = undefined;
  }

  private spliced(text: SourceText, splice: ChunkSplice): void {
    for (const linted of this.zones) {
      if (linted.spliced(text, splice)) linted.onChange();
      else if (linted.looksAt(text)) linted.outsideChanged();
    }
  }

  private settle(): void {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let settled = true;
      for (const linted of this.zones) {
        if (linted.settled) continue;
        settled = false;
        linted.settle(never);
      }
      if (settled) return;
    }
  }

  private textsOf(uri: string): readonly SourceText[] {
    this.texts ??= this.allTexts();
    return this.texts.get(uri) ?? [];
  }

  private allTexts(): ReadonlyMap<string, readonly SourceText[]> {
    const all = new Map<string, SourceText[]>();
    const add = (text: SourceText): void => {
      const list = all.get(text.uri);
      if (list === undefined) all.set(text.uri, [text]);
      else if (!list.includes(text)) list.push(text);
    };
    for (const linted of this.zones) {
      for (const { text } of linted.files()) add(text);
      for (const text of linted.besides()) add(text);
    }
    return all;
  }
}

/** Where edits are, before they are applied and afterwards, by lines. */
class EditedPlaces {
  private readonly before = new Map<string, (readonly [number, number])[]>();
  private readonly after = new Map<string, (readonly [number, number])[]>();

  constructor(edits: readonly TextChange[]) {
    const shifts = new Map<string, number>();
    for (const {
      uri,
      range: { start, end },
      text,
    } of edits.toSorted(byPlace)) {
      const shift = shifts.get(uri) ?? 0,
        breaks = lineBreaks(text);
      listOf(this.before, uri).push([start.line, lastLine(start, end, end.line)]);
      listOf(this.after, uri).push([
        start.line + shift,
        start.line + shift + (/[\r\n]$/.test(text) && end.character === 0 ? breaks - 1 : breaks),
      ]);
      shifts.set(uri, shift + breaks - (end.line - start.line));
    }
  }

  touchedBefore(place: { readonly uri: string; readonly range: TextRange }): boolean {
    return isTouched(this.before, place);
  }
  touchedAfter(place: { readonly uri: string; readonly range: TextRange }): boolean {
    return isTouched(this.after, place);
  }
}

/** A range that ends where a line begins has nothing of that line. */
const lastLine = (start: Position, end: Position, line: number): number =>
  end.character === 0 && end.line > start.line ? line - 1 : line;

const lineBreaks = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key),
    list = known ?? [];
  if (known === undefined) lists.set(key, list);
  return list;
}

function isTouched(
  edited: ReadonlyMap<string, readonly (readonly [number, number])[]>,
  { uri, range }: { readonly uri: string; readonly range: TextRange },
): boolean {
  return edited.get(uri)?.some(([first, last]) => first <= range.end.line && range.start.line <= last) === true;
}

export const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

const byPlace = (a: TextChange, b: TextChange): number =>
  a.uri === b.uri ? compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end) : a.uri < b.uri ? -1 : 1;

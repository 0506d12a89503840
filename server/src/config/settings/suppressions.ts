import type { Filled, Severity } from '../../findings/code.ts';
import { nearest } from '../../text/near-miss.ts';
import type { Arguments, CodeOf, Message } from '../../findings/codes/index.ts';
import { configWords } from '../reading/places.ts';
import { covers } from './rule-codes.ts';

const suppressionKinds = ['disable-line', 'disable-next-line', 'disable', 'enable'] as const;
export type SuppressionKind = (typeof suppressionKinds)[number];

/** Offsets are UTF-16 code units in the comment's text. */
export interface SuppressedCode {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** What a comment such as `; zonewright-disable-line mx/no-address -- moved next week` asks for. */
export interface Suppression {
  /** Undefined for a word that isn't one, such as `disable-nextline`. */
  readonly kind: SuppressionKind | undefined;
  readonly word: string;
  /** None: every rule. `spf/*` is a whole area. */
  readonly codes: readonly SuppressedCode[];
  /** From `zonewright-` to the end of that word. */
  readonly start: number;
  readonly end: number;
}

/** A comment where it stands: line from 0, character of its first one in UTF-16 code units. */
export interface PlacedComment {
  readonly line: number;
  readonly character: number;
  /** With or without its semicolon. */
  readonly text: string;
}

export interface PlacedFinding {
  readonly code: string;
  /** The line it begins on, from 0. */
  readonly line: number;
}

/** What is wrong with a suppression; all of it is on one line. */
export interface SuppressionProblem {
  readonly code: CodeOf<'suppression'>;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What should stand there instead, where that is clear. */
  readonly meant?: string;
}

/** Reads a comment; undefined where it suppresses nothing. Another remark may stand before, parted by a semicolon, and a reason after `--`. */
export function parseSuppression(text: string): Suppression | undefined {
  const match = /(?:^|;)[ \t]*(zonewright-([a-z-]+))(?=$|[\s,])/.exec(text);
  if (match === null) return undefined;
  const word = match[2]!,
    kind = suppressionKinds.find((one) => one === word);
  if (kind === undefined && nearest(word, suppressionKinds) === undefined && !/^(?:dis|en)able/.test(word))
    return undefined;
  const start = match.index + match[0].length - match[1]!.length,
    end = start + match[1]!.length;
  const reason = /(?:^|\s)--(?:\s|$)/.exec(text.slice(end)),
    rest = text.slice(end, reason === null ? undefined : end + reason.index);
  const codes = [...rest.matchAll(/[^\s,]+/g)].map((code) => ({
    code: code[0],
    start: end + code.index,
    end: end + code.index + code[0].length,
  }));
  return { kind, word, codes, start, end };
}

/** Codes that aren't known for which one that is meant is looked for. */
const MOST_GUESSES = 64;

interface Entry {
  readonly comment: PlacedComment;
  readonly suppression: Suppression;
}

/** The suppressions of one file. */
export class Suppressions {
  private readonly entries: readonly Entry[];
  private readonly ofLine = new Map<number, Entry[]>();
  /** `disable` and `enable`, in the order of the text. */
  private readonly switches: readonly Entry[];
  /** Their places in `switches`. */
  private readonly places: ReadonlyMap<Entry, number>;
  /** The places of those that name a rule, by the rule's code; found when first asked for. */
  private readonly naming = new Map<string, readonly number[]>();
  private readonly firstDisable: number;
  /** What was meant by codes that aren't known: one may be named a thousand times. */
  private readonly meant = new Map<string, string | undefined>();
  private readonly known: readonly string[];

  /** @param known the codes of all rules */
  constructor(comments: Iterable<PlacedComment>, known: readonly string[]) {
    this.known = known;
    const entries: Entry[] = [];
    for (const comment of comments) {
      const suppression = comment.text.includes('zonewright-') ? parseSuppression(comment.text) : undefined;
      if (suppression !== undefined) entries.push({ comment, suppression });
    }
    this.entries = entries.toSorted(
      (a, b) => a.comment.line - b.comment.line || a.comment.character - b.comment.character,
    );
    this.switches = this.entries.filter(({ suppression: { kind } }) => kind === 'disable' || kind === 'enable');
    this.places = new Map(this.switches.map((entry, place) => [entry, place]));
    this.firstDisable = this.switches.findIndex(({ suppression: { kind } }) => kind === 'disable');
    const announced = announcedLines(
      this.entries
        .filter(({ suppression: { kind } }) => kind === 'disable-next-line')
        .map(({ comment }) => comment.line),
    );
    for (const entry of this.entries) {
      const line = targetLine(entry, announced),
        others = line === undefined ? undefined : this.ofLine.get(line);
      if (others !== undefined) others.push(entry);
      else if (line !== undefined) this.ofLine.set(line, [entry]);
    }
  }

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  isSuppressed(code: string, line: number): boolean {
    return this.suppressing(code, line) !== undefined;
  }

  /**
   * What is wrong with the suppressions themselves.
   * @param findings all findings of the file, the suppressed ones too
   * @param isActive whether a rule runs at all; one that doesn't can't show that a suppression is of use
   */
  problems(
    findings: Iterable<PlacedFinding>,
    isActive: (code: string) => boolean = () => true,
  ): readonly SuppressionProblem[] {
    const used = new Set<Entry | SuppressedCode>(),
      seen = new Map<Entry, Set<string>>();
    for (const { code, line } of findings) {
      const entry = this.suppressing(code, line),
        codes = entry === undefined ? undefined : (seen.get(entry) ?? new Set());
      if (entry === undefined || codes === undefined || codes.has(code)) continue;
      seen.set(entry, codes.add(code));
      used.add(entry);
      for (const one of entry.suppression.codes) if (covers(one.code, code)) used.add(one);
    }
    return this.entries.flatMap((entry) => this.problemsOf(entry, used, isActive));
  }

  /** The suppression that hides a finding: one of its line, else the last `disable` or `enable` before that names it. */
  private suppressing(code: string, line: number): Entry | undefined {
    const own = this.ofLine.get(line)?.find((entry) => names(entry, code));
    return own ?? this.switchedOff(code, line, this.switches.length);
  }

  private switchedOff(code: string, line: number, before: number): Entry | undefined {
    const places = this.namingOf(code);
    let low = 0,
      high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1,
        place = places[middle]!;
      if (place >= before || this.switches[place]!.comment.line > line) high = middle;
      else low = middle + 1;
    }
    const last = low === 0 ? undefined : this.switches[places[low - 1]!];
    return last?.suppression.kind === 'disable' ? last : undefined;
  }

  private namingOf(code: string): readonly number[] {
    const known = this.naming.get(code);
    if (known !== undefined) return known;
    const places = this.switches.flatMap((entry, place) => (names(entry, code) ? [place] : []));
    this.naming.set(code, places);
    return places;
  }

  private problemsOf(
    entry: Entry,
    used: ReadonlySet<Entry | SuppressedCode>,
    isActive: (code: string) => boolean,
  ): readonly SuppressionProblem[] {
    const { suppression } = entry,
      { kind, word, codes } = suppression;
    if (kind === undefined) {
      const meant = nearest(word, suppressionKinds);
      const found = problem(
        entry,
        suppression,
        'suppression/unknown-word',
        meant === undefined ? 'choose' : 'didYouMean',
        { word, meant: meant ?? '', choices: suppressionKinds.map((one) => `zonewright-${one}`).join(', ') },
      );
      return [meant === undefined ? found : { ...found, meant: `zonewright-${meant}` }];
    }
    if (codes.length === 0)
      return this.isOfUse(entry, undefined, used)
        ? []
        : [problem(entry, suppression, 'suppression/unused', unused[kind].comment)];
    return codes.flatMap((one) => {
      const matching = this.known.filter((code) => covers(one.code, code));
      if (matching.length === 0) return [this.unknownProblem(entry, one)];
      if (!matching.some(isActive) || this.isOfUse(entry, one, used)) return [];
      return [problem(entry, one, 'suppression/unused', unused[kind].code, { code: one.code })];
    });
  }

  private unknownProblem(entry: Entry, one: SuppressedCode): SuppressionProblem {
    if (!this.meant.has(one.code))
      this.meant.set(one.code, this.meant.size < MOST_GUESSES ? nearest(one.code, this.known) : undefined);
    const meant = this.meant.get(one.code);
    const message = meant === undefined ? 'unknown' : 'didYouMean';
    const found = problem(entry, one, 'suppression/unknown-code', message, { code: one.code, meant: meant ?? '' });
    return meant === undefined ? found : { ...found, meant };
  }

  private isOfUse(entry: Entry, one: SuppressedCode | undefined, used: ReadonlySet<Entry | SuppressedCode>): boolean {
    if (entry.suppression.kind !== 'enable') return used.has(one ?? entry);
    const before = this.places.get(entry) ?? 0;
    if (one === undefined) return this.firstDisable >= 0 && this.firstDisable < before;
    return this.known.some(
      (code) => covers(one.code, code) && this.switchedOff(code, entry.comment.line, before) !== undefined,
    );
  }
}

/** By the line of each `disable-next-line`, the line that it is for: several may stand above each other. */
function announcedLines(lines: Iterable<number>): ReadonlyMap<number, number> {
  const targets = new Map<number, number>();
  for (const line of [...new Set(lines)].sort((a, b) => b - a)) targets.set(line, targets.get(line + 1) ?? line + 1);
  return targets;
}

/** The line that a line suppression is for. */
function targetLine(
  { comment: { line }, suppression: { kind } }: Entry,
  announced: ReadonlyMap<number, number>,
): number | undefined {
  return kind === 'disable-line' ? line : kind === 'disable-next-line' ? announced.get(line) : undefined;
}

const names = ({ suppression: { codes } }: Entry, code: string): boolean =>
  codes.length === 0 || codes.some((one) => covers(one.code, code));

/** The messages about a comment, and about one code in it, that has nothing to do. */
const unused = {
  'disable-line': { comment: 'line', code: 'codeOnLine' },
  'disable-next-line': { comment: 'nextLine', code: 'codeOnNextLine' },
  disable: { comment: 'rest', code: 'codeInRest' },
  enable: { comment: 'enable', code: 'codeEnabled' },
} as const;

function problem<C extends SuppressionProblem['code'], M extends Message<C>>(
  { comment }: Entry,
  place: { readonly start: number; readonly end: number },
  code: C,
  message: M,
  ...args: Filled<Arguments<C, M>>
): SuppressionProblem {
  return {
    ...configWords(code, message, ...args),
    code,
    line: comment.line,
    start: comment.character + place.start,
    end: comment.character + place.end,
  };
}

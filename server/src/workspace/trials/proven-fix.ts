import type { ShownFinding } from '../../lint/engine/finding.ts';
import { severityRank } from '../../findings/code.ts';
import type { Severity } from '../../findings/code.ts';
import { codeTable, isCode } from '../../findings/codes/index.ts';
import type { Edit, Fix, RecordChanges, TextChange } from '../../findings/fix.ts';
import type { SeenRecord } from './records-at.ts';
import { textLoss } from './text-losses.ts';
import type { Outcome, SeenFinding, Trial } from './trial.ts';

/** A finding as a proof needs it. */
export type Faulty = Pick<ShownFinding, 'code' | 'severity' | 'message' | 'place'>;

/** A finding with the fix that is to be tried, and the fix's edits. */
export interface Candidate {
  readonly finding: Faulty;
  readonly fix: Fix;
  readonly edits: readonly TextChange[];
}

/** Why a fix isn't safe: the rest of a sentence that begins with "It". */
export type Harm = string;

/** A harm in a few words, for a title. */
export const inShort = (harm: Harm): string => harm.replace(/: .*\((\S+)\)$/s, ': $1');

/** Whether an edit has gaps that a person must fill in. */
export const asksForValue = (edit: Edit): boolean => !('createFile' in edit) && edit.snippet === true;

/** The changes of texts that a fix is made of; undefined for what no program may do alone: a new file, a text with gaps to fill in. */
export function plainChanges(edits: readonly Edit[]): readonly TextChange[] | undefined {
  const changes = edits.filter((edit): edit is TextChange => !('createFile' in edit) && edit.snippet !== true);
  return changes.length === edits.length && changes.length > 0 ? changes : undefined;
}

/**
 * Tries fixes together, none of which touches another. Undefined where nothing speaks against them: the findings go, nothing else comes, only the records change that
 * the fixes name, and nothing is lost. Their edits are made before anything is tried, since a trial may give records other ids.
 */
export function harmOfAll(trial: Trial, candidates: readonly Candidate[]): Harm | undefined {
  const outcome = trial.attempt(candidates.flatMap(({ edits }) => edits));
  if (outcome === undefined) return "can't be tried here";
  return findingsHarm(outcome, candidates) ?? recordsHarm(outcome, candidates) ?? textHarm(outcome);
}

const isSerious = (severity: Severity): boolean => severityRank[severity] <= severityRank.warning;

/** Numbers in messages may be line numbers, counts or sizes, which change with any edit. */
const fuzzy = (code: string, message: string): string => `${code} ${message.replace(/\d+/g, '#')}`;

/** How many more there are of findings that differ in numbers at most. */
function balanceOf({ findings }: Outcome): ReadonlyMap<string, number> {
  const balance = new Map<string, number>();
  for (const { code, message, count } of findings)
    balance.set(fuzzy(code, message), (balance.get(fuzzy(code, message)) ?? 0) + count);
  return balance;
}

/** The errors and warnings that edits bring, in any zone. */
export function broughtBy(outcome: Outcome): readonly SeenFinding[] {
  const balance = balanceOf(outcome);
  return outcome.findings.filter(
    (finding) => finding.count > 0 && matters(finding) && (balance.get(fuzzy(finding.code, finding.message)) ?? 0) > 0,
  );
}

function findingsHarm(outcome: Outcome, candidates: readonly Candidate[]): Harm | undefined {
  const balance = balanceOf(outcome),
    gone = new Map<string, number>();
  for (const { code, message, count } of outcome.findings)
    gone.set(`${code} ${message}`, (gone.get(`${code} ${message}`) ?? 0) - count);
  const wanted = new Map<string, number>();
  for (const {
    finding: { code, message },
  } of candidates)
    wanted.set(`${code} ${message}`, (wanted.get(`${code} ${message}`) ?? 0) + 1);
  for (const [key, count] of wanted) if ((gone.get(key) ?? 0) < count) return 'leaves the problem as it is';
  for (const {
    finding: { code, message },
  } of candidates)
    if ((balance.get(fuzzy(code, message)) ?? 0) >= 0) return 'leaves the problem as it is';
  const [came] = broughtBy(outcome);
  return came === undefined
    ? undefined
    : `brings another ${came.severity}: ${came.message.replace(/\.$/, '')} (${came.code})`;
}

/** An error or a warning, or what BIND refuses, however the settings rate it. */
function matters({ code, severity }: SeenFinding): boolean {
  return isSerious(severity) || isRefused(code);
}

function recordsHarm({ before, after }: Outcome, candidates: readonly Candidate[]): Harm | undefined {
  const says = together(candidates.map(({ fix }) => fix.changes ?? {})),
    keysBefore = keysOf(before),
    keysAfter = keysOf(after);
  const removed = surplus(before, after),
    added = surplus(after, before),
    editedBefore = touchedOf(before),
    editedAfter = touchedOf(after);
  const stray =
    removed.find(
      (record) => !editedBefore.has(exactly(record)) && !(says.ttls === true && keysAfter.has(record.key)),
    ) ??
    added.find((record) => !editedAfter.has(exactly(record)) && !(says.ttls === true && keysBefore.has(record.key)));
  if (stray !== undefined) return `also changes ${stray.shown}`;
  const lost = distinct(removed.filter(({ key }) => !keysAfter.has(key))),
    fresh = distinct(added.filter(({ key }) => !keysBefore.has(key)));
  if (lost.length - fresh.length > (says.removes ?? 0)) return `takes away ${lost[0]!.shown}`;
  if (fresh.length - lost.length > (says.adds ?? 0) && !candidates.some(({ finding: { code } }) => isRefused(code)))
    return `adds ${fresh[0]!.shown}`;
  if (lost.length + fresh.length > 0 && candidates.every(({ finding }) => !isSerious(finding.severity)))
    return 'changes records that are in use';
  return undefined;
}

/** What BIND refuses isn't a record yet. */
const isRefused = (code: string): boolean => isCode(code) && codeTable[code].bind === 'error';

const exactly = ({ key, ttl }: SeenRecord): string => `${key} ${ttl}`;

/** Of equal records it is the same which one is edited. */
const touchedOf = (records: readonly SeenRecord[]): ReadonlySet<string> =>
  new Set(records.filter(({ touched }) => touched).map(exactly));

const keysOf = (records: readonly SeenRecord[]): ReadonlySet<string> => new Set(records.map(({ key }) => key));

const distinct = (records: readonly SeenRecord[]): readonly SeenRecord[] => [
  ...new Map(records.map((record) => [record.key, record])).values(),
];

function together(all: readonly RecordChanges[]): RecordChanges {
  const sum = (of: (changes: RecordChanges) => number | undefined): number =>
    all.reduce((total, changes) => total + (of(changes) ?? 0), 0);
  return {
    removes: sum(({ removes }) => removes),
    adds: sum(({ adds }) => adds),
    ...(all.some(({ ttls }) => ttls) ? { ttls: true as const } : {}),
  };
}

/** Those of the records that the others, each counted once, don't have. */
function surplus(records: readonly SeenRecord[], others: readonly SeenRecord[]): readonly SeenRecord[] {
  const left = new Map<string, number>();
  for (const record of others) left.set(exactly(record), (left.get(exactly(record)) ?? 0) + 1);
  return records.filter((record) => {
    const count = left.get(exactly(record)) ?? 0;
    if (count > 0) left.set(exactly(record), count - 1);
    return count === 0;
  });
}

const losses = {
  comment: 'removes a comment',
  string: 'removes a part of the text',
  'blank-line': 'removes a blank line',
  remark: 'contradicts the comment beside it',
} as const;

function textHarm({ before, after, rewritings }: Outcome): Harm | undefined {
  const known = keysOf(before),
    loss = textLoss(
      rewritings,
      after.some(({ key }) => !known.has(key)),
    );
  return loss === undefined ? undefined : losses[loss];
}

import type { Edit, TextChange } from '../findings/fix.ts';
import type { ZoneHost } from '../zone/records/include-host.ts';
import type { LintedZone, Workspace } from '../workspace/workspace.ts';
import { Lexer } from '../zone/syntax/lexer.ts';
import { SourceText } from '../zone/syntax/source-text.ts';
import type { Position, TextRange } from '../text/positions.ts';

/** A fix may make room for another one; rules that undo each other's work must not go on for ever. */
const MOST_PASSES = 10;

const forever = (): boolean => false;

/**
 * The safe fixes of a file, over and over until none is left, as one edit of the file; none where nothing is to be fixed.
 * They are tried on a copy of the zone. A fix that would change another file too is left out: it is for a person to see.
 */
export function fixAll(workspace: Workspace, linted: LintedZone, text: SourceText, host: ZoneHost): readonly Edit[] {
  if (linted.zone.root.text !== text) return [];
  const copy = new SourceText(text.uri, new Lexer()), before = text.text();
  copy.load(octetsOf(text), () => undefined);
  const trial = workspace.aside(linted, copy, host);
  let first: readonly Edit[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    while (!trial.settle(forever)) continue;
    const changes = safeChanges(trial, copy);
    if (changes.length === 0) return pass <= 1 ? first : difference(text.uri, before, copy.text());
    if (pass === 0) first = changes;
    for (const { range, text: replacement } of changes) trial.spliced(copy, copy.edit(range, replacement, () => undefined));
  }
  return difference(text.uri, before, copy.text());
}

/** The edits of the safe fixes that don't touch one another, from the file's end to its start. */
function safeChanges(trial: LintedZone, copy: SourceText): readonly TextChange[] {
  const taken: TextChange[] = [];
  for (const finding of trial.shownIn(copy, Number.MAX_SAFE_INTEGER).shown) {
    const fix = finding.fixes.find((one) => one.safe && one.preferred === true) ?? finding.fixes.find((one) => one.safe);
    const edits = fix?.edits() ?? [];
    const own = edits.filter((edit): edit is TextChange => !('createFile' in edit) && edit.uri === copy.uri && edit.snippet !== true);
    if (own.length === edits.length && own.every((edit) => !taken.some((other) => overlap(edit.range, other.range)))) taken.push(...own);
  }
  return taken.sort((a, b) => -compare(a.range.start, b.range.start));
}

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

/** Whether two ranges share a character, or are at the same place. */
function overlap(a: TextRange, b: TextRange): boolean {
  if (compare(a.start, b.start) === 0) return true;
  return compare(a.start, b.end) < 0 && compare(b.start, a.end) < 0;
}

function octetsOf(text: SourceText): Uint8Array {
  const octets = new Uint8Array(text.byteLength);
  let at = 0;
  for (const { bytes } of text.chunks) { octets.set(bytes, at); at += bytes.length; }
  return octets;
}

/** The lines that differ, as one edit. */
function difference(uri: string, before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const old = before.split(/(?<=\r\n|\n|\r(?!\n))/), fresh = after.split(/(?<=\r\n|\n|\r(?!\n))/);
  let front = 0, back = 0;
  while (front < old.length && front < fresh.length && old[front] === fresh[front]) front++;
  while (back < old.length - front && back < fresh.length - front && old[old.length - 1 - back] === fresh[fresh.length - 1 - back]) back++;
  const last = old.length - back, ended = last < old.length || /[\r\n]$/.test(old[last - 1] ?? '\n');
  const end = ended ? { line: last, character: 0 } : { line: last - 1, character: old[last - 1]!.length };
  return [{ uri, range: { start: { line: front, character: 0 }, end }, text: fresh.slice(front, fresh.length - back).join('') }];
}

import type { Edit } from '../findings/fix.ts';
import type { ShownFinding } from '../lint/engine/finding.ts';
import { withoutSuppressed } from '../lint/engine/suppressed-findings.ts';
import type { LintedZone, Workspace } from '../workspace/workspace.ts';
import { trialOnCopies } from '../workspace/trials/copied-zones.ts';
import { fixEverything } from '../workspace/trials/proven-batch.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';

/** An editor shows no larger file; zones that look at this one are copied with it. */
const LIMITS = { zones: 200, octets: 100_000_000 };

/**
 * The safe fixes of a file, over and over until none is left, as one edit of the file; none where nothing is to be fixed.
 * They are tried on a copy of the zone. A fix that would change another file too is left out: it is for a person to see.
 */
export function fixAll(workspace: Workspace, linted: LintedZone, text: SourceText): readonly Edit[] {
  if (linted.zone.root.text !== text) return [];
  const trial = trialOnCopies(workspace, [text.uri], LIMITS),
    copy = trial?.text(text.uri),
    before = text.text();
  if (trial === undefined || copy === undefined) return [];
  const rounds = fixEverything(trial, {
    findings: () => findingsIn(trial.zones, copy),
    allows: ({ edits }) => edits.every(({ uri }) => uri === text.uri),
  });
  // The edits of one round are those of the text as it is: each place is changed for itself.
  return rounds.length === 1 ? rounds[0]!.flatMap(({ edits }) => edits) : difference(text.uri, before, copy.text());
}

function findingsIn(zones: readonly LintedZone[], text: SourceText): readonly ShownFinding[] {
  return zones
    .filter(({ zone }) => zone.root.text === text)
    .flatMap((linted) => withoutSuppressed(text, linted.shownIn(text, Number.MAX_SAFE_INTEGER).shown, linted.settings));
}

/** The lines that differ, as one edit. */
function difference(uri: string, before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const old = before.split(/(?<=\r\n|\n|\r(?!\n))/),
    fresh = after.split(/(?<=\r\n|\n|\r(?!\n))/);
  let front = 0,
    back = 0;
  while (front < old.length && front < fresh.length && old[front] === fresh[front]) front++;
  while (
    back < old.length - front &&
    back < fresh.length - front &&
    old[old.length - 1 - back] === fresh[fresh.length - 1 - back]
  )
    back++;
  const last = old.length - back,
    ended = last < old.length || /[\r\n]$/.test(old[last - 1] ?? '\n');
  const end = ended ? { line: last, character: 0 } : { line: last - 1, character: old[last - 1]!.length };
  return [
    {
      uri,
      range: { start: { line: front, character: 0 }, end },
      text: fresh.slice(front, fresh.length - back).join(''),
    },
  ];
}

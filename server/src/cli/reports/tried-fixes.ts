import { fileURLToPath } from 'node:url';
import type { Edit, Fix, TextChange } from '../../findings/fix.ts';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import { harmOfAll, plainChanges } from '../../workspace/trials/proven-fix.ts';
import { Trial } from '../../workspace/trials/trial.ts';
import type { FileNames } from '../process/file-names.ts';
import { idOf } from '../zones/check-zones.ts';
import type { CheckedZone } from '../zones/check-zones.ts';
import type { ReportedEdit, ReportedFix } from './report.ts';

/** By what finding it is (`idOf`). */
export type TriedFixes = ReadonlyMap<string, readonly ReportedFix[]>;

interface MadeFix {
  readonly fix: Fix;
  readonly edits: readonly Edit[];
  readonly changes: readonly TextChange[] | undefined;
}

/** The fixes of findings with their edits; those that their rules call safe are tried, each alone. */
export function triedFixes(
  checked: readonly CheckedZone[],
  findings: readonly ShownFinding[],
  names: FileNames,
): TriedFixes {
  // A trial may give records other ids: all edits are made before.
  const made = findings.map((finding) => ({
    finding,
    fixes: finding.fixes.map((fix): MadeFix => {
      const edits = fix.edits();
      return { fix, edits, changes: plainChanges(edits) };
    }),
  }));
  const trial = new Trial(checked.map(({ linted }) => linted)),
    tried = new Map(
      made.map(({ finding, fixes }) => [idOf(finding), fixes.map((one) => triedFix(trial, finding, one, names))]),
    );
  trial.end();
  return tried;
}

function triedFix(
  trial: Trial,
  finding: ShownFinding,
  { fix, edits, changes }: MadeFix,
  names: FileNames,
): ReportedFix {
  const why = !fix.safe
    ? undefined
    : changes === undefined
      ? 'needs a decision'
      : harmOfAll(trial, [{ finding, fix, edits: changes }]);
  return {
    title: fix.title,
    safe: fix.safe && why === undefined,
    ...(why === undefined ? {} : { why: `It ${why}.` }),
    edits: edits.map((edit) => reportedEdit(edit, names)),
  };
}

function reportedEdit(edit: Edit, names: FileNames): ReportedEdit {
  const start = { line: 0, character: 0 };
  if ('createFile' in edit)
    return {
      file: names.show(fileURLToPath(edit.createFile)),
      range: { start, end: start },
      newText: edit.text,
      create: true,
    };
  return {
    file: names.show(fileURLToPath(edit.uri)),
    range: edit.range,
    newText: edit.text,
    ...(edit.snippet === true ? { snippet: true as const } : {}),
  };
}

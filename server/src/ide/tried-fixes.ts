import { severityRank } from '../findings/code.ts';
import type { Fix, TextChange } from '../findings/fix.ts';
import type { ShownFinding } from '../lint/engine/finding.ts';
import { concernedZones, trialOnCopies } from '../workspace/trials/copied-zones.ts';
import { broughtBy, harmOfAll, plainChanges } from '../workspace/trials/proven-fix.ts';
import type { Harm } from '../workspace/trials/proven-fix.ts';
import type { SeenFinding, Trial } from '../workspace/trials/trial.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A light bulb must not wait: in larger zones fixes are tried only when all are applied. */
const LIMITS = { zones: 40, octets: 1_000_000 };

/** A finding with one of its fixes. */
export interface FixOfFinding {
  readonly finding: ShownFinding;
  readonly fix: Fix;
}

/** Tries the fixes that are offered at a place, on copies of the zones that are kept until one of them changes. */
export class TriedFixes {
  private key = '';
  private trial: Trial | undefined;

  /** What speaks against those fixes that their rules call safe. */
  harms<One extends FixOfFinding>(workspace: Workspace, offered: readonly One[]): ReadonlyMap<One, Harm> {
    const made = offered
      .filter(({ fix }) => fix.safe)
      .flatMap((one) => {
        const edits = plainChanges(one.fix.edits());
        return edits === undefined ? [] : [{ one, edits }];
      });
    const harms = new Map<One, Harm>(),
      trial =
        made.length === 0
          ? undefined
          : this.trialFor(
              workspace,
              made.flatMap(({ edits }) => edits.map(({ uri }) => uri)),
            );
    if (trial === undefined) return harms;
    for (const { one, edits } of made) {
      const harm = harmOfAll(trial, [{ finding: one.finding, fix: one.fix, edits }]);
      if (harm !== undefined) harms.set(one, harm);
    }
    return harms;
  }

  /** The errors and warnings that edits would bring, the worst first. */
  brings(workspace: Workspace, edits: readonly TextChange[]): readonly SeenFinding[] {
    const outcome =
      edits.length === 0
        ? undefined
        : this.trialFor(
            workspace,
            edits.map(({ uri }) => uri),
          )?.attempt(edits);
    return outcome === undefined
      ? []
      : broughtBy(outcome).toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity]);
  }

  private trialFor(workspace: Workspace, uris: readonly string[]): Trial | undefined {
    const key = concernedZones(workspace, uris)
      .map(({ revision }) => revision)
      .join(' ');
    if (key !== this.key) {
      this.key = key;
      this.trial = trialOnCopies(workspace, uris, LIMITS);
    }
    return this.trial;
  }
}

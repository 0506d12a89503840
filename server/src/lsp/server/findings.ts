import type { ShownFinding } from '../../lint/engine/finding.ts';
import { severityRank } from '../../findings/code.ts';
import { withoutSuppressed } from '../../lint/engine/suppressed-findings.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { PRAGMA } from '../../zone/syntax/source-text.ts';
import type { HeldText } from './held-text.ts';
import type { Session } from './lsp-session.ts';

/** How many findings of a file are shown: VS Code keeps no more of a file, and the worst ones come first. */
export const MOST = 1000;

/** A file's findings in all zones that it is part of, each once, without those that its comments suppress. */
export function findingsOf(held: HeldText, { zones, configuration }: Session): readonly ShownFinding[] {
  if (configuration.isIgnored(held.key)) return [];
  const text = held.cut(),
    of = zones.judging(held),
    suppresses = text.chunks.some(({ features }) => (features & PRAGMA) !== 0);
  const found = union(of.map((zone) => zone.shownIn(text, suppresses ? Number.MAX_SAFE_INTEGER : MOST).shown));
  const first = of[0];
  if (first !== undefined && held.isOpen && first.zone.root.text === text && isBegun(first.zone))
    return found.map((finding) => (finding.code === 'zone/no-soa' ? invitation(finding, first.zone) : finding));
  if (!suppresses || first === undefined) return worst(found);
  return worst(withoutSuppressed(text, found, first.settings));
}

/** Whether a file has no record yet, nor anything that could be one. */
const isBegun = ({ records, root }: Zone): boolean =>
  records.count === 0 &&
  root.blocks.length <= 1 &&
  root.blocks.every(({ problems, includes }) => problems.length === 0 && includes.length === 0);

/** What a file could become that has just been begun. */
function invitation(finding: ShownFinding, zone: Zone): ShownFinding {
  const name =
    zone.apexKnown && zone.names.text(zone.apex) !== '.' ? ` ${zone.names.text(zone.apex).replace(/\.$/, '')}` : '';
  return {
    ...finding,
    severity: 'information',
    message: `This file has no records yet. Type "zone" and accept the suggestion to start the zone${name}.`,
  };
}

/** A file that several zones include has its findings in each of them. */
function union(lists: readonly (readonly ShownFinding[])[]): readonly ShownFinding[] {
  if (lists.length === 1) return lists[0]!;
  const found = new Map<string, ShownFinding>();
  for (const finding of lists.flat()) if (!found.has(keyOfFinding(finding))) found.set(keyOfFinding(finding), finding);
  return [...found.values()];
}

function worst(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  if (findings.length <= MOST) return findings;
  const kept = new Set(findings.toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity]).slice(0, MOST));
  return findings.filter((finding) => kept.has(finding));
}

/** The same for findings that look the same. */
export function keyOfFinding({
  code,
  message,
  place: {
    range: { start, end },
  },
}: ShownFinding): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${code} ${message}`;
}

import { fileURLToPath } from 'node:url';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import type { Check } from '../../lint/engine/check.ts';
import { withoutSuppressed } from '../../lint/engine/suppressed-findings.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import type { Place } from '../../zone/model/span.ts';
import type { IncludeHostOptions } from '../input/include-host.ts';
import type { ZoneInput } from '../input/zone-input.ts';
import { wholeZones, ZoneRun } from './zone-run.ts';

export interface CheckedZone {
  readonly input: ZoneInput;
  readonly linted: LintedZone;
}

/** Judges all zones, which see one another, and keeps everything: for who wants to look at all of it at once. */
export function checkZones(inputs: readonly ZoneInput[], checks: readonly Check[], options: IncludeHostOptions, onZone: (done: number) => void): readonly CheckedZone[] {
  const run = new ZoneRun(wholeZones(inputs, options), checks, options, Infinity);
  return run.inputs.map((_, index) => {
    onZone(index + 1);
    return run.judge(index);
  });
}

/** The findings of a zone by the file that they are in: the zone's own first, then those that it includes, then those that it is held against. What comments suppress is left out. */
export function findingsByFile({ input, linted }: CheckedZone): ReadonlyMap<string, readonly ShownFinding[]> {
  const byUri = new Map<string, ShownFinding[]>(), texts = new Map([...[...linted.files()].map(({ text }) => text), ...linted.besides()].map((text) => [text.uri, text]));
  for (const finding of linted.shown()) {
    const list = byUri.get(finding.place.uri);
    if (list === undefined) byUri.set(finding.place.uri, [finding]); else list.push(finding);
  }
  const byFile = new Map<string, readonly ShownFinding[]>([[input.path, []]]);
  for (const [uri, text] of texts) byFile.set(uri === linted.uri ? input.path : fileURLToPath(uri), withoutSuppressed(text, byUri.get(uri) ?? [], linted.settings));
  return byFile;
}

/** The absolute path of the file that a place is in. */
export function pathOf({ uri }: Place): string { return fileURLToPath(uri); }

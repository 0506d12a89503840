import { pathToFileURL } from 'node:url';
import { Workspace } from '../../workspace/workspace.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import { includeHost } from '../input/include-host.ts';
import { fileURLToPath } from 'node:url';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import type { Check } from '../../lint/engine/check.ts';
import { withoutSuppressed } from '../../lint/engine/suppressed-findings.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import type { Place } from '../../zone/model/span.ts';
import type { IncludeHostOptions } from '../input/include-host.ts';
import type { ZoneInput } from '../input/zone-input.ts';
import { wholeZones, ZoneRun } from './zone-run.ts';
import { SOA } from '../../zone/rrtypes/codes.ts';

export interface CheckedZone {
  readonly input: ZoneInput;
  readonly linted: LintedZone;
}

/** Judges all zones, which see one another, and keeps everything: for who wants to look at all of it at once. */
export function checkZones(
  inputs: readonly ZoneInput[],
  checks: readonly Check[],
  options: IncludeHostOptions,
  onZone: (done: number) => void,
): readonly CheckedZone[] {
  const run = new ZoneRun(wholeZones(inputs, options), checks, options, Infinity);
  return run.inputs.map((_, index) => {
    onZone(index + 1);
    return run.judge(index);
  });
}

/** Opens all zones in one workspace, where they can be edited and judged again: for who tries fixes on them. */
export function openZones(
  inputs: readonly ZoneInput[],
  checks: readonly Check[],
  options: IncludeHostOptions,
  onZone: (done: number) => void,
): readonly CheckedZone[] {
  const workspace = new Workspace(checks),
    whole = wholeZones(inputs, options),
    zones = whole.map((input) => ({ input, linted: openZone(workspace, input, options) }));
  // What a rule finds may wake rules of another zone.
  for (let done = 0; zones.some(({ linted }) => !linted.settled); ) {
    for (const { linted } of zones) {
      linted.settle(() => false);
      onZone(Math.min(++done, zones.length));
    }
  }
  return zones;
}

function openZone(
  workspace: Workspace,
  { path, bytes, apex, view, settings, directory }: ZoneInput,
  options: IncludeHostOptions,
): LintedZone {
  const host = includeHost(path, directory === undefined ? options : { ...options, directory });
  return workspace.open(new SourceText(pathToFileURL(path).href, new Lexer()), {
    apex,
    host,
    settings,
    bytes,
    ...(view === undefined ? {} : { view }),
  });
}

/** Whether a zone has an SOA record, as every whole one has. */
export function hasSoa({ zone }: LintedZone): boolean {
  for (const _ of zone.records.ofType(SOA)) return true;
  return false;
}

/** The findings of a zone by the file that they are in: the zone's own first, then those that it includes, then those that it is held against. What comments suppress is left out. */
export function findingsByFile({ input, linted }: CheckedZone): ReadonlyMap<string, readonly ShownFinding[]> {
  const byUri = new Map<string, ShownFinding[]>(),
    texts = new Map(
      [...[...linted.files()].map(({ text }) => text), ...linted.besides()].map((text) => [text.uri, text]),
    );
  for (const finding of linted.shown()) {
    const list = byUri.get(finding.place.uri);
    if (list === undefined) byUri.set(finding.place.uri, [finding]);
    else list.push(finding);
  }
  const byFile = new Map<string, readonly ShownFinding[]>([[input.path, []]]);
  for (const [uri, text] of texts)
    byFile.set(
      uri === linted.uri ? input.path : fileURLToPath(uri),
      withoutSuppressed(text, byUri.get(uri) ?? [], linted.settings),
    );
  return byFile;
}

/** How many errors the comments of a zone's files silence. */
export function suppressedErrorsIn(one: CheckedZone): number {
  const shown = new Set([...findingsByFile(one).values()].flat().map(idOf));
  let count = 0;
  for (const finding of one.linted.shown()) if (finding.severity === 'error' && !shown.has(idOf(finding))) count++;
  return count;
}

/** The same for findings that look the same. */
export const idOf = ({
  code,
  message,
  place: {
    uri,
    range: { start },
  },
}: ShownFinding): string => `${uri} ${start.line} ${start.character} ${code} ${message}`;

/** The absolute path of the file that a place is in. */
export function pathOf({ uri }: Place): string {
  return fileURLToPath(uri);
}

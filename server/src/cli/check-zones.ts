import { pathToFileURL, fileURLToPath } from 'node:url';
import type { Place } from '../zone/model/span.ts';
import type { ShownFinding } from '../zone/lint/finding.ts';
import type { Rule } from '../zone/lint/rule.ts';
import { Workspace } from '../zone/model/workspace.ts';
import type { LintedZone } from '../zone/model/workspace.ts';
import { Lexer } from '../zone/syntax/lexer.ts';
import { SourceText } from '../zone/text/source-text.ts';
import type { IncludeHostOptions } from './input/include-host.ts';
import { includeHost } from './input/include-host.ts';
import type { ZoneInput } from './input/zone-input.ts';

export interface CheckedZone {
  readonly input: ZoneInput;
  readonly linted: LintedZone;
}

/** Opens all zones in one workspace, so that they see one another, and runs every rule to its end. */
export function checkZones(inputs: readonly ZoneInput[], rules: readonly Rule[], options: IncludeHostOptions, onZone: (done: number) => void): readonly CheckedZone[] {
  const workspace = new Workspace(rules);
  const zones = inputs.map((input, k) => {
    const { path, bytes, apex, view, settings, directory } = input;
    const host = includeHost(path, directory === undefined ? options : { ...options, directory });
    const text = new SourceText(pathToFileURL(path).href, new Lexer());
    const linted = workspace.open(text, { apex, host, settings, bytes, ...(view === undefined ? {} : { view }) });
    onZone(k + 1);
    return { input, linted };
  });
  // What a rule finds may wake rules of another zone.
  while (zones.some(({ linted }) => !linted.settled)) for (const { linted } of zones) linted.settle(() => false);
  return zones;
}

/** The findings of a zone by the file that they are in: the zone's own first, then what it includes. */
export function findingsByFile({ input, linted }: CheckedZone): ReadonlyMap<string, readonly ShownFinding[]> {
  const byFile = new Map<string, ShownFinding[]>([[input.path, []]]), paths = new Map<string, string>();
  for (const finding of linted.shown()) {
    const file = pathOf(finding.place, paths);
    const list = byFile.get(file);
    if (list === undefined) byFile.set(file, [finding]); else list.push(finding);
  }
  return byFile;
}

/** The absolute path of the file that a place is in. */
export function pathOf({ uri }: Place, known: Map<string, string> = new Map()): string {
  const path = known.get(uri) ?? fileURLToPath(uri);
  known.set(uri, path);
  return path;
}

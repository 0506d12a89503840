import { pathToFileURL, fileURLToPath } from 'node:url';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import type { Check } from '../../lint/engine/check.ts';
import { withoutSuppressed } from '../../lint/engine/suppressed-findings.ts';
import type { Place } from '../../zone/model/span.ts';
import { Workspace } from '../../workspace/workspace.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import type { IncludeHostOptions } from '../input/include-host.ts';
import { includeHost } from '../input/include-host.ts';
import type { ZoneInput } from '../input/zone-input.ts';

export interface CheckedZone {
  readonly input: ZoneInput;
  readonly linted: LintedZone;
}

/** Opens all zones in one workspace, so that they see one another, and runs every rule to its end. */
export function checkZones(inputs: readonly ZoneInput[], checks: readonly Check[], options: IncludeHostOptions, onZone: (done: number) => void): readonly CheckedZone[] {
  const workspace = new Workspace(checks), found = inputs.map((input) => ({ input, linted: openZone(workspace, input, options) }));
  const parts = partsOfOthers(found), zones = found.filter(({ linted }) => !parts.has(linted));
  for (const linted of parts) workspace.close(linted);
  // What a rule finds may wake rules of another zone.
  for (let done = 0; zones.some(({ linted }) => !linted.settled);) {
    for (const { linted } of zones) {
      linted.settle(() => false);
      onZone(Math.min(++done, zones.length));
    }
  }
  return zones;
}

function openZone(workspace: Workspace, { path, bytes, apex, view, settings, directory }: ZoneInput, options: IncludeHostOptions): LintedZone {
  const host = includeHost(path, directory === undefined ? options : { ...options, directory });
  return workspace.open(new SourceText(pathToFileURL(path).href, new Lexer()), { apex, host, settings, bytes, ...(view === undefined ? {} : { view }) });
}

/** Files without an SOA that another file includes: they are no zones of their own. */
function partsOfOthers(zones: readonly CheckedZone[]): ReadonlySet<LintedZone> {
  const included = new Set<string>();
  for (const { linted } of zones) for (const file of linted.files()) if (file !== linted.zone.root) included.add(file.uri);
  return new Set(zones.filter(({ input, linted }) => !input.named && included.has(linted.zone.root.uri) && !hasSoa(linted)).map(({ linted }) => linted));
}

const SOA = 6;

function hasSoa({ zone }: LintedZone): boolean {
  for (const _ of zone.records.ofType(SOA)) return true;
  return false;
}

/** The findings of a zone by the file that they are in: the zone's own first, then those that it includes, then those that it is held against. What comments suppress is left out. */
export function findingsByFile({ input, linted }: CheckedZone): ReadonlyMap<string, readonly ShownFinding[]> {
  const byUri = new Map<string, ShownFinding[]>(), texts = new Map([...[...linted.files()].map(({ text }) => text), ...linted.besides()].map((text) => [text.uri, text]));
  for (const finding of linted.shown()) {
    const list = byUri.get(finding.place.uri);
    if (list === undefined) byUri.set(finding.place.uri, [finding]); else list.push(finding);
  }
  const byFile = new Map<string, readonly ShownFinding[]>([[input.path, []]]);
  for (const [uri, text] of texts) byFile.set(fileURLToPath(uri), withoutSuppressed(text, byUri.get(uri) ?? [], linted.settings));
  return byFile;
}

/** The absolute path of the file that a place is in. */
export function pathOf({ uri }: Place): string { return fileURLToPath(uri); }

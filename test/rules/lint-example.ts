import { codeTable } from '../../server/src/findings/codes/index.ts';
import { verifySignature } from '../../server/src/hosts/node/node-signatures.ts';
import { readZoneHead } from '../../server/src/config/zone-files/zone-head.ts';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import type { LintSettings } from '../../server/src/findings/lint-settings.ts';
import type { Edit, Fix } from '../../server/src/findings/fix.ts';
import type { Finding, ShownFinding } from '../../server/src/lint/engine/finding.ts';
import type { IncludeRefusal, ZoneHost } from '../../server/src/zone/records/include-host.ts';
import type { Check } from '../../server/src/lint/engine/check.ts';
import type { LintedZone } from '../../server/src/workspace/workspace.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import { encode } from '../../server/src/text/utf8.ts';
import { apexOf } from './page.ts';

export interface TestFile {
  readonly name: string;
  readonly text: string;
  /** When the file's name does not tell it. */
  readonly apex?: string;
  /** What the file was when it was opened, if it was changed and saved since. */
  readonly before?: string;
}

export interface Linted {
  readonly findings: readonly ShownFinding[];
  /** Rules that failed while they ran, and findings without words. */
  readonly crashes: readonly string[];
}

/** Names that stand for files that a host doesn't read. */
const refusals: Readonly<Record<string, IncludeRefusal>> = {
  huge: 'too-large',
  pipe: 'special',
  closed: 'unreadable',
  notes: 'foreign',
  far: 'unanswered',
};

/** Opens files as one workspace and judges them: those named `APEX.zone` are zones, the others can be included. */
export function openFiles(
  files: readonly TestFile[],
  checks: readonly Check[],
  settings: Partial<LintSettings> = {},
): readonly LintedZone[] {
  const texts = new Map<string, SourceText>(),
    workspace = new Workspace(checks);
  for (const { name, text } of files)
    if (apexOf(name) === undefined) {
      const source = new SourceText(name, new Lexer());
      source.load(encode(text), () => undefined);
      texts.set(name, source);
    }
  const host: ZoneHost = {
    include: (name) =>
      name.endsWith('/')
        ? 'directory'
        : (refusals[name.split('.')[0] ?? ''] ??
          (name.startsWith('..') || name.startsWith('/') ? 'outside' : undefined) ??
          texts.get(name) ??
          (files.some((file) => file.name === name) ? ('cycle' as never) : 'missing')),
    named: (name) => [...texts.values()].filter(({ uri }) => uri.split('/').at(-1) === name),
  };
  const zones = files
    .filter((file) => apexOf(file.name) !== undefined)
    .map(({ name, text, apex, before }) =>
      workspace.open(new SourceText(name, new Lexer()), {
        apex: apex ?? apexOf(name),
        host,
        settings: settingsOf(text, settings),
        bytes: encode(before ?? text),
      }),
    );
  for (const [k, { text, before }] of files.filter((file) => apexOf(file.name) !== undefined).entries())
    if (before !== undefined) changeAndSave(workspace, zones[k]!, text);
  for (let round = 0; round < 3; round++) for (const zone of zones) zone.settle(() => false);
  return zones;
}

/** What is found in files that are one workspace. */
export function lintFiles(
  files: readonly TestFile[],
  checks: readonly Check[],
  settings: Partial<LintSettings> = {},
): Linted {
  const zones = openFiles(files, checks, settings);
  const findings = zones.flatMap((zone) => [...zone.shown()]);
  findings.sort(
    (a, b) =>
      a.place.uri.localeCompare(b.place.uri) ||
      a.place.range.start.line - b.place.range.start.line ||
      a.place.range.start.character - b.place.range.start.character ||
      a.code.localeCompare(b.code),
  );
  return {
    findings,
    crashes: zones.flatMap((zone) => [
      ...[...zone.engine.crashes].map(([code, reason]) => `${code}: ${reason}`),
      ...[...zone.engine.findings()].flatMap(wordless),
    ]),
  };
}

/** A comment at the top says whether the zone is an internal one. */
function settingsOf(text: string, settings: Partial<LintSettings>): LintSettings {
  const { internal } = readZoneHead(text);
  return { ...defaultSettings, verify: verifySignature, ...settings, ...(internal === undefined ? {} : { internal }) };
}

function changeAndSave(workspace: Workspace, zone: LintedZone, text: string): void {
  while (!zone.settled) zone.settle(() => false);
  zone.keepState();
  workspace.edit(zone.zone.root.text, { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } }, text);
  while (!zone.settled) zone.settle(() => false);
  zone.fileSaved();
}

/** What is missing in a finding's words: the template, or an argument of it. */
function wordless({ code, message, args }: Finding): readonly string[] {
  const template = codeTable[code].messages[message];
  if (template === undefined) return [`${code} has no words for "${message}"`];
  return [...template.matchAll(/(?<![%$])\{(\w+)\}/g)]
    .filter(([, name]) => args?.[name!] === undefined)
    .map(([argument]) => `${code} has nothing for ${argument} in "${message}"`);
}

/** The text of a snippet with its placeholders filled by their defaults. */
export function withoutPlaceholders(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:[^{}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\d+|\$\{\d+\}/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

/** What a person might enter, by the name of the field that a tab stop has. */
const entered: Readonly<Record<string, string>> = {
  'name server': 'ns1.example.net.',
  mailbox: 'hostmaster.example.net.',
  serial: '1',
  'SHA-256 digest of the public key': '0'.repeat(64),
};

/** The text of a snippet after a person has filled it in. */
export const filledIn = (snippet: string): string =>
  withoutPlaceholders(
    snippet
      .replace(/\$\{\d+:address\}/g, () => (/\sAAAA\s/.test(snippet) ? '2001:db8::1' : '192.0.2.1'))
      .replace(/\$\{\d+:([^{}]*)\}/g, (stop, field: string) => entered[field] ?? stop),
  );

function offsetOf(text: string, position: { readonly line: number; readonly character: number }): number {
  let offset = 0;
  for (let line = 0; line < position.line; line++) {
    const next = text.indexOf('\n', offset);
    if (next < 0) return text.length;
    offset = next + 1;
  }
  return offset + position.character;
}

/** The files after the fixes' edits, which must not overlap. */
export function applyFixes(
  files: readonly TestFile[],
  fixes: readonly Fix[],
  fill: (snippet: string) => string = withoutPlaceholders,
): readonly TestFile[] {
  const edits = fixes.flatMap((fix) => [...fix.edits()]),
    result = new Map(files.map((file) => [file.name, file.text]));
  for (const edit of edits) if ('createFile' in edit) result.set(edit.createFile.split('/').at(-1)!, edit.text);
  for (const [name, text] of result) {
    const mine = edits
      .filter((edit): edit is Exclude<Edit, { createFile: string }> => !('createFile' in edit) && edit.uri === name)
      .map((edit, order) => ({
        from: offsetOf(text, edit.range.start),
        to: offsetOf(text, edit.range.end),
        text: edit.snippet === true ? fill(edit.text) : edit.text,
        order,
      }))
      .sort((a, b) => b.from - a.from || b.order - a.order);
    let changed = text,
      before = Infinity;
    for (const edit of mine) {
      if (edit.to > before) throw new Error(`overlapping edits in ${name}`);
      changed = changed.slice(0, edit.from) + edit.text + changed.slice(edit.to);
      before = edit.from;
    }
    result.set(name, changed);
  }
  return [...result].map(([name, text]) => ({ ...files.find((file) => file.name === name), name, text }));
}

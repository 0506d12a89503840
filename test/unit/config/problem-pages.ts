import { settableCodes } from '../../../server/src/config/settings/settings.ts';
import { defaultSettings } from '../../../server/src/findings/lint-settings.ts';
import { readServerConfig } from '../../../server/src/config/servers/read-server-config.ts';
import { readSettings } from '../../../server/src/config/settings/read-settings.ts';
import { allChecks } from '../../../server/src/lint/rules/index.ts';
import { withoutSuppressed } from '../../../server/src/lint/engine/suppressed-findings.ts';
import { Lexer } from '../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../server/src/zone/syntax/source-text.ts';
import { encode } from '../../../server/src/text/utf8.ts';
import { lintFiles } from '../../rules/lint-example.ts';
import { held } from './files.ts';

/** What is told about an example: code, words, and the place as line:character. */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly place: string;
}

export interface ExampleFile {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly string[];
}
export interface Example {
  readonly valid: boolean;
  readonly files: readonly ExampleFile[];
  readonly messages: readonly string[];
}

/** Fences of a page with the files' names behind the language, and the messages quoted below them. */
export function readExamples(page: string): readonly Example[] {
  return [...page.matchAll(/((?:```(?:conf|json|zone) \S+\n[^]*?\n```\n)+)((?:> .*\n)*)/g)].map((match) => ({
    valid: page.lastIndexOf('\n## Valid', match.index) > page.lastIndexOf('\n## Invalid', match.index),
    files: [...match[1]!.matchAll(/```(?:conf|json|zone) (\S+)\n([^]*?\n)```\n/g)].map(([, name, body]) =>
      unmarked(name!, body!.replaceAll('␉', '\t')),
    ),
    messages: match[2]!
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice(2)),
  }));
}

function unmarked(name: string, body: string): ExampleFile {
  const marks: string[] = [],
    placed = (text: string): string => {
      const before = text.replaceAll(/[«»]/g, ''),
        lines = before.split('\n');
      return `${lines.length - 1}:${lines.at(-1)!.length}`;
    };
  for (const match of body.matchAll(/«[^]*?»/g))
    marks.push(`${placed(body.slice(0, match.index))}-${placed(body.slice(0, match.index + match[0].length))}`);
  return { name, text: body.replaceAll(/[«»]/g, ''), marks };
}

const ROOT = '/etc/';
const shown = ({
  start,
  end,
}: {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}): string => `${start.line}:${start.character}-${end.line}:${end.character}`;

/** Reads the first file as what its name says it is; the others are files beside it. */
export function tell(files: readonly { readonly name: string; readonly text: string }[]): readonly Told[] {
  const [first] = files;
  if (first === undefined) return [];
  if (first.name.endsWith('.zone')) return tellOfZone(first);
  const problems =
    first.name === '.zonewright.json'
      ? readSettings(ROOT + first.name, first.text, settableCodes).problems
      : configProblems(files, ROOT + first.name);
  return problems.map(({ code, message, at }) => ({
    code,
    message,
    file: at.path.slice(ROOT.length),
    place: shown(at),
  }));
}

function configProblems(
  files: readonly { readonly name: string; readonly text: string }[],
  path: string,
): NonNullable<ReturnType<typeof readServerConfig>>['problems'] {
  const { read, list } = held(Object.fromEntries(files.map(({ name, text }) => [ROOT + name, text])));
  return readServerConfig(path, read, list)?.problems ?? [];
}

function tellOfZone({ name, text }: { readonly name: string; readonly text: string }): readonly Told[] {
  const source = new SourceText(name, new Lexer()),
    { findings } = lintFiles([{ name, text }], allChecks);
  source.load(encode(text), () => undefined);
  return withoutSuppressed(source, findings, { ...defaultSettings, profile: 'all' }).map(
    ({ code, message, place }) => ({ code, message, file: name, place: shown(place.range) }),
  );
}

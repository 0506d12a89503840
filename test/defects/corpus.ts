/**
 * The corpus of bad zones: pages whose every `##` section is one zone with one defect.
 *
 * A page is read as a rule's page is (test/rules/page.ts): `«…»` marks the token that is wrong, quoted lines are the codes that are to be found there. Besides:
 * `«wrong→right»` also tells how it is repaired, `‹wrong→right›` does so without a mark, a line that begins with `- ` stands in the bad zone only and one with
 * `+ ` in the repaired zone only, and a `header` fence at the top of the page begins every zone of example.com that has no SOA of its own.
 */

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apexOf, readPage } from '../rules/page.ts';
import type { Example, ExampleFile } from '../rules/page.ts';

export type Kind = 'zone' | 'mail';

export interface Defect {
  /** Page and title, such as `syntax: A quotation mark is never closed`. */
  readonly name: string;
  readonly kind: Kind;
  /** The page's title. */
  readonly area: string;
  readonly title: string;
  /** What Zonewright is to say at each mark, in their order: one code, or several with spaces between. One for all where there is only one. */
  readonly codes: readonly string[];
  readonly files: readonly ExampleFile[];
  /** The same zone without the defect. */
  readonly repaired: readonly ExampleFile[];
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface CleanZone {
  readonly title: string;
  readonly files: readonly ExampleFile[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** In place of a code: a defect that other tools find and Zonewright does not. */
export const NOT_FOUND = '–';

const folder = import.meta.dirname;

interface Section {
  readonly title: string;
  readonly text: string;
}

/** The page's title, what stands before the first section, and its sections. */
function sectionsOf(markdown: string): {
  readonly title: string;
  readonly head: string;
  readonly sections: readonly Section[];
} {
  const [head = '', ...rest] = markdown.split(/^## /m);
  const sections = rest.map((part) => ({
    title: part.slice(0, part.indexOf('\n')).trim(),
    text: part.slice(part.indexOf('\n') + 1),
  }));
  return { title: /^# (.*)$/m.exec(head)?.[1] ?? '', head, sections };
}

function inFences(text: string, change: (body: string, opening: string) => string): string {
  return text.replace(
    /^(```zone.*\n)([^]*?)^```$/gm,
    (_, opening: string, body: string) => `${opening}${change(body, opening)}\`\`\``,
  );
}

const bad = (body: string): string =>
  body
    .replace(/^\+ .*\n/gm, '')
    .replace(/^- /gm, '')
    .replace(/→[^»›]*»/g, '»')
    .replace(/‹([^›→]*)→[^›]*›/g, '$1');
const right = (body: string): string =>
  body
    .replace(/^- .*\n/gm, '')
    .replace(/^\+ /gm, '')
    .replace(/[«‹][^«»‹›→]*→([^»›]*)[»›]/g, '$1')
    .replaceAll(/[«»]/g, '');

function withHeader(header: string): (body: string, opening: string) => string {
  return (body, opening) =>
    /^```zone(?: example\.com\.zone)?$/m.test(opening.trim()) && !/\bSOA\b/.test(body) ? header + body : body;
}

function exampleOf(text: string, where: string): Example {
  const { examples } = readPage(text);
  if (examples.length !== 1) throw new Error(`${where} has ${examples.length} zones where there must be one`);
  return examples[0]!;
}

function defectsOf(page: string, kind: Kind): readonly Defect[] {
  const { title: area, head, sections } = sectionsOf(readFileSync(path.join(folder, page), 'utf8'));
  const header = /^```header\n([^]*?)^```$/m.exec(head)?.[1] ?? '';
  return sections.map(({ title, text }) => {
    const name = `${path.basename(page, '.md')}: ${title}`;
    const shown = exampleOf(inFences(inFences(text, bad), withHeader(header)), name);
    const repaired = exampleOf(inFences(inFences(text, right), withHeader(header)), name);
    return {
      name,
      kind,
      area,
      title,
      codes: shown.messages,
      files: shown.files,
      repaired: repaired.files,
      settings: shown.settings,
    };
  });
}

const pages = (kind: Kind): readonly string[] =>
  globSync(`${kind}/*.md`, { cwd: folder })
    .map((page) => page.replaceAll('\\', '/'))
    .toSorted();

/** Every bad zone of the kind, page by page. */
export function defects(kind: Kind): readonly Defect[] {
  return pages(kind).flatMap((page) => defectsOf(page, kind));
}

/** Zones without a fault, from clean.md. */
export function cleanZones(): readonly CleanZone[] {
  const { sections } = sectionsOf(readFileSync(path.join(folder, 'clean.md'), 'utf8'));
  return sections.map(({ title, text }) => {
    const { files, settings } = exampleOf(text, title);
    return { title, files, settings };
  });
}

/** Those of the files that hold zones; the others are included by them. */
export function zoneFiles(files: readonly ExampleFile[]): readonly (ExampleFile & { readonly apexName: string })[] {
  return files.flatMap((file) => {
    const apexName = apexOf(file.name);
    return apexName === undefined ? [] : [{ ...file, apexName }];
  });
}

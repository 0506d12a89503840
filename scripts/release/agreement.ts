import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../paths.ts';

/** The texts that name a version. */
export interface VersionTexts {
  readonly version: string;
  readonly changelog: string;
  /** By file name: each `zonewright@X` and `zonewright/zonewright@vX` in it must be this version. */
  readonly pinned: Readonly<Record<string, string>>;
  /** As in `v1.2.0`. */
  readonly tag: string | undefined;
}

const semantic = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?$/;

/**
 * Whether the version, the changelog, the files that pin a version and the tag agree. Without a tag a version in the making needs no section of its own in the changelog.
 * Returns a sentence for each thing that doesn't.
 */
export function disagreements({ version, changelog, pinned, tag }: VersionTexts): readonly string[] {
  const problems: string[] = [],
    sections = [...changelog.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title.trim()),
    section = sections.find((title) => title === version || title.startsWith(`${version} `));
  if (!semantic.test(version))
    problems.push(`package.json has the version ${version}, which isn't a semantic version.`);
  if (tag !== undefined && tag !== `v${version}`)
    problems.push(`The tag is ${tag}, but package.json has the version ${version}.`);
  if (tag !== undefined && section === undefined) problems.push(`CHANGELOG.md has no section "## ${version}".`);
  if (tag !== undefined && section !== undefined && !/ - \d{4}-\d{2}-\d{2}$/.test(section))
    problems.push(`The section "## ${section}" of CHANGELOG.md has no date: write "## ${version} - YYYY-MM-DD".`);
  const newest = sections.find((title) => title !== 'Unreleased')?.split(' ')[0];
  if (section !== undefined && newest !== version)
    problems.push(`The newest version in CHANGELOG.md is ${newest}, but package.json has ${version}.`);
  if (section === undefined && !sections.includes('Unreleased'))
    problems.push(`CHANGELOG.md has neither a section for ${version} nor one for what is unreleased.`);
  for (const [file, text] of Object.entries(pinned)) {
    for (const [written, one] of text.matchAll(/zonewright@v?(\d[0-9A-Za-z.-]*\d|\d)/g))
      if (one !== version) problems.push(`${file} names ${written}, but package.json has the version ${version}.`);
  }
  return problems;
}

export async function agreement(tag: string | undefined): Promise<readonly string[]> {
  const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');
  const { version } = JSON.parse(await read('package.json')) as { readonly version: string };
  const pinned = ['docs/ci.md', '.pre-commit-hooks.yaml'],
    texts = await Promise.all(pinned.map(read)),
    action = /The version of the npm package to run\.\n\s+default: (\S+)/.exec(await read('action.yml'))?.[1];
  return disagreements({
    version,
    changelog: await read('CHANGELOG.md'),
    tag,
    pinned: {
      ...Object.fromEntries(pinned.map((file, k) => [file, texts[k] ?? ''])),
      'action.yml': `zonewright@${action ?? '0'}`,
    },
  });
}

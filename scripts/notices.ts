// What the licences of the packages in the bundles ask for: their copyright notices go along.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** The package's own licence file; undefined where it has none. */
  readonly text: string | undefined;
}

/** The packages that the files of a bundle are from, by name. `inputs` are paths as esbuild's metafile has them. */
export function noticesOf(inputs: Iterable<string>): readonly Notice[] {
  const folders = new Set([...inputs].flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  return [...folders].map(noticeOf).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function noticeOf(folder: string): Notice {
  const own = path.join(root, folder),
    file = readdirSync(own).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const { name, version, license } = JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  return {
    name,
    version,
    license: license ?? 'see below',
    text:
      file === undefined || !existsSync(path.join(own, file))
        ? undefined
        : readFileSync(path.join(own, file), 'utf8').trim(),
  };
}

export function noticesText(notices: readonly Notice[]): string {
  const parts = notices.map(
    ({ name, version, license, text }) =>
      `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text ?? 'The package has no licence file of its own.'}\n`,
  );
  return `Zonewright has code of these packages in it. Their licences:\n\n${parts.join('\n')}`;
}

/** Zones with findings, from the rules' pages, the defects and folders: what the fixes of each finding are tried on. */

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Profile } from '../../server/src/config/settings/settings.ts';
import { findInputs } from '../../server/src/cli/input/find-inputs.ts';
import { SettingsFiles } from '../../server/src/cli/input/settings-files.ts';
import { FileNames } from '../../server/src/cli/process/file-names.ts';
import { openZones } from '../../server/src/cli/zones/check-zones.ts';
import { codeTable, isCode } from '../../server/src/findings/codes/index.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import type { LintedZone } from '../../server/src/workspace/workspace.ts';
import { defects } from '../defects/corpus.ts';
import { everydayZone } from '../differential/everyday-zone.ts';
import { diceOf, mutate } from '../differential/mutations.ts';
import { openFiles } from '../rules/lint-example.ts';
import type { TestFile } from '../rules/lint-example.ts';
import { apexOf, readPage } from '../rules/page.ts';

export interface TruthFile {
  /** As the zones' texts are called. */
  readonly uri: string;
  /** Relative to a folder in which all files of the case lie. */
  readonly path: string;
  readonly text: string;
  readonly apex: string | undefined;
}

export interface TruthCase {
  readonly name: string;
  readonly files: readonly TruthFile[];
  readonly zones: readonly LintedZone[];
}

const pages = path.join(import.meta.dirname, '../../docs/rules');

function caseOf(name: string, files: readonly TestFile[], settings: Readonly<Record<string, unknown>>): TruthCase {
  return {
    name,
    files: files.map((file) => ({
      uri: file.name,
      path: file.name,
      text: file.text,
      apex: file.apex ?? apexOf(file.name),
    })),
    zones: openFiles(files, allChecks, settings),
  };
}

/** Every bad zone of the rules' pages, each with its own rule switched on. */
export function* pageCases(): Iterable<TruthCase> {
  for (const page of globSync('*/*.md', { cwd: pages })
    .map((one) => one.replaceAll('\\', '/'))
    .toSorted()) {
    const code = page.replace(/\.md$/, '');
    if (!isCode(code) || /^(?:config|settings|suppression)\//.test(code)) continue;
    for (const { valid, files, line, settings } of readPage(readFileSync(path.join(pages, page), 'utf8')).examples) {
      if (!valid)
        yield caseOf(`docs/rules/${page}:${line}`, files, {
          ...settings,
          severities: { [code]: codeTable[code].severity, ...(settings['severities'] as object | undefined) },
        });
    }
  }
}

/** The zones with one defect each. */
export function* defectCases(): Iterable<TruthCase> {
  for (const kind of ['zone', 'mail'] as const)
    for (const { name, files, settings } of defects(kind)) yield caseOf(`${kind} ${name}`, files, settings);
}

/** An everyday zone with one or two things broken at random. The same seed gives the same zones. */
export function* mutatedCases(count: number, seed: number): Iterable<TruthCase> {
  const dice = diceOf(seed);
  for (let k = 0; k < count; k++) {
    const once = mutate(everydayZone, dice);
    yield caseOf(
      `mutation ${k} of seed ${seed}`,
      [{ name: 'example.com.zone', text: k % 2 === 0 ? once : mutate(once, dice) }],
      { profile: 'all' },
    );
  }
}

/** What a folder, a file or a server's configuration holds: each zone by itself, as many of them would see one another only by chance. */
export async function* folderCases(given: string, profile: Profile = 'recommended'): AsyncIterable<TruthCase> {
  const settings = new SettingsFiles([], { profile }),
    { zones, bounds, beside } = await findInputs([given], {
      origin: undefined,
      settings,
      names: new FileNames(),
      onFile: () => undefined,
    });
  for (const input of zones) {
    const [checked] = openZones([input], allChecks, { bounds, beside }, () => undefined);
    if (checked === undefined) continue;
    const texts = [...[...checked.linted.files()].map(({ text }) => text), ...checked.linted.besides()],
      folder = path.dirname(input.path);
    yield {
      name: input.path,
      zones: [checked.linted],
      files: texts.map((text) => ({
        uri: text.uri,
        path: path.relative(folder, new URL(text.uri).pathname),
        text: text.text(),
        apex: text.uri === pathToFileURL(input.path).href ? input.apex : undefined,
      })),
    };
  }
}

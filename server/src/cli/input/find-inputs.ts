import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure, reasonOf } from '../failure.ts';
import type { FileNames } from '../file-names.ts';
import type { LintSettings } from '../../zone/lint/context.ts';
import { readBytes } from './read-bytes.ts';
import type { InputTrouble, ZoneInput } from './zone-input.ts';

export interface Inputs {
  readonly zones: readonly ZoneInput[];
  readonly troubles: readonly InputTrouble[];
  /** Folders that `$INCLUDE` may read from, absolute. */
  readonly roots: readonly string[];
}

export interface FindOptions {
  readonly origin: string | undefined;
  readonly settings: LintSettings;
  readonly names: FileNames;
}

const zoneName = /(?:^db\.|^named\.(?:root|ca|local)|\.(?:zone|dns|rev|arpa|signed)$|\.(?:in-addr|ip6)\.arpa)/i;
const skipped = new Set(['node_modules']);

/** Every zone that paths on the command line name: files as they are, folders searched through. */
export function findInputs(paths: readonly string[], { origin, settings, names }: FindOptions): Inputs {
  const zones: ZoneInput[] = [], troubles: InputTrouble[] = [], roots: string[] = [];
  for (const written of paths) {
    const absolute = names.give(written), isFolder = kindOf(absolute, written);
    const files = isFolder ? zoneFilesIn(absolute) : [absolute];
    roots.push(isFolder ? absolute : rootOf(absolute));
    if (isFolder && origin !== undefined) throw new Failure(`--origin names the zone of one file, but ${written} is a folder.`);
    for (const file of files) {
      const read = readBytes(file);
      if ('refused' in read) {
        if (!isFolder) troubles.push({ path: file, code: `file/${read.refused}`, message: `${written} ${read.why}.` });
      } else if (read.bytes.length === 0 && !isFolder) {
        troubles.push({ path: file, code: 'file/empty', message: `${written} is empty: a zone needs at least a SOA record and its NS records.` });
      } else zones.push({ path: file, bytes: read.bytes, apex: origin, view: undefined, settings, directory: undefined });
    }
  }
  return { zones, troubles, roots };
}

function kindOf(absolute: string, written: string): boolean {
  try {
    return statSync(absolute).isDirectory();
  } catch (error) {
    throw new Failure(`${written} can't be read: ${reasonOf(error)}.`);
  }
}

/** The folder that a file's `$INCLUDE` may read from: the working folder where the file lies in it, else the file's own. */
export function rootOf(file: string): string {
  const cwd = process.cwd();
  return file.startsWith(cwd + path.sep) ? cwd : path.dirname(file);
}

function zoneFilesIn(folder: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
    if (entry.isDirectory()) found.push(...zoneFilesIn(file));
    else if (entry.isFile() && zoneName.test(entry.name)) found.push(file);
  }
  return found;
}

import { closeSync, existsSync, openSync, readSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { POLICY_FILE } from '../../lint/kit/mail/policy-file.ts';
import { Failure, reasonOf } from '../process/failure.ts';

/** How much of a file tells what it is, in octets. */
const HEAD = 65_536;

/** Folders of version control and of packages. */
const skipped = new Set(['node_modules', '__pycache__', 'venv']);

/** The folder in which web servers keep what other programs look for (RFC 8615). */
const WELL_KNOWN = '.well-known';

/** Every file below a folder, in the order of their names, hidden ones left out. */
export function* filesBelow(folder: string): Iterable<string> {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new Failure(`${folder} can't be read: ${reasonOf(error)}.`);
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if ((entry.name.startsWith('.') && entry.name !== WELL_KNOWN) || skipped.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile() || entry.isSymbolicLink()) yield file;
  }
}

/** A file that is no zone, but that the records of one are held against: an MTA-STS policy (RFC 8461 §3.2). */
export const isBesideZones = (file: string): boolean => path.basename(file) === POLICY_FILE;

/** The policies that lie where somebody who looks for them from a zone's file would find them: beside it, or in a folder above it up to `root`. */
export function policiesNear(zoneFile: string, root: string): readonly string[] {
  const found: string[] = [];
  for (let folder = path.dirname(zoneFile); ; folder = path.dirname(folder)) {
    found.push(...[path.join(folder, POLICY_FILE), path.join(folder, WELL_KNOWN, POLICY_FILE)].filter((file) => existsSync(file)));
    if (folder === root || folder === path.dirname(folder)) return found;
  }
}

const buffer = Buffer.allocUnsafe(HEAD);

/** The beginning of a file as text; undefined where it can't be read. */
export function headOf(file: string): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    // Found while searching a folder, not named by anybody: a file that may not be read, or a link to nowhere, is passed over.
    return undefined;
  }
  try {
    return textOf(buffer.subarray(0, readSync(descriptor, buffer, 0, HEAD, 0)));
  } catch {
    // A link to a folder: what is in it belongs elsewhere.
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** The beginning of octets as text. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('utf8');
}


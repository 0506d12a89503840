import path from 'node:path';
import { POLICY_FILE } from '../../lint/kit/mail/policy-file.ts';
import { answerNow } from '../../hosts/node/asking.ts';
import { fileBytes } from '../../hosts/node/bounded-files.ts';
import type { Refused } from '../../hosts/node/bounded-files.ts';
import type { Bounds } from '../../hosts/node/bounds.ts';
import { entriesOf, packageFolders } from '../../hosts/node/folders.ts';
import type { FolderEntry } from '../../hosts/node/folders.ts';
import { reasonOf } from '../process/failure.ts';

/** How much of a file tells what it is, in octets. */
const HEAD = 65_536;

/** The folder in which web servers keep what other programs look for (RFC 8615). */
const WELL_KNOWN = '.well-known';

/**
 * Every file below a folder, in the order of their names, hidden ones left out. Links are given as what they are called; links to folders are not entered.
 * @param onUnreadable hears of folders that can't be read, and why
 */
export function* filesBelow(folder: string, onUnreadable: (folder: string, why: string) => void): Iterable<string> {
  let entries: readonly FolderEntry[];
  try {
    entries = answerNow(entriesOf(folder));
  } catch (error) {
    onUnreadable(folder, `can't be read: ${reasonOf(error)}`);
    return;
  }
  for (const entry of entries) {
    if ((entry.name.startsWith('.') && entry.name !== WELL_KNOWN) || packageFolders.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file, onUnreadable);
    else if (entry.isFile() || entry.isSymbolicLink()) yield file;
  }
}

/** A file that is no zone, but that the records of one are held against: an MTA-STS policy (RFC 8461 §3.2). */
export const isBesideZones = (file: string): boolean => path.basename(file) === POLICY_FILE;

/** Where policies are looked for from a zone's file: beside it, or in a folder above it up to `root`. */
export function policiesNear(zoneFile: string, root: string): readonly string[] {
  const found: string[] = [];
  for (let folder = path.dirname(zoneFile); ; folder = path.dirname(folder)) {
    found.push(path.join(folder, POLICY_FILE), path.join(folder, WELL_KNOWN, POLICY_FILE));
    if (folder === root || folder === path.dirname(folder)) return found;
  }
}

/** The beginning of a file as text, or why there is none. */
export function headOf(file: string, bounds: Bounds): { readonly text: string; readonly linked: boolean } | Refused {
  const head = answerNow(fileBytes(file, { bounds, limit: HEAD, head: HEAD }));
  return 'refused' in head ? head : { text: textOf(head.bytes), linked: head.linked };
}

/** The beginning of octets as text. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('utf8');
}

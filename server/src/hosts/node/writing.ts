import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { answerNow } from './asking.ts';
import { placeOf, refusalOf } from './bounded-files.ts';
import type { Refused } from './bounded-files.ts';
import type { Bounds } from './bounds.ts';

const CAREFUL = (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0) | (constants.O_NOCTTY ?? 0);

/** Why a file was not written. `changed`: somebody else wrote it since it was read. */
export type NotWritten = Refused | { readonly refused: 'changed'; readonly error?: Error };

/** What is to be in a file, and what was in it when it was read. */
export interface Rewritten {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * Gives a regular file inside the bounds other octets. They are written to a file beside it and brought to the disk; then that takes the file's place, so that at any moment
 * the one or the other is there as a whole. Mode and owner stay. Returns why the file was not touched; a failure while writing is thrown, and the file is as it was.
 */
export function writeNow(file: string, { before, after }: Rewritten, bounds: Bounds): NotWritten | undefined {
  const place = answerNow(placeOf(file, bounds));
  if ('refused' in place) return place;
  const refused = whyOther(place.path, before);
  if ('refused' in refused) return refused;
  const fresh = path.join(path.dirname(place.path), `.${path.basename(place.path)}.${randomBytes(6).toString('hex')}`);
  const descriptor = openSync(fresh, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | CAREFUL, 0o600);
  let unneeded = true;
  try {
    const keepsOwner = filled(descriptor, after, refused.stats);
    // Whoever wrote the file meanwhile knows more than was read before.
    const again = whyOther(place.path, before);
    if ('refused' in again) return again;
    unneeded = false;
    if (keepsOwner && again.stats.nlink === 1) renameSync(fresh, place.path);
    else {
      writeInto(place.path, after, fresh);
      unneeded = true;
    }
  } finally {
    if (unneeded) unlinkSync(fresh);
  }
  syncFolder(path.dirname(place.path));
  return undefined;
}

/** Whether a file is still the regular file with the octets that were read. */
function whyOther(file: string, before: Uint8Array): NotWritten | { readonly stats: Stats } {
  let descriptor: number;
  try {
    // A file that may not be written stays as it is, even where its folder may be.
    descriptor = openSync(file, constants.O_RDWR | CAREFUL);
  } catch (error) {
    return refusalOf(error);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { refused: stats.isDirectory() ? 'directory' : 'special' };
    return stats.size === before.length && holds(descriptor, before) ? { stats } : { refused: 'changed' };
  } finally {
    closeSync(descriptor);
  }
}

/** Octets that are compared at a time. */
const PIECE = 1 << 20;

function holds(descriptor: number, octets: Uint8Array): boolean {
  const piece = Buffer.allocUnsafe(Math.min(PIECE, octets.length));
  for (let at = 0; at < octets.length; ) {
    const count = readSync(descriptor, piece, 0, Math.min(piece.length, octets.length - at), at);
    if (count === 0 || piece.compare(octets, at, at + count, 0, count) !== 0) return false;
    at += count;
  }
  return true;
}

/** Writes and closes the new file. Returns whether it has the old one's owner; only root can give a file away. */
function filled(descriptor: number, octets: Uint8Array, { mode, uid, gid }: Stats): boolean {
  try {
    writeAll(descriptor, octets);
    const own = fstatSync(descriptor),
      keeps = (own.uid === uid && own.gid === gid) || giveTo(descriptor, uid, gid);
    if (keeps) fchmodSync(descriptor, mode & 0o7777);
    fsyncSync(descriptor);
    return keeps;
  } finally {
    closeSync(descriptor);
  }
}

function giveTo(descriptor: number, uid: number, gid: number): boolean {
  try {
    fchownSync(descriptor, uid, gid);
    return true;
  } catch {
    // It is written into the old file then, which keeps its owner.
    return false;
  }
}

/** Where the file itself must stay, for its owner or its other names. All octets are on the disk beside it, and stay there when this fails. */
function writeInto(file: string, octets: Uint8Array, beside: string): void {
  const descriptor = openSync(file, constants.O_WRONLY | CAREFUL);
  try {
    writeAll(descriptor, octets);
    ftruncateSync(descriptor, octets.length);
    fsyncSync(descriptor);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}; its new text is in ${beside}`, {
      cause: error,
    });
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, octets: Uint8Array): void {
  for (let at = 0; at < octets.length; ) at += writeSync(descriptor, octets, at, octets.length - at, at);
}

/** A new name is on the disk only when its folder is. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

import {
  close,
  closeSync,
  constants,
  fstat,
  fstatSync,
  lstat,
  lstatSync,
  open,
  openSync,
  read,
  readdir,
  readdirSync,
  readlink,
  readlinkSync,
  readSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ask } from './asking.ts';
import type { Asking } from './asking.ts';
import { wayDown } from './bounds.ts';
import type { Bounds } from './bounds.ts';

/** Why a file isn't read. `special`: a pipe, a device, a socket. */
export interface Refused {
  readonly refused: 'missing' | 'directory' | 'outside' | 'special' | 'too-large' | 'unreadable';
  /** What the operating system said. */
  readonly error?: Error;
}

export interface FileBytes {
  readonly bytes: Uint8Array;
  /** Whether a link led here. */
  readonly linked: boolean;
}

/** A regular file or a folder inside the bounds, by a path that has no more links in it. */
export interface Place {
  readonly path: string;
  readonly stats: Stats;
  readonly linked: boolean;
}

export interface ReadLimits {
  readonly bounds: Bounds;
  /** Octets. A larger file is refused. */
  readonly limit: number;
  /** Octets at the file's beginning that are enough; `limit` doesn't count then. */
  readonly head?: number;
}

/** As many as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;

/** Octets that one call asks for. */
const ONE_READ = 1 << 30;

/** Opening a pipe for reading waits for who writes into it unless it is said not to; and a link that came since the place was looked at isn't followed. */
const CAUTIOUS =
  constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0) | (constants.O_NOCTTY ?? 0);

const lstatLater = promisify(lstat),
  readlinkLater = promisify<string, string>(readlink),
  openLater = promisify<string, number, number>(open),
  fstatLater = promisify<number, Stats>(fstat),
  closeLater = promisify(close);
const readdirLater = promisify<string, string[]>(readdir);
const readLater = (descriptor: number, buffer: Uint8Array, at: number, length: number): Promise<number> =>
  new Promise((resolve, reject) => {
    read(descriptor, buffer, at, length, null, (error, count) => {
      if (error === null) resolve(count);
      else reject(error);
    });
  });

/**
 * Where a path really leads, looked up name by name: what is outside the bounds isn't even touched, and no link is followed that leaves them.
 * @param file absolute
 */
export function* placeOf(file: string, bounds: Bounds): Asking<Place | Refused> {
  const folders = yield* bounds.names();
  let at = path.resolve(file);
  for (let links = 0; links <= MOST_LINKS; links++) {
    const found = yield* downTo(at, folders, links > 0);
    if (typeof found !== 'string') return found;
    at = found;
  }
  return { refused: 'unreadable', error: Object.assign(new Error('too many links'), { code: 'ELOOP' }) };
}

/** The place, or where the first link on the way leads. */
function* downTo(file: string, folders: readonly string[], linked: boolean): Asking<Place | Refused | string> {
  for (const folder of folders) {
    const way = wayDown(folder, file);
    if (way === undefined) continue;
    try {
      let here = folder,
        stats = yield* ask(
          () => lstatSync(here),
          () => lstatLater(here),
        );
      for (const [k, name] of way.entries()) {
        here = path.join(here, name);
        stats = yield* ask(
          () => lstatSync(here),
          () => lstatLater(here),
        );
        if (stats.isSymbolicLink())
          return path.resolve(
            path.dirname(here),
            yield* ask(
              () => readlinkSync(here),
              () => readlinkLater(here),
            ),
            ...way.slice(k + 1),
          );
      }
      return { path: here, stats, linked };
    } catch (error) {
      return refusalOf(error);
    }
  }
  return { refused: 'outside' };
}

/** The octets of a regular file inside the bounds, or why there are none. */
export function* fileBytes(file: string, limits: ReadLimits): Asking<FileBytes | Refused> {
  const place = yield* placeOf(file, limits.bounds);
  if ('refused' in place) return place;
  const refused = whyNot(place.stats, limits);
  if (refused !== undefined) return refused;
  try {
    const descriptor = yield* ask(
      () => openSync(place.path, CAUTIOUS),
      () => openLater(place.path, CAUTIOUS),
    );
    try {
      // The file may be another one by now.
      const stats = yield* ask(
          () => fstatSync(descriptor),
          () => fstatLater(descriptor),
        ),
        bytes = whyNot(stats, limits) ?? (yield* octets(descriptor, stats.size, limits));
      return 'refused' in bytes ? bytes : { bytes, linked: place.linked };
    } finally {
      yield* ask(
        () => closeSync(descriptor),
        () => closeLater(descriptor),
      );
    }
  } catch (error) {
    return refusalOf(error);
  }
}

function whyNot(stats: Stats, { limit, head }: ReadLimits): Refused | undefined {
  if (stats.isDirectory()) return { refused: 'directory' };
  if (!stats.isFile()) return { refused: 'special' };
  return head === undefined && stats.size > limit ? { refused: 'too-large' } : undefined;
}

/** A size is only what the file system says: some files have more to give than that, and some grow. */
function* octets(descriptor: number, size: number, { limit, head }: ReadLimits): Asking<Uint8Array | Refused> {
  const most = head ?? limit + 1;
  let buffer = new Uint8Array(Math.min(size + 1, most)),
    length = 0;
  while (length < most) {
    if (length === buffer.length) {
      const larger = new Uint8Array(Math.min(2 * length + HEADROOM, most));
      larger.set(buffer);
      buffer = larger;
    }
    const into = buffer,
      at = length,
      wanted = Math.min(into.length - at, ONE_READ);
    const count = yield* ask(
      () => readSync(descriptor, into, at, wanted, null),
      () => readLater(descriptor, into, at, wanted),
    );
    if (count === 0) break;
    length += count;
  }
  return head === undefined && length > limit ? { refused: 'too-large' } : buffer.subarray(0, length);
}

/** Octets by which a buffer grows at least. */
const HEADROOM = 4096;

/** The names in a folder inside the bounds. */
export function* folderNames(folder: string, bounds: Bounds): Asking<readonly string[] | Refused> {
  const place = yield* placeOf(folder, bounds);
  if ('refused' in place) return place;
  try {
    return yield* ask(
      () => readdirSync(place.path),
      () => readdirLater(place.path),
    );
  } catch (error) {
    return refusalOf(error);
  }
}

/** What an error of the file system says of a file. */
export function refusalOf(error: unknown): Refused {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
    case 'ERR_INVALID_FILE_URL_HOST':
    case 'ERR_INVALID_FILE_URL_PATH':
      return { refused: 'missing', error };
    case 'EISDIR':
      return { refused: 'directory', error };
    // What open(2) says of a socket, and of a device without a driver.
    case 'ENXIO':
    case 'ENODEV':
      return { refused: 'special', error };
    default:
      return { refused: 'unreadable', error };
  }
}

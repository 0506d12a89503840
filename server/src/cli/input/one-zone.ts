import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Bounds } from '../../hosts/node/bounds.ts';
import { Zone } from '../../zone/model/zone.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import { Failure } from '../process/failure.ts';
import { rootOf } from './find-inputs.ts';
import { includeHost } from './include-host.ts';
import { readBytes } from './read-bytes.ts';

/** Reads one file as a zone, without judging it. */
export function readZone(written: string, apex: string | undefined, bytes: Uint8Array): Zone {
  const file = path.resolve(written);
  const zone = new Zone(new SourceText(pathToFileURL(file).href, new Lexer()), {
    apex,
    host: includeHost(file, { bounds: new Bounds([rootOf(file)]) }),
    expectedBytes: bytes.length,
  });
  zone.open(bytes);
  return zone;
}

/** The octets of the one file that a command is about. */
export function bytesOf(written: string): Uint8Array {
  const file = path.resolve(written),
    read = readBytes(file, new Bounds([rootOf(file)]));
  if ('refused' in read) throw new Failure(`${written} ${read.why}.`);
  return read.bytes;
}

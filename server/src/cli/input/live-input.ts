import { endpointOf, nodeTransport, systemResolvers } from '../../hosts/node/dns-sockets.ts';
import { Bounds } from '../../hosts/node/bounds.ts';
import { isFolder } from '../../hosts/node/folders.ts';
import { Asker } from '../../live/asking/asker.ts';
import { ResolverList } from '../../live/asking/recursor.ts';
import type { Endpoint } from '../../live/asking/transport.ts';
import { LARGEST_KEY_FILE, readTsigKey } from '../../live/message/tsig.ts';
import type { TsigKey } from '../../live/message/tsig.ts';
import { absoluteName } from '../../config/zone-files/zone-name.ts';
import path from 'node:path';
import { Failure } from '../process/failure.ts';
import { readText } from './read-bytes.ts';

/** An address with a port that an option gives. */
export function endpointOption(option: string, written: string, port?: number): Endpoint {
  const endpoint = endpointOf(written, port);
  if (endpoint === undefined)
    throw new Failure(`"${written}" isn't an address; ${option} takes one such as 192.0.2.53, or 192.0.2.53:5353.`);
  return endpoint;
}

/** Who asks, and the resolvers that options name or this machine has. */
export function asking(dnsServers: readonly string[]): { readonly asker: Asker; readonly recursor: ResolverList } {
  const asker = new Asker(nodeTransport),
    named = dnsServers.map((written) => endpointOption('--dns-server', written));
  return { asker, recursor: new ResolverList(asker, named.length > 0 ? named : systemResolvers()) };
}

export function tsigKeyOf(file: string): TsigKey {
  const absolute = path.resolve(file),
    read = readText(absolute, new Bounds([path.dirname(absolute)]), LARGEST_KEY_FILE);
  if ('refused' in read) throw new Failure(`${file} ${read.why}.`);
  const key = readTsigKey(read.text);
  if (key === undefined)
    throw new Failure(
      `${file} doesn't hold a TSIG key: --tsig-file takes what tsig-keygen prints, or algorithm:name:secret.`,
    );
  return key;
}

/** Parts what was given into zones and paths: what there is as a file or folder is a path. Zones alone are looked for in the current folder. */
export function zonesAndPaths(given: readonly string[]): {
  readonly zones: ReadonlySet<string>;
  readonly paths: readonly string[];
} {
  const zones = new Set<string>(),
    paths: string[] = [];
  for (const written of given) {
    const name = absoluteName(written);
    if (isThere(written) || name === undefined) paths.push(written);
    else zones.add(name);
  }
  return { zones, paths: paths.length === 0 ? ['.'] : paths };
}

function isThere(written: string): boolean {
  try {
    isFolder(path.resolve(written));
    return true;
  } catch {
    // Then it's the name of a zone, and if there's none of that name, the command says so.
    return false;
  }
}

import { baseName, folderOf, pathSegments, relativePath, resolvePath, samePath } from '../paths/paths.ts';
import type { ConfiguredZone, ServerConfig } from '../reading/server-config.ts';

const indexes = new WeakMap<ServerConfig, ReadonlyMap<string, readonly ConfiguredZone[]>>();

/**
 * The zones that a file holds by the configurations: several where views share it, or where many zones are served from one file.
 * A file that lies where a copy of the server's files would keep it counts too, but only where none is named outright.
 */
export function zonesOfFile(configs: readonly ServerConfig[], path: string): readonly ConfiguredZone[] {
  const named = configs.map((config) => ({ config, zones: indexOf(config).get(baseName(path)) ?? [] }));
  const exact = named.flatMap(({ zones }) => zones.filter((zone) => samePath(zone.path, path)));
  if (exact.length > 0) return exact;
  const copies = named.flatMap(({ config, zones }) => zones.map((zone) => ({ zone, shared: sharedTail(folderOf(config.path), zone.path, path) })));
  const most = Math.max(0, ...copies.map(({ shared }) => shared));
  return most === 0 ? [] : copies.filter(({ shared }) => shared === most).map(({ zone }) => zone);
}

/**
 * How many segments at the end a held path has in common with the server's, where what is before them is the configuration's folder or one
 * above it; 0 where the one isn't a copy of the other. The file's name alone counts only right beside the configuration.
 */
function sharedTail(configFolder: string, serverPath: string, heldPath: string): number {
  const server = pathSegments(serverPath).toReversed(), held = pathSegments(heldPath).toReversed();
  let most = 0;
  while (most < server.length && most < held.length && server[most] === held[most]) most++;
  for (let shared = most; shared > 0; shared--) {
    const before = resolvePath(heldPath, '../'.repeat(shared));
    if (samePath(before, configFolder) || (shared > 1 && relativePath(before, configFolder) !== undefined)) return shared;
  }
  return 0;
}

function indexOf(config: ServerConfig): ReadonlyMap<string, readonly ConfiguredZone[]> {
  const known = indexes.get(config);
  if (known !== undefined) return known;
  const index = new Map<string, ConfiguredZone[]>();
  for (const zone of config.zones) {
    const name = baseName(zone.path), zones = index.get(name);
    if (zones === undefined) index.set(name, [zone]);
    else zones.push(zone);
  }
  indexes.set(config, index);
  return index;
}

import { baseName, folderOf, pathSegments, relativePath, resolvePath, samePath } from '../paths/paths.ts';
import type { ConfiguredZone, ReceivedFile, ServerConfig } from '../reading/server-config.ts';

const indexes = new WeakMap<readonly ReceivedFile[], ReadonlyMap<string, readonly ReceivedFile[]>>();

/**
 * The zones that a file holds by the configurations: several where views share it, or where many zones are served from one file.
 * A file that lies where a copy of the server's files would keep it counts too, but only where none is named outright.
 */
export function zonesOfFile(configs: readonly ServerConfig[], path: string): readonly ConfiguredZone[] {
  return entriesOf(configs, ({ zones }) => zones, path);
}

/** Whether a server writes a file itself: what is changed there is lost at the next transfer. */
export function isReceived(configs: readonly ServerConfig[], path: string): boolean {
  const zones = zonesOfFile(configs, path);
  return zones.length > 0
    ? zones.some(({ role }) => role === 'secondary')
    : entriesOf(configs, ({ received }) => received, path).length > 0;
}

function entriesOf<Entry extends ReceivedFile>(
  configs: readonly ServerConfig[],
  of: (config: ServerConfig) => readonly Entry[],
  path: string,
): readonly Entry[] {
  const named = configs.map((config) => ({ config, zones: indexOf(of(config)).get(baseName(path)) ?? [] }));
  const exact = named.flatMap(({ zones }) => zones.filter((zone) => samePath(zone.path, path)));
  if (exact.length > 0) return exact;
  const copies = named.flatMap(({ config, zones }) =>
    zones.map((zone) => ({ zone, shared: sharedTail(folderOf(config.path), zone.path, path) })),
  );
  const most = Math.max(0, ...copies.map(({ shared }) => shared));
  return most === 0 ? [] : copies.filter(({ shared }) => shared === most).map(({ zone }) => zone);
}

/**
 * How many segments at the end a held path has in common with the server's, where what is before them is the configuration's folder or one
 * above it; 0 where the one isn't a copy of the other. The file's name alone counts only right beside the configuration.
 */
function sharedTail(configFolder: string, serverPath: string, heldPath: string): number {
  const server = pathSegments(serverPath).toReversed(),
    held = pathSegments(heldPath).toReversed();
  let most = 0;
  while (most < server.length && most < held.length && server[most] === held[most]) most++;
  for (let shared = most; shared > 0; shared--) {
    const before = resolvePath(heldPath, '../'.repeat(shared));
    if (samePath(before, configFolder) || (shared > 1 && relativePath(before, configFolder) !== undefined))
      return shared;
  }
  return 0;
}

function indexOf<Entry extends ReceivedFile>(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(entries) as ReadonlyMap<string, readonly Entry[]> | undefined;
  if (known !== undefined) return known;
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = baseName(entry.path),
      same = index.get(name);
    if (same === undefined) index.set(name, [entry]);
    else same.push(entry);
  }
  indexes.set(entries, index);
  return index;
}

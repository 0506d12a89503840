import { readServerConfig } from '../../config/servers/read-server-config.ts';
import type { ServerConfig } from '../../config/reading/server-config.ts';
import { readsLikeServerConfig } from '../../config/servers/config-shape.ts';
import { answerNow } from '../../hosts/node/asking.ts';
import { folderNames } from '../../hosts/node/bounded-files.ts';
import type { Bounds } from '../../hosts/node/bounds.ts';
import { LARGEST_CONFIG, readText } from './read-bytes.ts';

/** Reads a server's configuration from the disk with all that it includes inside the bounds; undefined for a file that is none. What is missing is reported where it is named. */
export function serverConfig(file: string, bounds: Bounds): ServerConfig | undefined {
  const read = (path: string): string | undefined => {
    const found = readText(path, bounds, LARGEST_CONFIG);
    if ('refused' in found) return undefined;
    return (path !== file || found.linked) && !readsLikeServerConfig(found.text) ? undefined : found.text;
  };
  const list = (folder: string): readonly string[] | undefined => {
    const names = answerNow(folderNames(folder, bounds));
    return 'refused' in names ? undefined : names;
  };
  return readServerConfig(file, read, list);
}

/** Configurations that no other one includes. */
export function outermost(configs: readonly ServerConfig[]): readonly ServerConfig[] {
  const included = new Set(configs.flatMap(({ path, files }) => files.filter((file) => file !== path)));
  return configs.filter(({ path }) => !included.has(path));
}

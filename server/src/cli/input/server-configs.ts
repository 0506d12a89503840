import { readFileSync, readdirSync } from 'node:fs';
import { readServerConfig } from '../../config/servers/read-server-config.ts';
import type { ServerConfig } from '../../config/reading/server-config.ts';

/** Reads a server's configuration from the disk with all that it includes; undefined for a file that is none. */
export function serverConfig(file: string): ServerConfig | undefined {
  return readServerConfig(file, read, list);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The reading of the configuration says what is missing.
    return undefined;
  }
}

function list(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    // As above: an include of a folder that isn't there is reported where it stands.
    return undefined;
  }
}

/** Configurations that no other one includes. */
export function outermost(configs: readonly ServerConfig[]): readonly ServerConfig[] {
  const included = new Set(configs.flatMap(({ path, files }) => files.filter((file) => file !== path)));
  return configs.filter(({ path }) => !included.has(path));
}

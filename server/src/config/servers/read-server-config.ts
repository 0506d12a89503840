import type { ListFolder } from '../paths/glob.ts';
import { readKnotConf } from './knot/knot-conf.ts';
import { readNamedConf } from './named/named-conf.ts';
import { readNsdConf } from './nsd/nsd-conf.ts';
import { baseName } from '../paths/paths.ts';
import type { ReadFile, ServerConfig, ServerKind } from '../reading/server-config.ts';

/** Enough to see what language a configuration is in, comments at its head included (UTF-16 code units). */
const LOOKED_AT = 65_536;

/** Which server's configuration a file is, by its name, else by what it says; undefined for every other file. */
export function serverKindOf(path: string, text: string): ServerKind | undefined {
  const name = baseName(path).toLowerCase();
  if (/^named(?:[-_.].*)?\.conf(?:\..*)?$/.test(name)) return 'bind';
  if (/^nsd(?:[-_.].*)?\.conf$/.test(name)) return 'nsd';
  if (/^knotd?(?:[-_.].*)?\.conf$/.test(name)) return 'knot';
  const head = text.slice(0, LOOKED_AT);
  if (
    /^[ \t]*zone[ \t]+"?[^\s"{;]+"?[ \t]*(?:(?:IN|CH|HS)[ \t]*)?\{/im.test(head) ||
    /^[ \t]*(?:options[ \t]*|view[ \t]+[^\s{;]+[ \t]*)\{/m.test(head)
  )
    return 'bind';
  if (/^[ \t]*- domain:[ \t]/m.test(head) && /^zone:/m.test(head)) return 'knot';
  return /^[ \t]*(?:zone|pattern):/m.test(head) &&
    /^[ \t]*name:[ \t]/m.test(head) &&
    /^[ \t]*(?:zonefile|include-pattern|request-xfr):/m.test(head)
    ? 'nsd'
    : undefined;
}

/**
 * Reads the configuration that starts with this file; undefined where it is none or isn't held.
 * @param list lets patterns in includes be followed
 */
export function readServerConfig(path: string, read: ReadFile, list?: ListFolder): ServerConfig | undefined {
  const text = read(path);
  if (text === undefined) return undefined;
  const source = { path, read, list };
  switch (serverKindOf(path, text)) {
    case 'bind':
      return readNamedConf(source);
    case 'nsd':
      return readNsdConf(source);
    case 'knot':
      return readKnotConf(source);
    case undefined:
      return undefined;
  }
}

import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Mode bits: others than the owner may write; only the owner of an entry may rename or remove it. */
const OTHERS_WRITE = 0o022,
  STICKY = 0o1000;

/** Where programs of this user keep what they can make again. */
function cacheHome(): string {
  const { XDG_CACHE_HOME: said = '', LOCALAPPDATA: local = '' } = process.env;
  if (process.platform === 'win32') return local;
  if (said !== '') return said;
  return path.join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}

/** Whether no other user can write into a folder, or put another in its place. */
function isOnlyOurs(folder: string): boolean {
  const user = process.getuid?.();
  // Windows keeps other users out of a profile by itself.
  if (user === undefined) return true;
  const own = statSync(folder);
  if (own.uid !== user || (own.mode & OTHERS_WRITE) !== 0) return false;
  for (let at = folder; at !== path.dirname(at); ) {
    at = path.dirname(at);
    const { uid, mode } = statSync(at);
    if ((uid !== user && uid !== 0) || ((mode & OTHERS_WRITE) !== 0 && (mode & STICKY) === 0)) return false;
  }
  return true;
}

/**
 * The folder for compiled code, which Node runs as it finds it: so never in a place where another user could have put it, as Node's own in the folder for temporary files could be.
 * Undefined where there is no such folder, or none is wanted; then the program starts more slowly.
 */
export function codeCacheFolder(): string | undefined {
  const home = (process.env['NODE_DISABLE_COMPILE_CACHE'] ?? '') === '' ? cacheHome() : '';
  if (!path.isAbsolute(home)) return undefined;
  try {
    const folder = path.join(home, 'zonewright');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const real = realpathSync(folder);
    return isOnlyOurs(real) ? real : undefined;
  } catch {
    // A home that can't be written, as in many containers.
    return undefined;
  }
}

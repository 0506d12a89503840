/** Wrong usage, or input that can't be read: ends the command with exit status 2. The message is for the person at the terminal. */
export class Failure extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: "it's a folder",
  ENOTDIR: 'part of its path is a file, not a folder',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reported an I/O error',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

/** Why a file operation failed, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return reasons[code] ?? error.message;
}

import type { IncludeRefusal } from '../zone/records/include-host.ts';

/** The files that lie beside the server, or that the editor hands over. Paths are URIs. */
export interface FileAccess {
  /** Files below a folder, those near to it first, at most `limit`. Folders of version control and of packages are left out. */
  list(folder: string, limit: number): Promise<readonly string[]>;
  /** A file's octets, or why there are none. `limit` in octets. `folders` bound what is read, also where symbolic links lead. */
  read(uri: string, limit: number, folders: readonly string[]): Promise<Uint8Array | IncludeRefusal>;
}

import type { VerifySignature } from '../zone/lint/signed-data.ts';
import type { IncludeRefusal } from '../zone/model/host.ts';

/** The files that lie beside the server, or that the editor hands over. Paths are URIs. */
export interface FileAccess {
  /** Files below a folder, those near to it first, at most `limit`. Folders of version control and of packages are left out. */
  list(folder: string, limit: number): Promise<readonly string[]>;
  /** A file's octets, or why there are none. `limit` in octets. `folders` bound what is read, also where symbolic links lead. */
  read(uri: string, limit: number, folders: readonly string[]): Promise<Uint8Array | IncludeRefusal>;
}

/** What the language server needs of the place where it runs. */
export interface ServerHost {
  /** Runs `work` when the messages that have come by now are read. */
  nextTurn(work: () => void): void;
  /** Access to the files of `file:` folders; undefined where only the editor has any. */
  readonly files: FileAccess | undefined;
  /** Verifies signatures of DNSSEC. */
  readonly verify: VerifySignature;
}

import type { IncludeRefusal } from '../zone/records/include-host.ts';
import type { FileAccess } from './file-access.ts';

/** Runs work after some milliseconds, unless the function that is returned is called before. */
export type After = (milliseconds: number, work: () => void) => () => void;

/** What was asked, or `otherwise` where it takes longer than a limit. */
export function within<T>(asked: Promise<T>, milliseconds: number, otherwise: () => T, after: After): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(milliseconds, () => resolve(otherwise()));
    asked.then(
      (answer) => {
        cancel();
        resolve(answer);
      },
      (error: unknown) => {
        cancel();
        reject(error);
      },
    );
  });
}

export interface Patience {
  /** Milliseconds that a file may take. */
  readonly limit: number;
  readonly after: After;
  /** A file that was given up answered after all. */
  late(uri: string): void;
}

/** A system has few threads for files (4 in Node), and each file that never answers holds one. The last is for those that do. */
const MOST_WAITING = 3;

/** Files of which some may never answer, such as those on a network drive that is gone: they are given up, and the rest of their folder with them until they answer. */
export class PatientFiles implements FileAccess {
  private readonly files: FileAccess;
  private readonly patience: Patience;
  /** Folders with the number of their files that are waited for. */
  private readonly silent = new Map<string, number>();
  /** Folders that have answered. */
  private readonly known = new Set<string>();
  private waiting = 0;

  constructor(files: FileAccess, patience: Patience) {
    this.files = files;
    this.patience = patience;
  }

  list(folder: string, limit: number): Promise<readonly string[]> {
    return this.files.list(folder, limit);
  }

  read(uri: string, limit: number, folders: readonly string[]): Promise<Uint8Array | IncludeRefusal> {
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    if (this.silent.has(folder) || (this.waiting >= MOST_WAITING && !this.known.has(folder)))
      return Promise.resolve('unanswered');
    let givenUp = false;
    const asked = this.files.read(uri, limit, folders).finally(() => {
      this.known.add(folder);
      if (givenUp) this.answered(uri, folder);
    });
    return within<Uint8Array | IncludeRefusal>(
      asked,
      this.patience.limit,
      () => {
        givenUp = true;
        this.waiting++;
        this.known.delete(folder);
        this.silent.set(folder, (this.silent.get(folder) ?? 0) + 1);
        return 'unanswered';
      },
      this.patience.after,
    );
  }

  private answered(uri: string, folder: string): void {
    const left = (this.silent.get(folder) ?? 1) - 1;
    if (left > 0) this.silent.set(folder, left);
    else this.silent.delete(folder);
    this.waiting--;
    this.patience.late(uri);
  }
}

import path from 'node:path';

/** How files are named to the person at the terminal: as given, or from the working folder where they lie below it. */
export class FileNames {
  private readonly given: Map<string, string>;
  private readonly cwd = process.cwd();

  constructor(given: Iterable<readonly [string, string]> = []) {
    this.given = new Map(given);
  }

  /** Absolute paths and how they were written, for another thread. */
  get all(): readonly (readonly [string, string])[] {
    return [...this.given];
  }

  /** Remembers how a path was written. */
  give(written: string): string {
    const absolute = path.resolve(this.cwd, written);
    this.given.set(absolute, written);
    return absolute;
  }

  show(absolute: string): string {
    const written = this.given.get(absolute);
    if (written !== undefined) return written;
    for (const [folder, name] of this.given)
      if (absolute.startsWith(folder + path.sep)) return path.join(name, absolute.slice(folder.length + 1));
    const relative = path.relative(this.cwd, absolute);
    return relative.startsWith('..') || path.isAbsolute(relative) ? absolute : relative;
  }
}

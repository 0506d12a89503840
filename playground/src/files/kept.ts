import { readFileSet, type FileSet } from './file-set.ts';

const KEY = 'zonewright.files';

/** UTF-16 units: browsers give a page about five million. */
const largestKept = 2_000_000;

/** Keeps the files in this browser, so that closing the page loses nothing. */
export function keep(files: FileSet): void {
  const text = JSON.stringify(files);
  try {
    if (text.length <= largestKept) localStorage.setItem(KEY, text);
    else localStorage.removeItem(KEY);
  } catch {
    // A browser may give pages no storage at all. Then the files last as long as the page.
  }
}

/** The files of the last visit. */
export function kept(): FileSet | undefined {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? undefined : readFileSet(JSON.parse(text));
  } catch {
    // No storage, or what is in it is damaged: the page starts with its example.
    return undefined;
  }
}

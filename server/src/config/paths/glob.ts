import { baseName, folderOf, isAbsolutePath, normalizePath, pathSegments, resolvePath } from './paths.ts';

/** The names of the files and folders in a folder; undefined where the caller can't tell. */
export type ListFolder = (folder: string) => readonly string[] | undefined;

/** A pattern with more alternatives or matches than this is cut off: a settings file must not stop the editor. */
const MOST_ALTERNATIVES = 64,
  MOST_MATCHES = 10_000;

/** Whether a file name or path has to be read as a pattern, as glob(7) says. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/**
 * Whether a path (relative, with `/`) fits a pattern: `*` and `?` stay within a folder name, `**` spans folders, `[a-z]` and `{a,b}` as in a shell.
 * A pattern without `/` fits the file name in any folder, as in .gitignore; a trailing `/` means everything below.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  return alternatives(glob).some((one) => {
    const trimmed = one.replace(/^\.?\/+/, '');
    const wanted = trimmed.split('/').filter((segment) => segment !== '');
    if (trimmed.endsWith('/')) wanted.push('**');
    const anywhere = !one.replace(/\/+$/, '').includes('/');
    return matchSegments(anywhere ? ['**', ...wanted] : wanted, segments);
  });
}

/**
 * The paths that a pattern stands for, in the order of their names as glob(3) gives them. Undefined where a folder couldn't be listed.
 * @param folder what a relative pattern starts from
 */
export function expandGlob(folder: string, glob: string, list: ListFolder): readonly string[] | undefined {
  let found: string[] = [],
    unknown = false;
  for (const one of alternatives(glob)) {
    const start = isAbsolutePath(one) ? resolvePath(folder, '/') : normalizePath(folder);
    let paths = [start];
    for (const segment of pathSegments(one)) {
      if (!isGlob(segment)) {
        paths = paths.map((path) => resolvePath(path, segment));
        continue;
      }
      paths = paths
        .flatMap((path) => {
          const names = list(path);
          if (names === undefined) unknown = true;
          return (names ?? [])
            .filter((name) => matchName(segment, name) && (segment.startsWith('.') || !name.startsWith('.')))
            .toSorted()
            .map((name) => resolvePath(path, escaped(name)));
        })
        .slice(0, MOST_MATCHES);
    }
    // A fixed tail after a wildcard names only what is there.
    found = found.concat(
      isGlob(lastSegment(one))
        ? paths
        : paths.filter((path) => list(folderOf(path))?.includes(baseName(path)) ?? false),
    );
  }
  if (found.length === 0 && unknown) return undefined;
  return [...new Set(found)].slice(0, MOST_MATCHES);
}

const lastSegment = (path: string): string => pathSegments(path).at(-1) ?? '';

/** A listed name is one segment, whatever it looks like. */
const escaped = (name: string): string =>
  /^[a-z][a-z0-9+.-]*:[\\/]|:\/\//i.test(name) || name.includes('\\') ? `./${name}` : name;

function alternatives(glob: string): readonly string[] {
  let open = [glob];
  for (;;) {
    const at = open.findIndex((one) => brace(one) !== undefined);
    if (at === -1 || open.length >= MOST_ALTERNATIVES) return open.slice(0, MOST_ALTERNATIVES);
    const one = open[at]!,
      { start, end, choices } = brace(one)!;
    open = [
      ...open.slice(0, at),
      ...choices.map((choice) => one.slice(0, start) + choice + one.slice(end)),
      ...open.slice(at + 1),
    ];
  }
}

/** The innermost first `{a,b}`; braces that don't close are plain characters. */
function brace(
  text: string,
): { readonly start: number; readonly end: number; readonly choices: readonly string[] } | undefined {
  const match = /\{([^{}]*)\}/.exec(text);
  if (match === null) return undefined;
  return { start: match.index, end: match.index + match[0].length, choices: match[1]!.split(',') };
}

/** Each row answers which lengths of the path fit the pattern so far, so that `**` costs no backtracking. */
function matchSegments(wanted: readonly string[], segments: readonly string[]): boolean {
  let fits = segments.map(() => false);
  fits = [true, ...fits];
  for (const pattern of wanted) {
    const next = fits.map(() => false);
    for (let i = 0; i <= segments.length; i++) {
      if (pattern === '**') next[i] = fits[i]! || (i > 0 && next[i - 1]!);
      else if (i > 0) next[i] = fits[i - 1]! && matchName(pattern, segments[i - 1]!);
    }
    fits = next;
  }
  return fits[segments.length]!;
}

/** Wildcards within one name. Backs up to the last `*` only, which is enough and linear in practice. */
function matchName(pattern: string, name: string): boolean {
  let p = 0,
    n = 0,
    starAt = -1,
    resumeAt = 0;
  while (n < name.length) {
    const step = p < pattern.length ? stepAt(pattern, p, name[n]!) : undefined;
    if (pattern[p] === '*') {
      starAt = p++;
      resumeAt = n;
    } else if (step !== undefined) {
      p += step;
      n++;
    } else if (starAt >= 0) {
      p = starAt + 1;
      n = ++resumeAt;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** How much of the pattern one character uses up; undefined where it doesn't fit. */
function stepAt(pattern: string, at: number, character: string): number | undefined {
  const c = pattern[at]!;
  if (c === '?') return 1;
  if (c === '\\' && at + 1 < pattern.length) return pattern[at + 1] === character ? 2 : undefined;
  if (c !== '[') return c === character ? 1 : undefined;
  const close = pattern.indexOf(']', at + 2);
  if (close === -1) return character === '[' ? 1 : undefined;
  const negated = pattern[at + 1] === '!' || pattern[at + 1] === '^';
  const set = pattern.slice(at + (negated ? 2 : 1), close);
  return inSet(set, character) !== negated ? close + 1 - at : undefined;
}

function inSet(set: string, character: string): boolean {
  for (let i = 0; i < set.length; i++) {
    if (set[i + 1] === '-' && i + 2 < set.length) {
      if (character >= set[i]! && character <= set[i + 2]!) return true;
      i += 2;
    } else if (set[i] === character) return true;
  }
  return false;
}

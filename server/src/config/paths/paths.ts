/**
 * Paths as text: `/etc/bind/db.example.com`, `C:\dns\example.com.dns`, `file:///etc/bind/x`, `vscode-vfs://github/owner/zones/x`.
 * The core has no Node `path` and no `URL`, and the files of a web workspace have URIs only.
 */

interface PathParts {
  /** `file://`, `vscode-vfs://github`, `memfs:`, `/`, `c:/`, or nothing for a relative path. */
  readonly root: string;
  readonly uri: boolean;
  /** Not percent-encoded, without `.` and empty segments. */
  readonly segments: readonly string[];
}

/** VS Code writes a URI without authority as `memfs:/ws/x`. A single letter before the colon is a drive. */
const uriStart = /^([a-z][a-z0-9+.-]+:(?:\/\/[^/?#]*|(?=\/)))([^?#]*)/i;
const driveStart = /^\/?([a-z]):[\\/]/i;

export function normalizePath(path: string): string {
  return print(parse(path));
}

/** Whether a path is a URI with a path from its root. */
export function isUri(path: string): boolean {
  return uriStart.test(path);
}

export function isAbsolutePath(path: string): boolean {
  return parse(path).root !== '';
}

/** The last segment, decoded: the name a file has in its folder. Empty for a root. */
export function baseName(path: string): string {
  return parse(path).segments.at(-1) ?? '';
}

/** The folder that holds the file; a root is its own folder. */
export function folderOf(path: string): string {
  const { root, uri, segments } = parse(path);
  return print({ root, uri, segments: segments.slice(0, -1) });
}

/** Where `path` leads when it is said in `folder`. An absolute path keeps the folder's scheme, authority or drive: `/etc/x` said in `file:///home` is `file:///etc/x`. */
export function resolvePath(folder: string, path: string): string {
  const base = parse(folder),
    target = parse(path);
  if (target.uri) return print(target);
  if (target.root === '')
    return print({ ...base, segments: collapse([...base.segments, ...target.segments], base.root !== '') });
  if (!base.uri) return print(target.root === '/' && base.root !== '' ? { ...target, root: base.root } : target);
  return print({
    ...base,
    segments: target.root === '/' ? target.segments : [target.root.slice(0, -1), ...target.segments],
  });
}

/** The segments below the root, decoded. */
export function pathSegments(path: string): readonly string[] {
  return parse(path).segments;
}

/** Whether both lead to the same file, however they are encoded. Only the letter of a drive is compared without case. */
export function samePath(one: string, other: string): boolean {
  const a = local(parse(one)),
    b = local(parse(other));
  return (
    a.root === b.root &&
    a.segments.length === b.segments.length &&
    a.segments.every((segment, i) => segment === b.segments[i])
  );
}

/** The folder and the folders above it, nearest first. */
export function foldersUpFrom(folder: string): readonly string[] {
  const { root, uri, segments } = parse(folder);
  return segments
    .map((_, i) => print({ root, uri, segments: segments.slice(0, segments.length - i) }))
    .concat(print({ root, uri, segments: [] }));
}

/** The way from the folder down to the path, with `/`; undefined where the path isn't below the folder. */
export function relativePath(folder: string, path: string): string | undefined {
  const above = local(parse(folder)),
    below = local(parse(path));
  if (above.root !== below.root || below.segments.length <= above.segments.length) return undefined;
  if (!above.segments.every((segment, i) => segment === below.segments[i])) return undefined;
  return below.segments.slice(above.segments.length).join('/');
}

function parse(path: string): PathParts {
  const uri = uriStart.exec(path);
  if (uri !== null) {
    const segments = collapse((uri[2] ?? '').split('/').map(decoded), true);
    const drive = /^[a-z]:$/i.test(segments[0] ?? '') ? [segments[0]!.toLowerCase(), ...segments.slice(1)] : segments;
    return { root: uri[1]!.toLowerCase(), uri: true, segments: drive };
  }
  const drive = driveStart.exec(path);
  if (drive !== null)
    return {
      root: `${drive[1]!.toLowerCase()}:/`,
      uri: false,
      segments: collapse(path.slice(drive[0].length).split(/[\\/]/), true),
    };
  const text = path.includes('/') ? path : path.replaceAll('\\', '/');
  const root = text.startsWith('/') ? '/' : '';
  return { root, uri: false, segments: collapse(text.split('/'), root !== '') };
}

function print({ root, uri, segments }: PathParts): string {
  if (uri) return `${root}/${segments.map(encoded).join('/')}`;
  return root === '' && segments.length === 0 ? '.' : root + segments.join('/');
}

/** A `file:` URI as the plain path of the same file, so that the two compare. */
function local(parts: PathParts): PathParts {
  if (!parts.uri || parts.root !== 'file://') return parts;
  const [first = '', ...rest] = parts.segments;
  return /^[a-z]:$/.test(first)
    ? { root: `${first}/`, uri: false, segments: rest }
    : { root: '/', uri: false, segments: parts.segments };
}

function collapse(segments: readonly string[], absolute: boolean): readonly string[] {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!absolute) kept.push(segment);
  }
  return kept;
}

function decoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    // "%" that encodes nothing, or no UTF-8: then the segment is meant as it stands.
    return segment;
  }
}

function encoded(segment: string): string {
  // A lone half of a surrogate pair has no UTF-8 form.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll('%3A', ':')
    .replaceAll('%40', '@')
    .replaceAll('%2B', '+');
}

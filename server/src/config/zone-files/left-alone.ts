import { baseName, pathSegments } from '../paths/paths.ts';

/** Endings that editors, package managers and people give to copies. */
const copyEnding =
  /(?:~|[._-](?:bak|backup|bck|orig|old|save|saved|prev|previous|copy|rej|tmp|swp|dist|sample|disabled|rpmsave|rpmnew|rpmorig|dpkg-[a-z]+|ucf-[a-z]+))(?:[._-]?\d+)?~?$/i;

/** Folders of copies: `00BACKUP`, `backups`, `old`. */
const copyFolder = /^[\d_.-]*(?:backups?|bak|old|orig|attic|archives?)[\d_.-]*$/i;

/** `example.com.zone.20240131`, `db.example.com-2024-01-31`, with or without a time. */
const dated = /(?:^|\D)(?:19|20)\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:[-_.T]?\d{2,6})?(?:\D|$)/;

/** Placeholders of Jinja, Mustache, ERB, shells, make and Ansible: `{{ x }}`, `{% x %}`, `<%= x %>`, `${X}`, `$X`, `@X@`, `%%X%%`, `__X__`. A `$GENERATE` has `$` and `${0,3}`. */
const placeholder =
  /\{\{|\{%|<%|\$\{[A-Za-z_]|\$\([A-Za-z_]|(?:^|[\s"'.=])\$(?!(?:TTL|ORIGIN|INCLUDE|GENERATE|DATE|UNIX)\b)[A-Za-z_]\w*|@[A-Z][A-Z0-9_]*@|%%[A-Za-z_]+%%|(?:^|\s)__[A-Z][A-Z0-9_]*__/im;

/** Why a program changes nothing in a file without being asked for that file; undefined where nothing speaks against it. The rest of a sentence that begins with the file's name. */
export function whyLeftAlone(path: string, text: () => string): string | undefined {
  const name = baseName(path),
    folders = pathSegments(path).slice(0, -1);
  if (copyEnding.test(name) || dated.test(name) || folders.some((folder) => copyFolder.test(folder)))
    return 'is a copy';
  return placeholder.test(text().replace(/;.*$/gm, '')) ? 'is a template' : undefined;
}

import { nameLabels } from './zone-name.ts';

/** The apex as file patterns want it: without the final dot, `.` for the root. */
const withoutDot = (apex: string): string => (apex === '.' ? '.' : apex.slice(0, -1));

/**
 * BIND 9.21 and later: `$name`, `$type`, `$view`, `$label1`, `$char1` and their short forms stand for parts of the zone's name; only the first use of each counts.
 * @param type as the zone's `type` says
 */
export function bindFile(pattern: string, apex: string, type: string, view: string | undefined): string {
  if (!/[$%]/.test(pattern)) return pattern;
  const name = withoutDot(apex);
  const labels = nameLabels(apex).toReversed();
  const values: readonly (readonly [RegExp, string])[] = [
    [/\$name|%s/i, name],
    [/\$type|%t/i, type],
    [/\$view|%v/i, view ?? '_default'],
    [/\$label1|%z/i, labels[0] ?? '.'],
    [/\$label2|%y/i, labels[1] ?? '.'],
    [/\$label3|%x/i, labels[2] ?? '.'],
    [/\$char1|%1/i, name[0] ?? '.'],
    [/\$char2|%2/i, name[1] ?? '.'],
    [/\$char3|%3/i, name[2] ?? '.'],
  ];
  return values.reduce((file, [token, value]) => file.replace(token, () => value), pattern);
}

/** nsd.conf(5), zonefile: `%s` is the zone's name as written, `%1` to `%3` its characters, `%z` `%y` `%x` its labels from the top. */
export function nsdFile(pattern: string, written: string, apex: string): string {
  const labels = nameLabels(apex).toReversed();
  return pattern
    .replaceAll('%1', () => written[0] ?? '.')
    .replaceAll('%2', () => written[1] ?? '.')
    .replaceAll('%3', () => written[2] ?? '.')
    .replaceAll('%z', () => labels[0] ?? '.')
    .replaceAll('%y', () => labels[1] ?? '.')
    .replaceAll('%x', () => labels[2] ?? '.')
    .replaceAll('%s', () => written.replaceAll('/', '\\047'));
}

/** Knot's formatters: `%s` (nothing for the root), `%c[N]`, `%c[N-M]` characters from the left, `%l[N]` labels from the right, `%%`. A `/` of a name becomes `_`. */
export function knotFile(pattern: string, apex: string): string {
  const labels = nameLabels(apex).toReversed();
  const plain = (text: string): string => text.replaceAll('/', '_');
  return pattern.replace(
    /%(?:([s%])|c\[(\d+)(?:-(\d+))?\]|l\[(\d+)\]|.?)/g,
    (_, simple?: string, from?: string, to?: string, label?: string) => {
      if (simple === '%') return '%';
      if (simple === 's') return plain(apex.slice(0, -1));
      if (from !== undefined) return plain(apex.slice(Number(from), Number(to ?? from) + 1));
      return label === undefined ? '' : plain(labels[Number(label)] ?? '');
    },
  );
}

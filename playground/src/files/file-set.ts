/** A file by its name within the set, with / between folders, and its text. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Files that are checked together, as those of one folder are. */
export interface FileSet {
  readonly files: readonly NamedText[];
  /** The file that's shown first. */
  readonly open: string;
}

/** UTF-16 units in all files of a set; more would keep a browser busy for too long. */
export const largestSet = 20_000_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A name that stays within the set: no empty part, no step up, no control characters. */
export function isFileName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 200 &&
    !/[\u0000-\u001f\u007f\\]/.test(name) &&
    name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** A set as it was stored or shared. Undefined where it's not one. */
export function readFileSet(value: unknown): FileSet | undefined {
  if (!isRecord(value) || !Array.isArray(value['files'])) return undefined;
  const files: NamedText[] = [];
  for (const file of value['files'] as readonly unknown[]) {
    if (!isRecord(file)) return undefined;
    const { name, text } = file;
    if (typeof name !== 'string' || typeof text !== 'string' || !isFileName(name)) return undefined;
    if (files.some((other) => other.name === name)) return undefined;
    files.push({ name, text });
  }
  const first = files[0];
  if (first === undefined) return undefined;
  const open = value['open'];
  return { files, open: files.find(({ name }) => name === open)?.name ?? first.name };
}

export const columnModes = ['keep', 'align'] as const;
export const whitespaceStyles = ['keep', 'tabs', 'spaces'] as const;
export const typeCases = ['keep', 'upper', 'lower'] as const;
export const ttlStyles = ['keep', 'seconds', 'units'] as const;

/** How zone files are laid out. What is left out is `keep`. */
export interface FormatSettings {
  /** `keep`: records go where most of their paragraph is already; `align`: each paragraph gets columns that fit it; or the columns themselves. */
  readonly columns?: (typeof columnModes)[number] | readonly number[];
  /** What columns are filled with; `keep`: what most of them are filled with. */
  readonly whitespace?: (typeof whitespaceStyles)[number];
  readonly typeCase?: (typeof typeCases)[number];
  /** How the TTLs of records and of `$TTL` are written: `3600` or `1h`. */
  readonly ttl?: (typeof ttlStyles)[number];
}

/** The farthest column that can be asked for. */
export const FARTHEST_COLUMN = 200;

/** Whether numbers can be columns: those of TTL and class, of the type, of the data, and maybe of comments. */
export const areColumns = (numbers: readonly number[]): boolean =>
  (numbers.length === 3 || numbers.length === 4) &&
  numbers.every(
    (number, k) => Number.isInteger(number) && number > (k === 0 ? 0 : numbers[k - 1]!) && number <= FARTHEST_COLUMN,
  );

import type { FormatSettings } from '../../config/settings/format-settings.ts';

/** Columns that somebody wants: where TTL and class, the type, the data and, if given, comments begin, in characters from the line's start. */
export type ColumnNumbers = readonly number[];

/** How a file is laid out: what settings say, and what the one who asks adds. */
export interface FormatOptions extends FormatSettings {
  /** Characters to a tab where the file doesn't tell. */
  readonly tabSize?: number;
  /** Whether a file without any columns yet gets tabs. */
  readonly prefersTabs?: boolean;
}

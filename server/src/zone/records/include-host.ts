import type { Resolver } from '../../mail/dns/resolver.ts';
import type { SourceText } from '../syntax/source-text.ts';

/** What a zone asks of the world: the texts of files, and what the network says if a person asked for that. */
export interface ZoneHost {
  /**
   * The text behind the file name of an `$INCLUDE` in `fromUri`. The host says no for what is missing, a folder, or outside the workspace.
   */
  include(fileName: string, fromUri: string): SourceText | IncludeRefusal;
  /** The workspace's files with a name, in whatever folder they are. Absent where there is no workspace to look in. */
  named?(fileName: string): readonly SourceText[];
  /** Answers for names that no file holds. Absent unless a person asked for live answers. */
  readonly beyond?: Resolver | undefined;
}

/** `special`: a pipe, a device, a socket. `foreign`: no zone. `unanswered`: the file system took too long. */
export type IncludeRefusal =
  | 'missing'
  | 'directory'
  | 'outside'
  | 'too-large'
  | 'special'
  | 'unreadable'
  | 'foreign'
  | 'unanswered';

export const noFiles: ZoneHost = { include: () => 'missing' };

import type { FileSet } from './file-set.ts';

export interface Example extends FileSet {
  /** Its folder below examples/, such as "mail-flow/broken/2-mx-cname": part of a link. */
  readonly folder: string;
  readonly title: string;
}

/** The build puts the files of examples/ in here. */
declare const ZONEWRIGHT_EXAMPLES: readonly Example[];

export const examples = ZONEWRIGHT_EXAMPLES;

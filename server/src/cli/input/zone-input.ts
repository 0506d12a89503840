import type { LintSettings } from '../../zone/lint/context.ts';

/** A file that is read as a zone of its own. */
export interface ZoneInput {
  /** Absolute path. Of text from standard input: where it would lie. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Absolute name of the zone's apex; undefined where nothing tells it. */
  readonly apex: string | undefined;
  readonly view: string | undefined;
  readonly settings: LintSettings;
  /** Where the server's configuration says that relative file names start. */
  readonly directory: string | undefined;
}

/** An input that can't be judged, said in one sentence. */
export interface InputTrouble {
  readonly path: string;
  readonly code: 'file/unreadable' | 'file/binary' | 'file/empty';
  readonly message: string;
}

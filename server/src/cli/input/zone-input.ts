import type { ConfigProblem } from '../../config/reading/places.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';
import type { Bounds } from '../../hosts/node/bounds.ts';

/** A file that is read as a zone of its own. */
export interface ZoneInput {
  /** Absolute path. Of text from standard input: where it would lie. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Absolute name of the zone's apex; undefined where nothing tells it. */
  readonly apex: string | undefined;
  /** Only the file's name tells the apex. */
  readonly isGuess?: boolean;
  readonly view: string | undefined;
  readonly settings: LintSettings;
  /** Where the server's configuration says that relative file names start. */
  readonly directory: string | undefined;
  /** Whether a server writes the file itself, or it is the root hints: then nobody else changes it. */
  readonly received: boolean;
  /** Whether somebody named this file: one that was only found while searching may turn out to be a part of another zone. */
  readonly named: boolean;
}

/** An input that can't be judged, said in one sentence. */
export interface InputTrouble {
  readonly path: string;
  readonly code: 'file/unreadable' | 'file/binary' | 'file/empty';
  readonly message: string;
}

export interface Inputs {
  readonly zones: readonly ZoneInput[];
  readonly troubles: readonly InputTrouble[];
  /** What is wrong in settings files and in the configurations of servers. */
  readonly problems: readonly ConfigProblem[];
  /** The folders that may be read from. */
  readonly bounds: Bounds;
  /** Absolute paths of the files and folders that were named, and of the zone files of a configuration that was. */
  readonly named: readonly string[];
  /** Absolute paths of files that are no zones, but that records are held against. */
  readonly beside: readonly string[];
}

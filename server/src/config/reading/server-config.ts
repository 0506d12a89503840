import type { ListFolder } from '../paths/glob.ts';
import type { ConfigProblem, ConfigSpan } from './places.ts';

/** The text of a file, or undefined where the caller holds no such file. Paths are absolute with `/`, or URIs. */
export type ReadFile = (path: string) => string | undefined;

export type ServerKind = 'bind' | 'nsd' | 'knot';

/** A zone that a name server is told to serve from a text file. Forward, stub and raw-format zones have none, and aren't listed. */
export interface ConfiguredZone {
  /** Absolute, lower case, with the final dot. */
  readonly apex: string;
  /** `IN`, `CH` or `HS`. */
  readonly class: string;
  /** A secondary's file is written by the server: what is edited there is lost at the next transfer. */
  readonly role: 'primary' | 'secondary';
  /** What the records are for. A response policy zone, a catalog and root hints follow other rules than a zone of names. */
  readonly content: 'zone' | 'response-policy' | 'catalog' | 'hint' | 'redirect';
  readonly view: string | undefined;
  /** Whether only clients on private networks see it, by the view's name or its `match-clients`. */
  readonly internal: boolean;
  readonly checkNames: 'fail' | 'warn' | 'ignore' | undefined;
  /** The file name as the server understands it, patterns filled in. */
  readonly file: string;
  /** Where the server looks for the file. */
  readonly path: string;
  /** The zone's name in its statement. */
  readonly at: ConfigSpan;
  /** The file name, or the pattern or default that gives it. */
  readonly fileAt: ConfigSpan;
}

/** A file that the server writes itself, in a format of its own where the configuration says nothing: of a secondary, a mirror or a stub zone. */
export interface ReceivedFile {
  /** Where the server looks for the file. */
  readonly path: string;
}

/** What one configuration with all that it includes says about zones. */
export interface ServerConfig {
  readonly kind: ServerKind;
  /** The file it starts with. */
  readonly path: string;
  readonly zones: readonly ConfiguredZone[];
  /** Beside the secondary zones among `zones`. */
  readonly received: readonly ReceivedFile[];
  readonly problems: readonly ConfigProblem[];
  /** Every file that was read, the first included. */
  readonly files: readonly string[];
  /** Files and folders that were asked for in vain. With one of them the answer may differ. */
  readonly wanted: readonly string[];
}

/** What a reader of one server's language gets. */
export interface ConfigSource {
  readonly path: string;
  readonly read: ReadFile;
  readonly list: ListFolder | undefined;
}

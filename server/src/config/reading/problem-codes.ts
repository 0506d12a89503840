import type { ConfigSeverity } from './places.ts';

/** What lists and pages say about a code that no zone rule has. */
export interface ProblemDescription {
  readonly severity: ConfigSeverity;
  /** Whose word it is: a server's, or that of the settings' own reader. */
  readonly source: string;
  /** One sentence: what is found. */
  readonly summary: string;
  readonly fix?: 'unsafe';
}

const row = (severity: ConfigSeverity, source: string, summary: string, fix?: 'unsafe'): ProblemDescription => ({ severity, source, summary, ...(fix === undefined ? {} : { fix }) });

const BIND = 'BIND', NSD = 'NSD', KNOT = 'Knot', ALL = 'BIND, NSD, Knot', OWN = 'Zonewright';

/** Everything that is told about the configurations of name servers, about settings, and about comments that silence findings. Each has its page in `pages/`. */
export const problemCodes = {
  'config/bad-line': row('error', KNOT, 'A line of knot.conf that is neither a key with a value nor a comment.'),
  'config/bad-zone-name': row('error', ALL, 'A zone whose name is no domain name.'),
  'config/duplicate-zone': row('error', ALL, 'A zone that is defined twice.'),
  'config/include-cycle': row('error', ALL, 'An include that leads back to its own file.'),
  'config/include-depth': row('warning', OWN, 'Includes that are nested too deeply to be followed.'),
  'config/include-missing': row('information', OWN, 'An included file that is not among the files at hand.'),
  'config/indent': row('error', KNOT, 'A line of knot.conf that is not indented like those of its block.'),
  'config/missing-blank': row('error', NSD, 'An attribute of nsd.conf without a blank behind its colon.'),
  'config/missing-semicolon': row('error', BIND, 'A statement of named.conf without its semicolon.'),
  'config/no-file': row('error', BIND, 'A primary zone without a file.'),
  'config/no-name': row('error', NSD, 'A zone or pattern of nsd.conf without a name.'),
  'config/no-type': row('error', BIND, 'A zone of named.conf without a type.'),
  'config/stray-brace': row('error', BIND, 'A closing brace that closes nothing.'),
  'config/tab': row('error', KNOT, 'A tab that indents a line of knot.conf.'),
  'config/unclosed-block': row('error', BIND, 'An opening brace that is never closed.'),
  'config/unclosed-comment': row('error', BIND, 'A comment without its end.'),
  'config/unclosed-string': row('error', ALL, 'A string without its closing quote.'),
  'config/unexpected-word': row('error', NSD, 'A word of nsd.conf that belongs to no attribute.'),
  'config/unknown-pattern': row('error', NSD, 'A pattern that nsd.conf does not define before.'),
  'config/unknown-template': row('error', KNOT, 'A template that knot.conf does not define.'),
  'config/unknown-type': row('error', BIND, 'A type of zone that BIND does not know.'),
  'config/unknown-view': row('error', BIND, 'A view that named.conf does not define before.'),
  'config/zone-file': row('error', ALL, 'A zone whose file cannot be read.'),
  'config/zone-outside-view': row('error', BIND, 'A zone outside every view, where there are views.'),
  'settings/bad-value': row('error', OWN, 'A value that the setting cannot have.'),
  'settings/duplicate-key': row('warning', OWN, 'A setting that is made twice.'),
  'settings/syntax': row('error', OWN, 'Settings that are no JSON.'),
  'settings/unknown-code': row('warning', OWN, 'A rule in the settings that does not exist.'),
  'settings/unknown-key': row('warning', OWN, 'A setting that does not exist.'),
  'settings/wrong-type': row('error', OWN, 'A setting whose value is of the wrong kind.'),
  'suppression/unknown-code': row('warning', OWN, 'A comment that silences a rule which does not exist.', 'unsafe'),
  'suppression/unknown-word': row('warning', OWN, 'A comment that begins like one that silences, and does not.', 'unsafe'),
  'suppression/unused': row('hint', OWN, 'A comment that silences nothing.'),
} as const satisfies Readonly<Record<string, ProblemDescription>>;

export type ProblemCode = keyof typeof problemCodes;

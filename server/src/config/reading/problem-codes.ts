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
  'config/bad-line': row('error', KNOT, 'Invalid line in knot.conf'),
  'config/bad-zone-name': row('error', ALL, 'Invalid zone name'),
  'config/duplicate-zone': row('error', ALL, 'Duplicate zone definition'),
  'config/include-cycle': row('error', ALL, 'Include cycle'),
  'config/include-depth': row('warning', OWN, 'Includes nested too deeply'),
  'config/include-missing': row('information', OWN, `Included file that isn't available`),
  'config/indent': row('error', KNOT, 'Inconsistent indentation in knot.conf'),
  'config/missing-blank': row('error', NSD, 'Missing space after a colon in nsd.conf'),
  'config/missing-semicolon': row('error', BIND, 'Missing semicolon in named.conf'),
  'config/no-file': row('error', BIND, 'Primary zone without a file'),
  'config/no-name': row('error', NSD, 'Zone or pattern without a name in nsd.conf'),
  'config/no-type': row('error', BIND, 'Zone without a type in named.conf'),
  'config/stray-brace': row('error', BIND, 'Unmatched closing brace'),
  'config/tab': row('error', KNOT, 'Tab indentation in knot.conf'),
  'config/unclosed-block': row('error', BIND, 'Unclosed brace'),
  'config/unclosed-comment': row('error', BIND, 'Unclosed comment'),
  'config/unclosed-string': row('error', ALL, 'Unclosed string'),
  'config/unexpected-word': row('error', NSD, 'Stray word in nsd.conf'),
  'config/unknown-pattern': row('error', NSD, 'Undefined pattern in nsd.conf'),
  'config/unknown-template': row('error', KNOT, 'Undefined template in knot.conf'),
  'config/unknown-type': row('error', BIND, 'Unknown zone type in named.conf'),
  'config/unknown-view': row('error', BIND, 'Undefined view in named.conf'),
  'config/zone-file': row('error', ALL, 'Unreadable zone file'),
  'config/zone-outside-view': row('error', BIND, 'Zone outside every view'),
  'settings/bad-value': row('error', OWN, 'Invalid setting value'),
  'settings/duplicate-key': row('warning', OWN, 'Duplicate setting'),
  'settings/syntax': row('error', OWN, `Settings that aren't valid JSON`),
  'settings/unknown-code': row('warning', OWN, 'Unknown rule in the settings'),
  'settings/unknown-key': row('warning', OWN, 'Unknown setting'),
  'settings/wrong-type': row('error', OWN, 'Setting value of the wrong type'),
  'suppression/unknown-code': row('warning', OWN, 'Unknown rule in a suppression comment', 'unsafe'),
  'suppression/unknown-word': row('warning', OWN, 'Unknown kind of suppression comment', 'unsafe'),
  'suppression/unused': row('hint', OWN, 'Suppression comment without effect'),
} as const satisfies Readonly<Record<string, ProblemDescription>>;

export type ProblemCode = keyof typeof problemCodes;

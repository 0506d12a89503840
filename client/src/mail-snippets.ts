import snippets from '../../snippets/dns-zone.json' with { type: 'json' };

export interface MailSnippet {
  /** The word that brings the snippet while typing. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

export interface MailRecordKind {
  /** The kind's name in arguments of the command: the prefix of its plain snippet. */
  readonly kind: string;
  readonly variants: readonly MailSnippet[];
}

/** Which snippets make mail work, in the order in which a person sets mail up; the first of each is the plain one. */
const kinds: readonly (readonly string[])[] = [
  ['mx', 'mx-microsoft365', 'mx-google'],
  ['a'],
  ['aaaa'],
  ['ptr'],
  ['spf', 'spf-microsoft365', 'spf-google'],
  ['dkim'],
  ['dmarc'],
  ['mta-sts'],
  ['tls-rpt'],
  ['caa'],
  ['srv'],
  ['null-mx'],
];

const byPrefix: ReadonlyMap<string, MailSnippet> = new Map(
  Object.entries(snippets).map(([title, { prefix, description, body }]) => [
    prefix,
    { prefix, title, description, body: Array.isArray(body) ? body.join('\n') : body },
  ]),
);

/** The mail records that *Insert Mail Record…* offers, taken from the snippets that typing brings too. */
export const mailRecordKinds: readonly MailRecordKind[] = kinds.map((prefixes) => ({
  kind: prefixes[0] ?? '',
  variants: prefixes.flatMap((prefix) => byPrefix.get(prefix) ?? []),
}));

/** The directives of zone files, with what they do. */
export const directives: readonly {
  readonly name: string;
  readonly words: string;
  readonly source: string;
  readonly snippet: string;
}[] = [
  {
    name: '$TTL',
    words: 'The TTL of the records after it that have none of their own.',
    source: 'RFC 2308 §4',
    snippet: '\\$TTL ${1:3600}',
  },
  {
    name: '$ORIGIN',
    words: 'Completes names without a final dot from here on.',
    source: 'RFC 1035 §5.1',
    snippet: '\\$ORIGIN ${1:example.com.}',
  },
  {
    name: '$INCLUDE',
    words: 'Reads another file here, optionally with its own origin; afterwards the origin of this file applies again.',
    source: 'RFC 1035 §5.1',
    snippet: '\\$INCLUDE ${1:file}',
  },
  {
    name: '$GENERATE',
    words: 'Produces a record for each number in a range, in place of "$"; only BIND and a few other servers know it.',
    source: 'BIND ARM',
    snippet: '\\$GENERATE ${1:1-10} ${2:host\\$} A ${3:192.0.2.\\$}',
  },
];

/** What a directive does; undefined for one that there isn't. */
export function directiveWords(written: string): string | undefined {
  const found = directives.find(({ name }) => name === written.toUpperCase());
  return found === undefined ? undefined : `**${found.name}** — ${found.words}\n\n${found.source}`;
}

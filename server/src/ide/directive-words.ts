/** The directives of zone files, with what they do. */
export const directives: readonly { readonly name: string; readonly words: string; readonly source: string; readonly snippet: string }[] = [
  { name: '$TTL', words: 'The TTL of all records behind it that name none.', source: 'RFC 2308 §4', snippet: '\\$TTL ${1:3600}' },
  { name: '$ORIGIN', words: 'What names without a final dot are completed with from here on.', source: 'RFC 1035 §5.1', snippet: '\\$ORIGIN ${1:example.com.}' },
  { name: '$INCLUDE', words: 'Reads another file here, with an origin of its own if one is given; the origin of this file comes back behind it.', source: 'RFC 1035 §5.1', snippet: '\\$INCLUDE ${1:file}' },
  { name: '$GENERATE', words: 'Makes a record for each number of a range, put where "$" stands; only BIND and some others know it.', source: 'BIND ARM', snippet: '\\$GENERATE ${1:1-10} ${2:host\\$} A ${3:192.0.2.\\$}' },
];

/** What a directive does; undefined for one that there isn't. */
export function directiveWords(written: string): string | undefined {
  const found = directives.find(({ name }) => name === written.toUpperCase());
  return found === undefined ? undefined : `**${found.name}** — ${found.words}\n\n${found.source}`;
}

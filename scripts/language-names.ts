// Which file names VS Code opens as a DNS zone. `npm run docs` writes them into package.json.
//
// BIND's habit is db.NAME, yet db.ts, db.py and db.sql are other people's files, and a file name pattern of an extension
// beats every other language's claim. So db.* is claimed with all its endings but theirs. A glob cannot say "not", except
// for one character: the endings are read backwards, letter by letter, and where a name leaves all of them, it is ours.

/** Endings that belong to other languages and formats, without the dot. */
export const foreignEndings: readonly string[] = [
  ...['js', 'cjs', 'mjs', 'jsx', 'ts', 'cts', 'mts', 'tsx', 'map', 'vue', 'svelte'],
  ...['py', 'pyi', 'rb', 'go', 'rs', 'php', 'pl', 'pm', 'java', 'kt', 'kts', 'scala', 'clj', 'groovy', 'swift', 'dart'],
  ...[
    'c',
    'h',
    'cc',
    'cpp',
    'hpp',
    'cs',
    'fs',
    'vb',
    'lua',
    'r',
    'jl',
    'ex',
    'exs',
    'erl',
    'hs',
    'ml',
    'nim',
    'zig',
    'sh',
    'bash',
    'ps1',
    'bat',
    'cmd',
  ],
  ...['sql', 'sqlite', 'sqlite3', 'db', 'mdb', 'dump', 'prisma', 'graphql', 'proto'],
  ...[
    'json',
    'jsonc',
    'json5',
    'jsonl',
    'yml',
    'yaml',
    'toml',
    'ini',
    'cfg',
    'conf',
    'properties',
    'env',
    'xml',
    'html',
    'css',
    'scss',
    'csv',
    'tsv',
    'md',
    'txt',
    'log',
    'lock',
    'tf',
    'tfvars',
  ],
  ...['bak', 'gz', 'zip', 'tar', 'jnl', 'so', 'o', 'exe', 'dll'],
];

/** Foreign endings that are top-level domains too: db.pl is Perl's, db.example.pl is a zone's. */
const countryEndings: readonly string[] = ['cc', 'cs', 'md', 'ml', 'pl', 'pm', 'py', 'rs', 'sh', 'so'];

/** Everything that ends in no foreign ending, as one glob after a prefix: `db.*{[!…],…}`. */
export function ownedPattern(prefix: string, foreign: readonly string[]): string {
  const backwards = foreign.map((ending) => [...`.${ending}`].toReversed().join(''));
  const starts = new Set(backwards.flatMap((ending) => Array.from(ending, (_, length) => ending.slice(0, length))));
  const alternatives = [...starts].toSorted().map((start) => {
    const next = new Set(
      backwards.filter((ending) => ending.startsWith(start)).map((ending) => ending[start.length] ?? ''),
    );
    return `[!${[...next].toSorted().join('')}]${[...start].toReversed().join('')}`;
  });
  return `${prefix}*{${alternatives.join(',')}}`;
}

export const filenamePatterns: readonly string[] = [
  ownedPattern('db.', foreignEndings),
  // The reverse zones of a whole /8; too short for the pattern above, which looks at the letter before an ending.
  'db.[0-9]',
  `db.*.{${countryEndings.join(',')}}`,
  'named.root',
  'named.ca',
  'named.local*',
  '*.in-addr.arpa*',
  '*.ip6.arpa*',
];

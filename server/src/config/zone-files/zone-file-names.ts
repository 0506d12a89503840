/**
 * Which names files have that hold zones. This one list feeds the extension's manifest (`npm run docs` writes it there), the search of a workspace,
 * and the claim by name and text in `claimed-files.ts`, which server, command line and editor ask.
 */

/** Endings of zone files, with the dot. */
export const zoneEndings: readonly string[] = ['.zone', '.dns', '.rev', '.arpa', '.signed'];

/** Other names that servers and their packages give to zones. Globs of a base name: `*`, and `{a,b}`. */
export const zoneNames: readonly string[] = [
  'named.{root,ca,cache,empty,loopback}',
  'named.local*',
  'root.{hint,hints}',
  '*.in-addr.arpa*',
  '*.ip6.arpa*',
];

/**
 * Names after BIND's habit, `db.NAME`, that are beyond doubt. `db.ts` and `db.test.sql` are other people's files, and the pattern of an extension beats
 * every other language's claim: so only these are claimed by their name, and the editor asks `claimsDbFile` about the others when one is opened.
 */
export const zoneDbNames: readonly string[] = [
  'db.{local,localhost,empty,root,cache,rpz}',
  ...['db.[0-9]', 'db.[0-9][0-9]', 'db.[0-9][0-9][0-9]'],
  ...['db.[0-9]*.[0-9]', 'db.[0-9]*.[0-9][0-9]', 'db.[0-9]*.[0-9][0-9][0-9]'],
  'db.*.{com,net,org,info,biz,edu,gov,mil,arpa,internal,eu,uk,de,fr,nl,be,ch,at,it,es,pt,se,no,dk,fi,cz,us,ca,mx,br,au,nz,jp,cn,kr}',
];

/** Files that may hold a zone; what they hold decides. */
export const candidateNames: readonly string[] = [...zoneEndings.map((ending) => `*${ending}`), ...zoneNames, 'db.*'];

/** Names that a server or its tools give to what is no zone: keys, journals, configurations. */
export const neverZones =
  /^named\.conf|^k.+\+\d{3}\+\d{5}\.|^(?:dsset|keyset)-|\.(?:conf|jnl|jbk|nzf|nzd|private|state)$/i;
/** `.rs`, `.py`, `.md` and others are top-level domains too: `db.example.rs` is a zone if it reads like one. */
export const codeNames =
  /\.(?:bat|c|cc|cfg|cpp|cs|css|csv|go|h|hpp|html?|ini|java|js|json|jsx|kt|log|lua|md|mjs|ml|php|pl|pm|properties|ps1|py|rb|rs|rst|scss|sh|sql|sqlite3?|swift|tf|toml|ts|tsx|vue|xml|ya?ml)$/i;

/** BIND's habit: `db.example.com`. */
export const dbName = /^db\../i;

/** What the first line of a zone looks like and that of nothing else, for names that tell nothing. */
export const zoneFirstLine =
  '^\\uFEFF?(\\$(TTL|ttl)\\s+[0-9]+[0-9smhdwSMHDW]*\\s*(;.*)?$|\\$(ORIGIN|origin)\\s+\\S+\\s*(;.*)?$|;+\\s*zone:\\s*\\S+|\\S+\\s+([0-9]+[smhdwSMHDW]?\\s+)?((IN|in)\\s+)?([0-9]+[smhdwSMHDW]?\\s+)?(SOA|soa)\\s+\\S+\\s+\\S+\\s*([(0-9;]|$))';

/** The globs above as one regular expression over a base name, without regard to case. */
export function namePattern(globs: readonly string[]): RegExp {
  const sources = globs.map((glob) =>
    glob
      .replaceAll('.', '\\.')
      .replaceAll('*', '.*')
      .replaceAll(/[{},]/g, (sign) => (sign === '{' ? '(?:' : sign === '}' ? ')' : '|')),
  );
  return new RegExp(`^(?:${sources.join('|')})$`, 'i');
}

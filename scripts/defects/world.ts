import { spawnSync } from 'node:child_process';
import { zoneFiles } from '../../test/defects/corpus.ts';
import type { WrittenZone } from './verdict.ts';

/** All the DNS that a zone's mail is judged in: what its servers would answer, and a few well-behaved domains around it. */
export interface World {
  /** By lower-case name without final dot, then by type: rdata, of TXT its strings. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, readonly (readonly string[])[]>>;
}

/** The zones as BIND loads them; undefined where it refuses one, for then there is nothing to ask. */
export function worldOf({ folder, files }: WrittenZone): World | undefined {
  const records = new Map<string, Map<string, (readonly string[])[]>>();
  for (const { name, apexName } of zoneFiles(files)) {
    const { stdout, status } = spawnSync(
      'named-compilezone',
      ['-q', '-i', 'none', '-k', 'ignore', '-s', 'full', '-o', '-', apexName, name],
      { cwd: folder, encoding: 'utf8' },
    );
    if (status !== 0) return undefined;
    for (const line of stdout.split('\n')) {
      const found = /^(\S+)\s+\d+\s+IN\s+(\S+)\s+(.*)$/.exec(line);
      if (found === null) continue;
      const [, owner = '', type = '', rdata = ''] = found,
        types = records.get(nameKey(owner)) ?? new Map<string, (readonly string[])[]>();
      records.set(nameKey(owner), types);
      types.set(type, [
        ...(types.get(type) ?? []),
        type === 'TXT' || type === 'SPF' ? stringsIn(rdata) : rdata.split(' '),
      ]);
    }
  }
  return { records };
}

const nameKey = (name: string): string => name.toLowerCase().replace(/\.$/, '');

function stringsIn(rdata: string): readonly string[] {
  return [...rdata.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => {
    const octets = text.replace(/\\(\d{3})|\\(.)/g, (_, code: string | undefined, letter: string | undefined) =>
      code === undefined ? letter! : String.fromCharCode(Number(code)),
    );
    return Buffer.from(octets, 'latin1').toString('utf8');
  });
}

/** The domains around the zone have an address, an SPF record that passes a network of their own, and DKIM keys. */
const isWellBehaved = (name: string): boolean => /(?:^|\.)(?:example\.(?:net|org)|google\.com)$/.test(name);
const outsideSpf: readonly (readonly string[])[] = [['v=spf1 ip4:198.51.100.0/24 -all']];
const outsideKey: readonly (readonly string[])[] = [
  ['v=DKIM1; k=ed25519; p=p6enp6enp6enp6enp6enp6enp6enp6enp6enp6enp6c='],
];

/** The answer to a question, through aliases; undefined for a name that does not exist. */
export function answer({ records }: World, asked: string, type: string): readonly (readonly string[])[] | undefined {
  let name = nameKey(asked);
  for (let hops = 0; hops < 8; hops++) {
    const types = records.get(name) ?? records.get(name.replace(/^[^.]*/, '*'));
    if (types === undefined) break;
    const alias = types.get('CNAME')?.[0]?.[0];
    if (type === 'CNAME' || alias === undefined) return types.get(type) ?? [];
    name = nameKey(alias);
  }
  if (isWellBehaved(name))
    return type === 'A'
      ? [['198.51.100.25']]
      : type !== 'TXT'
        ? []
        : /^key|_domainkey/.test(name)
          ? outsideKey
          : outsideSpf;
  return [...records.keys()].some((known) => known.endsWith(`.${name}`)) ? [] : undefined;
}

/** Names whose mail is judged: they have MX or SPF records, and no label with an underscore. */
export function mailDomains(worlds: readonly World[]): readonly string[] {
  const found = new Set<string>();
  for (const { records } of worlds) {
    for (const [name, types] of records) {
      const sends = (types.get('TXT') ?? []).some((strings) => /spf/i.test(strings.join('')));
      if ((types.has('MX') || sends) && !name.includes('_') && !name.includes('*')) found.add(name);
    }
  }
  return [...found].toSorted();
}

/** Names of a kind that either world has, such as those of DKIM keys. A `*` stands for any selector. */
export function namesLike(worlds: readonly World[], pattern: RegExp): readonly string[] {
  const found = new Set<string>();
  for (const { records } of worlds)
    for (const name of records.keys()) if (pattern.test(name)) found.add(name.replace(/^\*/, 'sel'));
  return [...found].toSorted();
}

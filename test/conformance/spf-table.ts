/** A resolver over a table of names, as the SPF test suite and the tests here write their zones. */

import { lookupName } from '../../server/src/mail/dns/resolver.ts';
import type { Answer, LookupType, RecordData, Resolver } from '../../server/src/mail/dns/resolver.ts';

/** One record in the notation of the suite: a type and its data, or a name whose other types never answer. */
export type TableEntry = 'TIMEOUT' | 'SERVFAIL' | { readonly [type: string]: TableData };
export type TableData = string | readonly (string | number)[];
/** By name, without the final dot and without escapes. */
export type Table = Readonly<Record<string, readonly TableEntry[]>>;

export interface TableOptions {
  /** What the resolver says of names that aren't in the table. */
  readonly absent?: 'nxdomain' | 'unknown';
}

const maxAliases = 8;

interface Node {
  readonly records: ReadonlyMap<string, readonly RecordData[LookupType][]>;
  readonly otherwise: 'nodata' | 'timeout' | 'servfail';
}

export function tableResolver(table: Table, { absent = 'nxdomain' }: TableOptions = {}): Resolver {
  const nodes = new Map<string, Node>();
  for (const [name, entries] of Object.entries(table)) {
    const key = lookupName(name);
    if (key !== undefined) nodes.set(key, readNode(entries));
  }
  return {
    lookup<T extends LookupType>(name: string, type: T): Answer<T> {
      let current = name;
      for (let aliases = 0; aliases <= maxAliases; aliases++) {
        const node = nodes.get(current);
        if (node === undefined) return { status: absent, records: [] };
        const records = (node.records.get(type) ?? []) as readonly RecordData[T][];
        if (records.length > 0) return { status: 'ok', records };
        const alias = node.records.get('CNAME')?.[0];
        if (typeof alias !== 'string') return { status: node.otherwise, records: [] };
        current = alias;
      }
      return { status: 'servfail', records: [] };
    },
  };
}

/** Records of type SPF count as TXT records where a name has no TXT record of its own, and `NONE` stands for no record. */
function readNode(entries: readonly TableEntry[]): Node {
  const records = new Map<string, RecordData[LookupType][]>();
  const pairs = entries.flatMap((entry) => (typeof entry === 'string' ? [] : Object.entries(entry)));
  const hasTxt = pairs.some(([type]) => type === 'TXT');
  for (const [written, data] of pairs) {
    if (data === 'NONE' || (written === 'SPF' && hasTxt)) continue;
    const type = written === 'SPF' ? 'TXT' : written;
    records.set(type, [...(records.get(type) ?? []), readData(type, data)]);
  }
  const otherwise = entries.includes('TIMEOUT') ? 'timeout' : entries.includes('SERVFAIL') ? 'servfail' : 'nodata';
  return { records, otherwise };
}

function readData(type: string, data: TableData): RecordData[LookupType] {
  if (type === 'TXT') return typeof data === 'string' ? [data] : data.map(String);
  if (type === 'MX') return { preference: Number(data[0]), exchange: absolute(String(data[1])) };
  return type === 'PTR' || type === 'CNAME' || type === 'NS' ? absolute(String(data)) : String(data);
}

function absolute(name: string): string {
  return name === '' ? '.' : (lookupName(name) ?? name);
}

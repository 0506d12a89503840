import type { Answer, LookupType, RecordData, Resolver } from '../../../server/src/mail/dns/resolver.ts';

export type Table = Readonly<Record<string, Partial<{ readonly [T in LookupType]: readonly RecordData[T][] }>>>;

/**
 * Answers from a table of absolute names. `unknown` names suffixes of which nothing is known.
 * A name with names below it exists (RFC 8020).
 */
export function tableResolver(table: Table, unknown: readonly string[] = []): Resolver & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    lookup<T extends LookupType>(name: string, type: T): Answer<T> {
      asked.push(name);
      const records: readonly RecordData[T][] = table[name]?.[type] ?? [];
      if (records.length > 0) return { status: 'ok', records };
      if (unknown.some((suffix) => name === suffix || name.endsWith(`.${suffix}`)))
        return { status: 'unknown', records: [] };
      const exists = Object.keys(table).some((other) => other === name || other.endsWith(`.${name}`));
      return { status: exists ? 'nodata' : 'nxdomain', records: [] };
    },
  };
}

export const txt = (...texts: readonly string[]): { readonly TXT: readonly (readonly string[])[] } => ({
  TXT: texts.map((text) => [text]),
});

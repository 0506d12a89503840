import type { Edit } from '../../findings/fix.ts';
import { lineLike, relativeName } from '../../lint/kit/record-style.ts';
import type { NameId } from '../../names/name-tree.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { HAS_MX, HAS_NS, HAS_OTHER, HAS_SOA } from '../../zone/records/record-table.ts';
import { A, AAAA } from '../../zone/rrtypes/codes.ts';
import { endOfEntry } from '../../lint/kit/entry-extent.ts';
import { nameWords } from '../record-words.ts';
import type { Refactoring, Selected, SelectedRecord } from './refactoring.ts';
import { change } from './refactoring.ts';

/** Selected names with the same addresses to one name with them and aliases to it. Names that MX, NS and the like point at stay, for those may not point at an alias (RFC 2181 §10.3). */
export function* hostAliases({ zone, records, entries }: Selected): Iterable<Refactoring> {
  if (records.length < 2 || records.length !== entries.length || !zone.apexKnown) return;
  const byOwner = new Map<NameId, SelectedRecord[]>();
  for (const one of records) byOwner.set(one.record.owner, [...(byOwner.get(one.record.owner) ?? []), one]);
  const [[host] = [], ...others] = byOwner,
    addresses = host === undefined ? undefined : addressesOf(zone, host);
  if (host === undefined || addresses === undefined || others.length === 0) return;
  const aliases = others.filter(([name, own]) => canBeAlias(zone, name, own) && addressesOf(zone, name) === addresses);
  if (aliases.length === 0 || aliases.length !== others.length) return;
  const edits = aliases.flatMap(([name, own]): readonly Edit[] =>
    own.map(({ entry, record }, k) => {
      const end = k === 0 ? entry.tokens.at(-1)!.end : endOfEntry(record),
        target = relativeName(zone, host, record.origin);
      return change(
        entry,
        entry.start,
        end,
        k === 0 ? lineLike(record, { owner: name, type: 'CNAME', rdata: target }) : '',
      );
    }),
  );
  yield {
    kind: 'rewrite',
    title: `Turn ${aliases.length === 1 ? nameWords(zone, aliases[0]![0]) : `${aliases.length} names`} into ${aliases.length === 1 ? 'an alias' : 'aliases'} of ${nameWords(zone, host)}`,
    edits,
    allows: ({ gone, came }) =>
      came.length === aliases.length &&
      came.every(({ type }) => type === 'CNAME') &&
      gone.every(({ type, owner }) => (type === 'A' || type === 'AAAA') && came.some((one) => one.owner === owner)),
  };
}

/** The addresses of a name, in one text; undefined where it has none, or has other records beside them. */
function addressesOf(zone: Zone, name: NameId): string | undefined {
  const found: string[] = [];
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    const { type, key, broken } = new RecordView(zone, id);
    if (broken) return undefined;
    if (type === A || type === AAAA) found.push(`${type} ${key}`);
  }
  return found.length === 0 ? undefined : found.toSorted().join('\n');
}

/** Whether a name has nothing but the selected addresses, nothing points at it that may not point at an alias, and it isn't the zone itself. */
function canBeAlias(zone: Zone, name: NameId, own: readonly SelectedRecord[]): boolean {
  let count = 0;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) count++;
  return (
    name !== zone.apex &&
    count === own.length &&
    own.every(({ record }) => record.type === A || record.type === AAAA) &&
    (zone.records.referrerKinds(name) & (HAS_MX | HAS_NS | HAS_OTHER | HAS_SOA)) === 0
  );
}

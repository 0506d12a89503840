import { addressText } from '../../text/address.ts';
import { lineLike, relativeName } from '../../lint/kit/record-style.ts';
import { placeOf } from '../../zone/model/span.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { A, AAAA, CNAME } from '../../zone/rrtypes/codes.ts';
import { nameWords } from '../record-words.ts';
import type { Refactoring, Selected } from './refactoring.ts';
import { lineBreakOf } from './refactoring.ts';

/** Aliases that are followed in a row. */
const MOST_ALIASES = 16;

/** An alias at the zone's own name, which servers refuse, to the addresses that it leads to, or to an HTTPS record (RFC 9460 §2.4.2), for clients that read that. */
export function* apexAlias({ zone, text, records, others }: Selected): Iterable<Refactoring> {
  const [one] = records;
  if (
    one === undefined ||
    records.length !== 1 ||
    one.record.type !== CNAME ||
    one.record.owner !== zone.apex ||
    !zone.apexKnown
  )
    return;
  const { record } = one,
    target = zone.names.text(record.target),
    ending = lineBreakOf(text),
    line = (type: string, rdata: string): string => lineLike(record, { owner: record.owner, type, rdata });
  const { range } = placeOf(zone, record.entrySpan),
    replaced = (lines: readonly string[]): Refactoring['edits'] => [{ uri: text.uri, range, text: lines.join(ending) }];
  const isAlias = ({ type }: { readonly type: string }): boolean => type === 'CNAME';
  const addresses = addressesOf(zone, target, (name) => others.zoneOf(name));
  if (addresses.length > 0)
    yield {
      kind: 'rewrite',
      title: `Replace the alias with the addresses of ${nameWords(zone, record.target)}`,
      edits: replaced(addresses.map((octets) => line(octets.length === 4 ? 'A' : 'AAAA', addressText(octets)))),
      allows: ({ gone, came }) => gone.length === 1 && gone.every(isAlias) && came.length === addresses.length,
    };
  yield {
    kind: 'rewrite',
    title: `Replace the alias with an HTTPS record for ${nameWords(zone, record.target)}`,
    edits: replaced([line('HTTPS', `0 ${relativeName(zone, record.target, record.origin)}`)]),
    allows: ({ gone, came }) =>
      gone.length === 1 && gone.every(isAlias) && came.length === 1 && came[0]!.type === 'HTTPS',
  };
}

function addressesOf(zone: Zone, target: string, zoneOf: (name: string) => Zone | undefined): readonly Uint8Array[] {
  let name = target;
  for (let step = 0; step < MOST_ALIASES; step++) {
    const own = zone.names.find(name),
      home = own >= 0 && zone.inZone(own) ? zone : zoneOf(name),
      id = home?.names.find(name) ?? -1,
      found: RecordView[] = [];
    if (home === undefined || id < 0) return [];
    for (let at = home.records.first(id); at >= 0; at = home.records.next[at]!) found.push(new RecordView(home, at));
    const addresses = found.filter(({ type, broken }) => (type === A || type === AAAA) && !broken);
    if (addresses.length > 0) return addresses.toSorted((a, b) => a.type - b.type).map(({ octets }) => octets);
    const alias = found.find(({ type }) => type === CNAME);
    if (alias === undefined || alias.target < 0) return [];
    name = home.names.text(alias.target);
  }
  return [];
}

import { cutAbove } from '../../zone/model/lookup.ts';
import type { NameId } from '../../names/name-tree.ts';
import { ROOT } from '../../names/name-tree.ts';
import { octetText } from '../../text/utf8.ts';
import { HAS_ADDRESS } from '../../zone/records/record-table.ts';
import type { Field } from '../../zone/rrtypes/fields/record-type.ts';
import type { Cursor } from '../entry-at.ts';
import { originAt } from '../../zone/model/block-origin.ts';
import type { Choice, CompletionItem, Completions } from './completion-item.ts';
import type { FieldPlace } from './field-values.ts';
import { providerHosts } from './field-values.ts';
import type { ZoneFacts } from './zone-facts.ts';
import { MX, PTR } from '../../zone/rrtypes/codes.ts';
import { UNDERSCORE } from '../../text/octets.ts';

/** How many names are offered, and looked at: another one comes when a letter more is typed. */
const MOST_NAMES = 300,
  MOST_LOOKED_AT = 200_000,
  MOST_POINTERS = 300;
/** Kinds of fields that hold a name of the DNS; mail addresses are none of those. */
export const isTargetField = ({ kind }: Field): boolean =>
  /^(?:host-name|domain-name|quotable-name|domain-name-or-nothing|domain-names)$/.test(kind.id);

/** What a lone dot means in a field. */
const dots: Readonly<Record<string, string>> = {
  'MX.exchange': 'no mail is taken (RFC 7505)',
  'SRV.target': 'there is no such service',
  'SVCB.target-name': 'the owner itself',
  'HTTPS.target-name': 'the owner itself',
  'NAPTR.replacement': 'none: the expression counts',
  'RP.txt-dname': 'no TXT record',
  'RP.mbox-dname': 'no address',
};

/** Names of the zone that a field may hold: where it wants a host those with an address, never an alias, never the owner itself. */
export function targetsFor(place: FieldPlace, cursor: Cursor, start: number): Completions {
  const { facts, type, field, owner } = place,
    { zone } = facts,
    end = cursor.offset,
    wantsHost = field.kind.id === 'host-name' || field.kind.id === 'quotable-name',
    isService = owner > ROOT && zone.names.labelOctet(owner, 0) === UNDERSCORE;
  const fits = (name: NameId): boolean => {
    if (name === owner) return false;
    if (!wantsHost)
      return (
        type.mnemonic !== 'CNAME' ||
        (!facts.isAlias(name) && (isService || name <= ROOT || zone.names.labelOctet(name, 0) !== UNDERSCORE))
      );
    const cut = cutAbove(zone, name);
    return (zone.records.kinds(name) & HAS_ADDRESS) !== 0 && !facts.isAlias(name) && (cut < 0 || cut === owner);
  };
  const first: CompletionItem[] = [],
    add = (choices: readonly Choice[], rank: number): void => {
      for (const [k, choice] of choices.entries()) first.push({ ...choice, start, end, rank: rank + k });
    };
  const dot = dots[`${type.mnemonic}.${field.name}`];
  if (dot !== undefined)
    add([{ label: '.', detail: dot, kind: 'value' }], type.mnemonic === 'SVCB' || type.mnemonic === 'HTTPS' ? 0 : 90);
  if (type.mnemonic === 'SOA')
    add(
      facts.nameServers().map((server) => ({
        label: facts.written(server, place.origin),
        detail: 'a name server of the zone',
        kind: 'name',
      })),
      1,
    );
  if (type.mnemonic === 'NS')
    add(
      facts
        .nameServers()
        .filter((server) => !zone.inZone(server))
        .map((server) => ({
          label: facts.written(server, place.origin),
          detail: 'a name server of the zone',
          kind: 'name',
        })),
      40,
    );
  if (type.mnemonic === 'MX') add(providerHosts(facts), 60);
  if (type.mnemonic === 'PTR') add(pointerDomains(facts), 5);
  const found = knownNames(facts, cursor, start, fits),
    rankOf = type.mnemonic === 'MX' ? mailRank(facts, owner, place.origin) : undefined,
    items = rankOf === undefined ? found.items : found.items.map((item) => ({ ...item, rank: rankOf(item.label) }));
  return { ...found, items: [...first, ...items.filter(({ label }) => !first.some((one) => one.label === label))] };
}

/** Hosts with a name that mail hosts usually have first, those that are MX hosts of the owner already last. */
function mailRank(facts: ZoneFacts, owner: NameId, origin: NameId): (label: string) => number {
  const taken = new Set(
    facts.recordsAt(owner, MX).map(({ target }) => (target < 0 ? '' : facts.written(target, origin))),
  );
  return (label) =>
    taken.has(label)
      ? 50
      : /^(?:mail|smtp|mx|post)\d*(?:\.|$)/.test(label)
        ? 8
        : /^ns\d*(?:\.|$)/.test(label)
          ? 20
          : 10;
}

/** The domains in which other PTR records have their hosts. */
function pointerDomains({ zone }: ZoneFacts): readonly Choice[] {
  const domains = new Set<string>();
  let left = MOST_POINTERS;
  for (const block of zone.root.blocks)
    for (const id of block.records) {
      if (left-- <= 0) break;
      const target = zone.records.target[id]!;
      if (zone.records.type[id] === PTR && target > ROOT && zone.names.parent(target) > ROOT)
        domains.add(zone.names.text(zone.names.parent(target)));
    }
  return [...domains].slice(0, 20).map((domain) => ({
    label: `host.${domain}`,
    detail: 'a host where others of this zone are',
    kind: 'name',
    snippet: `\${1:host}.${domain}`,
  }));
}

/** Names of the zone that have records, as they are written here. */
export function knownNames(
  facts: ZoneFacts,
  { block, offset }: Cursor,
  start: number,
  fits: (name: NameId) => boolean = () => true,
): Completions {
  const { zone } = facts,
    origin = originAt(block, offset),
    typed = octetText(block.chunk.bytes, start, offset).toLowerCase(),
    items: CompletionItem[] = [],
    firstLabel = /^[^.\\]*/.exec(typed)![0],
    most = Math.min(zone.names.size, MOST_LOOKED_AT);
  for (let name = 0; name < most; name++) {
    if (
      zone.records.first(name) < 0 ||
      zone.names.isWildcard(name) ||
      !beginsWith(facts, name, firstLabel) ||
      !fits(name)
    )
      continue;
    const label = facts.written(name, origin);
    if (typed !== '' && !label.startsWith(typed)) continue;
    if (items.length >= MOST_NAMES) return { items, incomplete: true };
    items.push({
      label,
      detail: zone.nameText(name),
      kind: 'name',
      start,
      end: offset,
      rank: 10,
      about: { name: zone.names.text(name) },
    });
  }
  return { items, incomplete: most < zone.names.size };
}

/** Asked for every name of a zone, before any text is made. */
function beginsWith({ zone: { names } }: ZoneFacts, name: NameId, prefix: string): boolean {
  if (prefix === '@') return true;
  for (let i = 0; i < prefix.length; i++) if (names.labelOctet(name, i) !== prefix.charCodeAt(i)) return false;
  return true;
}

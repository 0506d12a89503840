import { cutAbove } from '../../zone/model/lookup.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Block } from '../../zone/model/block.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { relativeName } from '../../lint/kit/add-record.ts';
import { parseDmarc } from '../../mail/dmarc/dmarc.ts';
import type { Provider } from '../../mail/providers/providers.ts';
import { providerOfDkimTarget, providerOfInclude, providerOfMx, providers } from '../../mail/providers/providers.ts';
import type { NameId } from '../../names/name-tree.ts';
import { ROOT } from '../../names/name-tree.ts';
import { addressText } from '../../text/address.ts';
import { EXPLICIT_TTL, HAS_ADDRESS, HAS_CNAME } from '../../zone/records/record-table.ts';
import { A, type AAAA, MX, NS, TXT } from '../../zone/rrtypes/codes.ts';

/** How many records and names a request looks at: those near the cursor, then those from the file's start on. */
const MOST_RECORDS = 4000,
  MOST_NAMES = 50_000,
  MOST_ADDRESSES = 600,
  MOST_AT_NAME = 200,
  MOST_HOSTS = 200,
  MOST_WANTED = 50;

/** Addresses in use, with the host that has each, and the next one that is free in the network that most of them are in, where all of them could be seen. */
export interface Addresses {
  readonly used: readonly { readonly address: string; readonly host: NameId }[];
  readonly free: string | undefined;
}

/** What completions want to know of a zone. Each answer is found when it is asked for, within bounds. */
export class ZoneFacts {
  readonly zone: Zone;
  private readonly near: Block | undefined;
  private found: readonly Provider[] | undefined;
  private readonly addressesOf = new Map<number, Addresses>();
  private hostNames: readonly NameId[] | undefined;
  private wantedNames: readonly NameId[] | undefined;

  constructor(zone: Zone, near: Block | undefined) {
    this.zone = zone;
    this.near = near;
  }

  /** The zone's name without the final dot; undefined where nothing tells it. */
  get domain(): string | undefined {
    const { zone } = this;
    return zone.apexKnown && zone.apex !== ROOT ? zone.names.text(zone.apex).replace(/\.$/, '') : undefined;
  }

  /** Whether this is a zone of names for addresses. */
  get isReverse(): boolean {
    return this.domain !== undefined && /(?:^|\.)(?:in-addr|ip6)\.arpa$/.test(this.domain);
  }

  /** TTLs as records have them written, those most used first. Seconds, and the text. */
  ttls(): readonly { readonly seconds: number; readonly count: number }[] {
    const { records } = this.zone,
      counts = new Map<number, number>();
    for (const id of this.records())
      if ((records.flags[id]! & EXPLICIT_TTL) !== 0 && records.ttl[id]! >= 0)
        counts.set(records.ttl[id]!, (counts.get(records.ttl[id]!) ?? 0) + 1);
    return [...counts].map(([seconds, count]) => ({ seconds, count })).sort((a, b) => b.count - a.count);
  }

  addresses(type: typeof A | typeof AAAA): Addresses {
    const known = this.addressesOf.get(type) ?? this.findAddresses(type);
    this.addressesOf.set(type, known);
    return known;
  }

  private findAddresses(type: typeof A | typeof AAAA): Addresses {
    const { zone } = this,
      hosts = new Map<string, { readonly octets: Uint8Array; readonly host: NameId }>();
    let seen = 0;
    for (const id of this.records()) {
      if (zone.records.type[id] !== type) continue;
      if (++seen > MOST_ADDRESSES) break;
      const octets = new RecordView(zone, id).field('address')?.octets;
      if (octets?.length !== (type === A ? 4 : 16)) continue;
      const text = addressText(octets);
      if (!hosts.has(text)) hosts.set(text, { octets, host: zone.records.owner[id]! });
    }
    const used = [...hosts].map(([address, { host }]) => ({ address, host })),
      isWhole = seen <= MOST_ADDRESSES && zone.records.countOf(type) <= seen;
    return { used, free: isWhole ? nextFree([...hosts.values()].map(({ octets }) => octets)) : undefined };
  }

  /** Names of the zone that a record may point at as a host: with an address, no alias, not below another zone's cut. */
  hosts(most: number): readonly NameId[] {
    this.hostNames ??= this.first(MOST_HOSTS, (name) => name !== this.zone.apex && this.isHost(name));
    return this.hostNames.slice(0, most);
  }

  isHost(name: NameId): boolean {
    const { zone } = this,
      kinds = zone.records.kinds(name);
    return (
      (kinds & HAS_ADDRESS) !== 0 &&
      (kinds & HAS_CNAME) === 0 &&
      !zone.names.isWildcard(name) &&
      zone.inZone(name) &&
      cutAbove(zone, name) < 0
    );
  }

  isAlias(name: NameId): boolean {
    return (this.zone.records.kinds(name) & HAS_CNAME) !== 0;
  }

  /** Names that records point at and that have none. */
  wanted(most: number): readonly NameId[] {
    const { zone } = this;
    this.wantedNames ??= this.first(
      MOST_WANTED,
      (name) =>
        name > ROOT &&
        zone.records.first(name) < 0 &&
        zone.records.firstReferrer(name) >= 0 &&
        zone.inZone(name) &&
        cutAbove(zone, name) < 0,
    );
    return this.wantedNames.slice(0, most);
  }

  private first(most: number, fits: (name: NameId) => boolean): readonly NameId[] {
    const found: NameId[] = [];
    for (const name of this.names()) if (fits(name) && found.push(name) >= most) break;
    return found;
  }

  /** The number that goes on with those that an owner's records of a type have: by the step that the last two are apart, else by ten. */
  nextStep(owner: NameId, type: number, field: string, except: number): number {
    const numbers = this.recordsAt(owner, type)
      .filter(({ id }) => id !== except)
      .map((record) => record.number(field))
      .filter((number) => !Number.isNaN(number))
      .sort((a, b) => a - b);
    const last = numbers.at(-1),
      before = numbers.at(-2);
    if (last === undefined) return 10;
    const step =
      before === undefined || last === before ? (last % 10 === 0 ? 10 : last % 5 === 0 ? 5 : 10) : last - before;
    return Math.min(65535, last + step);
  }

  recordsAt(owner: NameId, type: number): readonly RecordView[] {
    const { zone } = this,
      found: RecordView[] = [];
    if (owner < 0) return found;
    let left = MOST_AT_NAME;
    for (let id = zone.records.first(owner); id >= 0 && left > 0; id = zone.records.next[id]!, left--)
      if (zone.records.type[id] === type) found.push(new RecordView(zone, id));
    return found;
  }

  /** Where the zone has reports about mail sent; else an address of its own name. Undefined below an unknown name. */
  reportAddress(): string | undefined {
    const { zone, domain } = this;
    for (const label of ['_dmarc', '_smtp._tls']) {
      const name = domain === undefined ? -1 : zone.names.find(`${label}.${domain}.`);
      for (const record of this.recordsAt(name, TXT)) {
        const address =
          label === '_dmarc'
            ? parseDmarc(record.text.joined).rua.find(({ kind }) => kind === 'mailto')?.address
            : /rua\s*=\s*mailto:([^,;!\s]+)/i.exec(record.text.joined)?.[1];
        if (address !== undefined) return address;
      }
    }
    return domain === undefined || this.isReverse ? undefined : `dmarc@${domain}`;
  }

  /** Providers of mail: those that the zone has to do with first, then the others in the order of their use. */
  providers(): readonly Provider[] {
    const inUse = this.providersInUse();
    return [...inUse, ...providers.filter((provider) => provider.retired === undefined && !inUse.includes(provider))];
  }

  /** Those whose hosts take the zone's mail, or that its SPF records allow to send. */
  providersInUse(): readonly Provider[] {
    if (this.found !== undefined) return this.found;
    const { zone } = this,
      found = new Set<Provider>();
    const add = (provider: Provider | undefined): void => {
      if (provider?.retired === undefined && provider !== undefined) found.add(provider);
    };
    for (const record of this.recordsAt(zone.apex, MX))
      if (record.target >= 0) add(providerOfMx(zone.names.text(record.target)));
    for (const record of this.recordsAt(zone.apex, TXT))
      for (const [, domain = ''] of record.text.joined.matchAll(/(?:include:|redirect=)(\S+)/gi))
        add(providerOfInclude(domain));
    const keys = this.domain === undefined ? -1 : zone.names.find(`_domainkey.${this.domain}.`);
    let left = MOST_AT_NAME;
    if (keys >= 0)
      for (
        let child = zone.names.firstChild(keys);
        child > ROOT && left > 0;
        child = zone.names.nextSibling(child), left--
      )
        for (const record of this.recordsAt(child, 5))
          if (record.target >= 0) add(providerOfDkimTarget(zone.names.text(record.target)));
    return (this.found = [...found]);
  }

  /** Name servers that the zone has at its top, as names. */
  nameServers(): readonly NameId[] {
    return this.recordsAt(this.zone.apex, NS)
      .map(({ target }) => target)
      .filter((target) => target >= 0);
  }

  /** A name as it is written where `origin` completes names. */
  written(name: NameId, origin: NameId): string {
    return relativeName(this.zone, name, origin);
  }

  /** A name as it is written inside a text: absolute, without the final dot. */
  inText(name: NameId): string {
    return this.zone.names.text(name).replace(/(.)\.$/, '$1');
  }

  /** Names with records or without, as many as may be looked at. */
  private *names(): Iterable<NameId> {
    const most = Math.min(this.zone.names.size, MOST_NAMES);
    for (let name = 0; name < most; name++) yield name;
  }

  /** Records near the cursor, then from the file's start on. */
  private *records(): Iterable<number> {
    const { near, zone } = this;
    let left = MOST_RECORDS;
    for (const block of near === undefined ? zone.root.blocks : [near, ...zone.root.blocks]) {
      if (block === near && block !== zone.root.blocks[0] && left < MOST_RECORDS) continue;
      for (const id of block.records) {
        if (left-- <= 0) return;
        yield id;
      }
    }
  }
}

/** The address behind the last one of the /24 or /64 that has most of them; undefined where it would be the broadcast address or leave the network. */
function nextFree(addresses: readonly Uint8Array[]): string | undefined {
  const networks = new Map<string, Uint8Array[]>();
  for (const octets of addresses) {
    const network = octets.subarray(0, octets.length === 4 ? 3 : 8).join('.');
    networks.set(network, [...(networks.get(network) ?? []), octets]);
  }
  const largest = [...networks.values()].sort((a, b) => b.length - a.length)[0];
  if (largest === undefined) return undefined;
  const last = largest.reduce((a, b) => (compareOctets(a, b) < 0 ? b : a)),
    next = last.slice();
  for (let k = next.length - 1; k >= 0; k--) {
    next[k] = (next[k]! + 1) & 255;
    if (next[k] !== 0) break;
  }
  const hasLeft = last.subarray(0, last.length === 4 ? 3 : 8).some((octet, k) => octet !== next[k]);
  return hasLeft || (next.length === 4 && next[3] === 255) ? undefined : addressText(next);
}

function compareOctets(a: Uint8Array, b: Uint8Array): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}

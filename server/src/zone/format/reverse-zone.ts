import { noFiles } from '../records/include-host.ts';
import { Zone } from '../model/zone.ts';
import { Lexer } from '../syntax/lexer.ts';
import { SourceText } from '../syntax/source-text.ts';
import { encode } from '../../text/utf8.ts';
import { reverseName } from '../../text/address.ts';
import { generate } from './dns-zonefile.ts';

/** One address and the name that it shall lead back to. */
export interface ReverseEntry {
  /** Four octets for IPv4, sixteen for IPv6. */
  readonly octets: Uint8Array;
  /** Absolute, with final dot. */
  readonly host: string;
}

export interface ReverseZoneOptions {
  /** The zone's apex: absolute, with final dot. */
  readonly apex: string;
  /** Absolute name of the primary server. */
  readonly primary: string;
  /** The mailbox of who is responsible, as a name (RFC 1035 §3.3.13). */
  readonly mailbox: string;
  readonly servers: readonly string[];
  readonly serial: number;
  /** Seconds. */
  readonly ttl: number;
}

const layout = `{$origin}
{$ttl}
{name}IN	SOA	{mname}{rname}(
		{serial}; serial
		{refresh}; refresh
		{retry}; retry
		{expire}; expire
		{minimum}) ; negative answers
{ns}
{ptr}
`;

/** The apex of the reverse zone that an address is usually in: a /24 for IPv4 (RFC 1035 §3.5), a /64 for IPv6 (RFC 3596 §2.5). */
export function reverseApex(octets: Uint8Array): string {
  const labels = reverseName(octets).split('.');
  return labels.slice(octets.length === 4 ? 1 : 16).join('.');
}

/**
 * The text of a new reverse zone. It is read back with our own parser before it is handed out; undefined when it would not say what was asked for.
 */
export function reverseZoneText(entries: readonly ReverseEntry[], options: ReverseZoneOptions): string | undefined {
  const { apex, primary, mailbox, servers, serial, ttl } = options;
  const inside = entries.filter(({ octets }) => reverseName(octets).endsWith(`.${apex}`));
  const text = generate(
    {
      $origin: apex,
      $ttl: ttl,
      soa: {
        name: '@',
        mname: primary,
        rname: mailbox,
        serial,
        refresh: 7200,
        retry: 3600,
        expire: 1209600,
        minimum: 3600,
      },
      ns: servers.map((host) => ({ name: '@', host })),
      ptr: inside.map(({ octets, host }) => ({
        name: reverseName(octets).slice(0, -apex.length - 1),
        fullname: reverseName(octets),
        host,
      })),
    },
    layout,
  )
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n')
    .replace(/^\n/, '');
  return says(text, apex, inside, servers) ? text : undefined;
}

function says(text: string, apex: string, entries: readonly ReverseEntry[], servers: readonly string[]): boolean {
  const bytes = encode(text),
    zone = new Zone(new SourceText('', new Lexer()), { apex, host: noFiles });
  zone.open(bytes);
  if (zone.blocks.some((block) => (block?.problems.length ?? 0) > 0)) return false;
  const { names, records } = zone;
  const holds = (owner: string, type: number, target: string): boolean => {
    for (let id = records.first(names.find(owner)); id >= 0; id = records.next[id]!)
      if (records.type[id] === type && records.target[id] === names.find(target)) return true;
    return false;
  };
  return (
    records.count === 1 + servers.length + entries.length &&
    servers.every((server) => holds(apex, 2, server)) &&
    entries.every(({ octets, host }) => holds(reverseName(octets), 12, host))
  );
}

import { A, AAAA, CNAME } from '../../zone/rrtypes/codes.ts';
import { addressText } from '../../text/address.ts';
import { NOERROR, NXDOMAIN, rcodeName } from '../message/message.ts';
import type { LiveRecord } from '../message/message.ts';
import { nameText } from '../message/wire-name.ts';
import type { Asker } from './asker.ts';
import { failed, failureWords } from './asker.ts';
import type { Endpoint } from './transport.ts';

/** What a resolver found: records of the type at the end of the aliases, or why there are none. */
export interface Found {
  readonly status: 'ok' | 'nodata' | 'nxdomain' | 'failed';
  readonly records: readonly LiveRecord[];
  /** Why it failed, in words. */
  readonly why?: string;
}

/** Aliases that are followed, as servers do. */
const MOST_ALIASES = 16;

/** Asks for what lies anywhere in the DNS. */
export interface Recursor {
  /** Who is asked, in words. */
  readonly who: string;
  find(name: string, type: number): Promise<Found>;
}

/** Asks resolvers, one after the other until one answers. */
export class ResolverList implements Recursor {
  private readonly asker: Asker;
  private readonly resolvers: readonly Endpoint[];
  private readonly known = new Map<string, Promise<Found>>();

  constructor(asker: Asker, resolvers: readonly Endpoint[]) {
    this.asker = asker;
    this.resolvers = resolvers;
  }

  get who(): string {
    return this.resolvers.map(endpointText).join(', ');
  }

  find(name: string, type: number): Promise<Found> {
    const key = `${type} ${name}`;
    let found = this.known.get(key);
    if (found === undefined) this.known.set(key, (found = this.ask(name, type)));
    return found;
  }

  private async ask(name: string, type: number): Promise<Found> {
    let why = 'no resolver is set';
    for (const resolver of this.resolvers) {
      const reply = await this.asker.ask(resolver, { name, type, recursive: true });
      if (failed(reply)) why = `${endpointText(resolver)} ${failureWords(reply)}`;
      else if (reply.rcode === NOERROR || reply.rcode === NXDOMAIN)
        return foundIn(name, type, reply.rcode, reply.answers);
      else why = `${endpointText(resolver)} answers ${rcodeName(reply.rcode)}`;
    }
    return { status: 'failed', records: [], why };
  }
}

/** What an answer says about a name, its aliases followed. */
function foundIn(name: string, type: number, rcode: number, answers: readonly LiveRecord[]): Found {
  let owner = name.toLowerCase();
  for (let aliases = 0; aliases <= MOST_ALIASES; aliases++) {
    const records = answers.filter((record) => record.owner === owner && record.type === type);
    if (records.length > 0) return { status: 'ok', records };
    const alias = answers.find((record) => record.owner === owner && record.type === CNAME);
    if (alias === undefined) return { status: rcode === NXDOMAIN ? 'nxdomain' : 'nodata', records: [] };
    owner = nameText(alias.rdata);
  }
  return { status: 'failed', records: [], why: 'its aliases go in a circle' };
}

/** The addresses of a host, IPv4 first. */
export async function addressesOfHost(
  recursor: Recursor,
  name: string,
): Promise<readonly string[] | { readonly why: string }> {
  const found = await Promise.all([recursor.find(name, A), recursor.find(name, AAAA)]),
    addresses = found.flatMap(({ records }) => records.map(({ rdata }) => addressText(rdata)));
  const failure = found.find(({ status }) => status === 'failed');
  if (addresses.length === 0 && failure !== undefined) return { why: failure.why ?? 'no answer' };
  return addresses;
}

/** For people: `192.0.2.1`, `192.0.2.1 port 5353`. */
export function endpointText({ address, port }: Endpoint): string {
  return port === 53 ? address : `${address} port ${port}`;
}

import { A, AAAA, NS, SOA } from '../../zone/rrtypes/codes.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { Asker } from '../asking/asker.ts';
import { addressesOfHost } from '../asking/recursor.ts';
import type { Recursor } from '../asking/recursor.ts';
import type { Endpoint } from '../asking/transport.ts';
import type { TsigKey } from '../message/tsig.ts';
import { nameText } from '../message/wire-name.ts';
import type { Difference } from './compare.ts';
import { serialOf } from './compare.ts';
import type { DelegationReport } from './delegation.ts';
import { surveyDelegation } from './delegation.ts';
import type { Rrsets } from './rrsets.ts';
import { rrsetKey, rrsetsOfZone, textsOf } from './rrsets.ts';
import type { ServerReport, Subject, ZoneFacts } from './server-survey.ts';
import { subjectText, surveyServer } from './server-survey.ts';

export interface Survey {
  /** Absolute. */
  readonly zone: string;
  /** Milliseconds since 1970 at which it began. */
  readonly asked: number;
  /** The file's serial. */
  readonly serial: number | null;
  readonly servers: readonly ServerReport[];
  /** Each difference once, with the servers that have it. */
  readonly differences: readonly SharedDifference[];
  /** Null where it wasn't asked for. */
  readonly delegation: DelegationReport | null;
  /** What couldn't be found out, a sentence each. */
  readonly notes: readonly string[];
}

export interface SharedDifference extends Difference {
  /** As `subjectText` writes them. */
  readonly servers: readonly string[];
}

export interface SurveyRequest {
  /** The one server to ask instead of those in the NS records. */
  readonly server: Endpoint | undefined;
  /** Port of name servers. */
  readonly port: number;
  readonly axfr: boolean;
  readonly key: TsigKey | undefined;
  /** Whether the zone above is asked as well. */
  readonly delegation: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onProgress: (server: string, asked: number, of: number) => void;
  readonly shouldStop: () => boolean;
}

/** Servers of a zone that are asked, and how many at the same time. */
const MOST_SERVERS = 32,
  SERVERS_AT_ONCE = 4;

export function factsOf(zone: Zone): ZoneFacts {
  return { apex: zone.names.text(zone.apex), ...rrsetsOfZone(zone) };
}

/** Asks every server of a zone for what the file says, and the zone above for the delegation. */
export async function survey(
  asker: Asker,
  recursor: Recursor,
  facts: ZoneFacts,
  request: SurveyRequest,
): Promise<Survey> {
  const asked = request.now,
    found =
      request.server === undefined
        ? await serversOf(recursor, facts, request.port)
        : { servers: [{ name: null, ...request.server }], notes: [] };
  const servers: ServerReport[] = [],
    waiting = [...found.servers.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [k, server] = next;
      servers[k] = await surveyServer(asker, server, facts, {
        axfr: request.axfr,
        key: request.key,
        onProgress: (done, of) => request.onProgress(subjectText(server), done, of),
        shouldStop: request.shouldStop,
      });
    }
  };
  await Promise.all(Array.from({ length: SERVERS_AT_ONCE }, worker));
  const live: Rrsets = servers.find(({ state }) => state === 'current' || state === 'ahead')?.live ?? new Map();
  return {
    zone: facts.apex,
    asked,
    serial: serialOf(facts.own.get(rrsetKey(facts.apex, SOA))) ?? null,
    servers,
    differences: shared(servers),
    delegation: request.delegation
      ? await surveyDelegation(asker, recursor, facts, { port: request.port, live })
      : null,
    notes: [...found.notes, ...notesOn(servers)],
  };
}

/** The servers in the zone's NS records, each address once. Addresses come from the zone where it has them. */
async function serversOf(
  recursor: Recursor,
  { apex, own, glue }: ZoneFacts,
  port: number,
): Promise<{ readonly servers: readonly Subject[]; readonly notes: readonly string[] }> {
  const names = [...(own.get(rrsetKey(apex, NS))?.rdata.values() ?? [])].map(({ octets }) => nameText(octets)),
    servers = new Map<string, Subject>(),
    notes: string[] = [];
  if (names.length === 0) notes.push('The file has no NS records, so no server is known. Name one with --server.');
  for (const name of names) {
    const inFile = [A, AAAA].flatMap((type) =>
        textsOf(own.get(rrsetKey(name, type)) ?? glue.get(rrsetKey(name, type))),
      ),
      isInside = name === apex || name.endsWith(`.${apex}`),
      addresses = inFile.length > 0 || isInside ? inFile : await addressesOfHost(recursor, name);
    if ('why' in addresses) notes.push(`The address of ${plain(name)} can't be found: ${addresses.why}.`);
    else if (addresses.length === 0) notes.push(`${plain(name)} has no address, so it isn't asked.`);
    else for (const address of addresses) if (!servers.has(address)) servers.set(address, { name, address, port });
  }
  if (servers.size > MOST_SERVERS) notes.push(`Only ${MOST_SERVERS} of ${servers.size} addresses are asked.`);
  return { servers: [...servers.values()].slice(0, MOST_SERVERS), notes };
}

const plain = (name: string): string => (name === '.' ? name : name.replace(/\.$/, ''));

function shared(servers: readonly ServerReport[]): readonly SharedDifference[] {
  const merged = new Map<string, SharedDifference>();
  for (const server of servers)
    for (const difference of server.differences) {
      const key = JSON.stringify(difference),
        known = merged.get(key);
      merged.set(key, { ...difference, servers: [...(known?.servers ?? []), subjectText(server)] });
    }
  return [...merged.values()].toSorted(
    (a, b) => order(a.owner, b.owner) || order(a.type, b.type) || order(a.kind, b.kind),
  );
}

/** By labels from the right, as zone files are ordered. */
function order(a: string, b: string): number {
  const one = a.split('.').toReversed().join('.'),
    other = b.split('.').toReversed().join('.');
  return one < other ? -1 : one > other ? 1 : 0;
}

function notesOn(servers: readonly ServerReport[]): readonly string[] {
  const answering = servers.filter(({ how }) => how !== null),
    refused = answering.filter(({ transferRefused }) => transferRefused !== null),
    silent = answering.filter(({ unanswered }) => unanswered > 0);
  return [
    ...refused.map(
      (server) =>
        `No transfer from ${subjectText(server)}: ${server.transferRefused}. Its records were asked for one by one.`,
    ),
    ...silent.map((server) => `${subjectText(server)} left ${server.unanswered} queries unanswered.`),
    ...(answering.some(({ how }) => how === 'queries')
      ? ["Records at names that the file doesn't have are only seen in a transfer (--axfr)."]
      : []),
  ];
}

import { DNSKEY, NS, SOA, CNAME } from '../../zone/rrtypes/codes.ts';
import type { Asker } from '../asking/asker.ts';
import { failed, failureWords } from '../asking/asker.ts';
import { endpointText } from '../asking/recursor.ts';
import type { Endpoint } from '../asking/transport.ts';
import { NOERROR, NXDOMAIN, rcodeName } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import type { TsigKey } from '../message/tsig.ts';
import type { Difference } from './compare.ts';
import { differenceOf, isSigners, serialOf, serialOrder } from './compare.ts';
import type { ComparedRrset, Rrsets } from './rrsets.ts';
import { rrsetKey, rrsetsOfRecords } from './rrsets.ts';

/** A server that should have the zone. */
export interface Subject extends Endpoint {
  /** Its name in the NS record, absolute; null where only the address was given. */
  readonly name: string | null;
}

/** What a zone's file says, for comparison. */
export interface ZoneFacts {
  /** Absolute, in lower case. */
  readonly apex: string;
  readonly own: Rrsets;
  readonly glue: Rrsets;
}

/**
 * - `current`: it has the serial of the file.
 * - `behind`, `ahead`: it has a lesser or greater one (RFC 1982).
 * - `lame`: it answers, but not for this zone.
 * - `unreachable`: it doesn't answer.
 */
export interface ServerReport {
  readonly name: string | null;
  readonly address: string;
  readonly port: number;
  readonly state: 'current' | 'behind' | 'ahead' | 'lame' | 'unreachable';
  readonly serial: number | null;
  /** What is wrong, in a few words; null where nothing is. */
  readonly reason: string | null;
  /** Whether the whole zone was transferred, or each RRset was asked for; null where neither. */
  readonly how: 'transfer' | 'queries' | null;
  /** Why there was no transfer though one was asked for. */
  readonly transferRefused: string | null;
  readonly differences: readonly Difference[];
  /** Everything that the server has, as far as it was seen. */
  readonly live: Rrsets;
  /** RRsets that got no answer. */
  readonly unanswered: number;
}

export interface SurveyOptions {
  readonly axfr: boolean;
  readonly key: TsigKey | undefined;
  /** Told after each answer. */
  readonly onProgress: (asked: number, of: number) => void;
  readonly shouldStop: () => boolean;
}

/** RRsets that are asked of one server at the same time, and silences in a row after which it counts as gone. */
const AT_ONCE = 16,
  MOST_SILENCES = 4;

/** Compares what one server has with what the file says. */
export async function surveyServer(
  asker: Asker,
  server: Subject,
  zone: ZoneFacts,
  options: SurveyOptions,
): Promise<ServerReport> {
  const { name, address, port } = server,
    nothing = {
      name,
      address,
      port,
      serial: null,
      how: null,
      transferRefused: null,
      differences: [],
      live: new Map(),
      unanswered: 0,
    } satisfies Partial<ServerReport>;
  const reply = await asker.ask(server, { name: zone.apex, type: SOA, recursive: false });
  if (failed(reply)) return { ...nothing, state: 'unreachable', reason: failureWords(reply) };
  const lame = whyLame(reply, zone.apex),
    serial = serialOf(rrsetsOfRecords(reply.answers).get(rrsetKey(zone.apex, SOA)));
  if (lame !== undefined || serial === undefined)
    return { ...nothing, state: 'lame', reason: lame ?? 'it has no SOA record for the zone' };
  const state = stateOf(serial, serialOf(zone.own.get(rrsetKey(zone.apex, SOA)))),
    base = { ...nothing, serial, state, reason: null };
  let transferRefused: string | null = null;
  if (options.axfr) {
    const transfer = await asker.transfer(server, zone.apex, options.key);
    if ('records' in transfer) {
      const live = rrsetsOfRecords(transfer.records);
      return { ...base, how: 'transfer', differences: wholeDifferences(zone, live), live };
    }
    transferRefused = transfer.refused;
  }
  return { ...base, how: 'queries', transferRefused, ...(await askAll(asker, server, zone, options)) };
}

function stateOf(serial: number, file: number | undefined): 'current' | 'behind' | 'ahead' {
  if (file === undefined) return 'current';
  const order = serialOrder(serial, file);
  return order === 'same' ? 'current' : order === 'greater' ? 'ahead' : 'behind';
}

function whyLame({ rcode, authoritative, answers, authority }: Message, apex: string): string | undefined {
  if (rcode !== NOERROR) return `it answers ${rcodeName(rcode)}`;
  if (!authoritative)
    return answers.length > 0 ? 'it answers from a cache, not as an authority' : "it doesn't have the zone";
  return answers.some(({ owner, type }) => owner === apex && type === SOA) || authority.length === 0
    ? undefined
    : 'it answers for a zone above this one';
}

/** Whether a type is left out of the comparison: what a server adds when it signs a zone whose file isn't signed. */
function isLeftOut(zone: ZoneFacts, type: number): boolean {
  return isSigners(type) && !zone.own.has(rrsetKey(zone.apex, DNSKEY));
}

function wholeDifferences(zone: ZoneFacts, live: Rrsets): readonly Difference[] {
  const file = new Map([...zone.own, ...zone.glue]),
    keys = new Set([...file.keys(), ...live.keys()]);
  return [...keys].flatMap((key) => {
    const here = file.get(key),
      there = live.get(key),
      type = (here ?? there)?.type ?? 0;
    return here === undefined && isLeftOut(zone, type) ? [] : (differenceOf(here, there) ?? []);
  });
}

interface Asked {
  readonly differences: readonly Difference[];
  readonly live: Rrsets;
  readonly unanswered: number;
}

/** Names of a mail domain and a web site whose records may be live though no file has them. */
const usualPlaces: readonly (readonly [prefix: string, types: readonly number[]])[] = [
  ['', [1, 28, 15, 16, 257]],
  ['www.', [1, 28]],
  ['_dmarc.', [16]],
  ['_mta-sts.', [16]],
  ['_smtp._tls.', [16]],
];

interface Wanted {
  readonly owner: string;
  readonly type: number;
  readonly file: ComparedRrset | undefined;
}

/** What to ask for: every RRset of the file that a server answers for by itself, its delegations, and the usual places. */
function wantedOf({ apex, own }: ZoneFacts): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  const want = (owner: string, type: number): void => {
    const key = rrsetKey(owner, type);
    if (!wanted.has(key)) wanted.set(key, { owner, type, file: own.get(key) });
  };
  for (const { owner, type } of own.values()) if (!isSigners(type) || type === DNSKEY) want(owner, type);
  const names = new Set([...own.values()].map(({ owner }) => owner));
  for (const [prefix, types] of apex.endsWith('.arpa.') ? [] : usualPlaces) {
    const owner = `${prefix}${apex === '.' && prefix !== '' ? '' : apex}`;
    // An alias in the file has no other types.
    if (own.has(rrsetKey(owner, CNAME))) continue;
    if (prefix === '' || !names.has(owner)) for (const type of types) want(owner, type);
  }
  return [...wanted.values()];
}

async function askAll(
  asker: Asker,
  server: Subject,
  zone: ZoneFacts,
  { onProgress, shouldStop }: SurveyOptions,
): Promise<Asked> {
  const wanted = wantedOf(zone),
    live = new Map<string, ComparedRrset>(),
    differences = new Map<string, Difference>();
  let next = 0,
    done = 0,
    silences = 0,
    unanswered = 0;
  const worker = async (): Promise<void> => {
    while (next < wanted.length && silences < MOST_SILENCES && !shouldStop()) {
      const one = wanted[next++]!,
        reply = await asker.ask(server, { name: one.owner, type: one.type, recursive: false });
      onProgress(++done, wanted.length);
      if (failed(reply) || (reply.rcode !== NOERROR && reply.rcode !== NXDOMAIN)) {
        unanswered++;
        if (failed(reply)) silences++;
        continue;
      }
      silences = 0;
      for (const there of liveAnswer(reply, one, zone.apex)) {
        const key = rrsetKey(there.owner, there.type),
          difference = differenceOf(zone.own.get(key), there);
        live.set(key, there);
        if (difference !== undefined) differences.set(key, difference);
      }
      const key = rrsetKey(one.owner, one.type);
      if (!live.has(key)) {
        const difference = differenceOf(one.file, undefined);
        if (difference !== undefined) differences.set(key, difference);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return {
    differences: [...differences.values()],
    live,
    unanswered: unanswered + Math.max(0, wanted.length - done),
  };
}

/** The RRset that was asked for, or the alias that is there instead. A delegation is in the authority section (RFC 1034 §4.3.2). */
function liveAnswer(
  { answers, authority, authoritative }: Message,
  { owner, type }: Wanted,
  apex: string,
): readonly ComparedRrset[] {
  const found = rrsetsOfRecords(answers),
    exact = found.get(rrsetKey(owner, type)) ?? found.get(rrsetKey(owner, CNAME));
  if (exact !== undefined) return [exact];
  if (type !== NS || owner === apex || authoritative) return [];
  const referral = rrsetsOfRecords(authority).get(rrsetKey(owner, NS));
  return referral === undefined ? [] : [referral];
}

/** For people: `ns1.example.com (192.0.2.1)`. */
export function subjectText(server: Pick<Subject, 'name' | 'address' | 'port'>): string {
  const where = endpointText(server);
  return server.name === null ? where : `${server.name.replace(/(?<=.)\.$/, '')} (${where})`;
}

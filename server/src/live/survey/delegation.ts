import { A, AAAA, DNSKEY, DS, NS } from '../../zone/rrtypes/codes.ts';
import { addressText } from '../../text/address.ts';
import { dsDigest, keyTag } from '../../zone/format/dnssec.ts';
import type { Asker } from '../asking/asker.ts';
import { failed, failureWords } from '../asking/asker.ts';
import { addressesOfHost, endpointText } from '../asking/recursor.ts';
import type { Recursor } from '../asking/recursor.ts';
import type { Endpoint } from '../asking/transport.ts';
import { NOERROR, rcodeName } from '../message/message.ts';
import type { LiveRecord, Message } from '../message/message.ts';
import { nameOctets, nameText } from '../message/wire-name.ts';
import { rrsetKey, rrsetsOfRecords, textsOf } from './rrsets.ts';
import type { Rrsets } from './rrsets.ts';
import type { ZoneFacts } from './server-survey.ts';

/** What the zone above says about a zone. */
export interface DelegationReport {
  /** Absolute; null where it wasn't found. */
  readonly parent: string | null;
  /** The server that was asked. */
  readonly server: string | null;
  /** Names in the parent's NS records. */
  readonly nameServers: readonly string[];
  readonly glue: readonly { readonly name: string; readonly address: string }[];
  /** DS records in presentation form. */
  readonly ds: readonly string[];
  /** What doesn't agree with the zone, a sentence each. */
  readonly problems: readonly string[];
  /** Why nothing is known; null where something is. */
  readonly unknown: string | null;
}

/** Servers of the parent that are tried. */
const MOST_SERVERS = 4;

const shown = (name: string): string => (name === '.' ? name : name.replace(/\.$/, ''));
const list = (names: readonly string[]): string => names.map(shown).join(', ');

export interface DelegationOptions {
  /** Port of the parent's servers. */
  readonly port: number;
  /** What the zone's own servers have: its DNSKEY records, if a server signs the zone. */
  readonly live: Rrsets;
}

/** Asks a server of the zone above for the delegation, its glue and DS records, and compares them with the zone. */
export async function surveyDelegation(
  asker: Asker,
  recursor: Recursor,
  zone: ZoneFacts,
  { port, live }: DelegationOptions,
): Promise<DelegationReport> {
  const nothing: DelegationReport = {
    parent: null,
    server: null,
    nameServers: [],
    glue: [],
    ds: [],
    problems: [],
    unknown: null,
  };
  if (zone.apex === '.') return { ...nothing, unknown: 'The root zone has no zone above it.' };
  const above = await parentOf(recursor, zone.apex);
  if ('why' in above) return { ...nothing, unknown: `The zone above can't be found: ${above.why}.` };
  const asked = await firstAnswer(asker, recursor, above.servers, { name: zone.apex, port });
  if ('why' in asked) return { ...nothing, parent: above.parent, unknown: asked.why };
  const { server, message } = asked,
    isReferral = !message.authoritative || message.answers.length === 0,
    base = { ...nothing, parent: above.parent, server: endpointText(server) };
  const nsRecords = [...message.authority, ...(isReferral ? message.answers : [])].filter(
    ({ owner, type }) => owner === zone.apex && type === NS,
  );
  const ds = await asker.ask(server, { name: zone.apex, type: DS, recursive: false }),
    dsRecords = failed(ds) ? [] : ds.answers.filter(({ owner, type }) => owner === zone.apex && type === DS),
    dsTexts = textsOf(rrsetsOfRecords(dsRecords).get(rrsetKey(zone.apex, DS)));
  const problems = [...(failed(ds) ? [] : dsProblems(zone, dsRecords, live))];
  if (!isReferral)
    return {
      ...base,
      ds: dsTexts,
      problems,
      unknown: `${base.server} also has ${shown(zone.apex)} itself, so it doesn't show the delegation.`,
    };
  if (nsRecords.length === 0)
    return {
      ...base,
      ds: dsTexts,
      problems: [
        `${shown(above.parent)} doesn't delegate ${shown(zone.apex)}, so resolvers don't find it.`,
        ...problems,
      ],
    };
  const nameServers = nsRecords.map(({ rdata }) => nameText(rdata)).toSorted(),
    glue = glueIn(message, nameServers);
  return {
    ...base,
    nameServers: nameServers.map(shown),
    glue: glue.map(({ name, address }) => ({ name: shown(name), address })),
    ds: dsTexts,
    problems: [...nsProblems(zone, above.parent, nameServers), ...glueProblems(zone, above.parent, glue), ...problems],
  };
}

async function parentOf(
  recursor: Recursor,
  apex: string,
): Promise<{ readonly parent: string; readonly servers: readonly string[] } | { readonly why: string }> {
  for (let name = above(apex); ; name = above(name)) {
    const { status, records, why } = await recursor.find(name, NS);
    if (status === 'failed') return { why: why ?? 'no answer' };
    if (records.length > 0) return { parent: name, servers: records.map(({ rdata }) => nameText(rdata)) };
    if (name === '.') return { why: 'the resolver knows no servers of the root zone' };
  }
}

/** Without its first label; escaped dots don't part labels. */
function above(name: string): string {
  return /^(?:\\.|[^.\\])+\.(.*)$/.exec(name)?.[1] || '.';
}

async function firstAnswer(
  asker: Asker,
  recursor: Recursor,
  servers: readonly string[],
  { name, port }: { readonly name: string; readonly port: number },
): Promise<{ readonly server: Endpoint; readonly message: Message } | { readonly why: string }> {
  let why = 'Servers of the zone above have no address.';
  for (const host of servers.slice(0, MOST_SERVERS)) {
    const addresses = await addressesOfHost(recursor, host);
    if ('why' in addresses) {
      why = `The address of ${shown(host)} can't be found: ${addresses.why}.`;
      continue;
    }
    for (const address of addresses.slice(0, 2)) {
      const server = { address, port },
        message = await asker.ask(server, { name, type: NS, recursive: false });
      if (failed(message)) why = `${shown(host)} (${endpointText(server)}) ${failureWords(message)}.`;
      else if (message.rcode !== NOERROR && message.rcode !== 3)
        why = `${shown(host)} (${endpointText(server)}) answers ${rcodeName(message.rcode)}.`;
      else return { server, message };
    }
  }
  return { why };
}

function glueIn(
  { additional }: Message,
  nameServers: readonly string[],
): readonly { readonly name: string; readonly address: string }[] {
  return additional
    .filter(({ owner, type }) => (type === A || type === AAAA) && nameServers.includes(owner))
    .map(({ owner, rdata }) => ({ name: owner, address: addressText(rdata) }));
}

function nsProblems({ apex, own }: ZoneFacts, parent: string, there: readonly string[]): readonly string[] {
  const here = [...(own.get(rrsetKey(apex, NS))?.rdata.values() ?? [])].map(({ octets }) => nameText(octets)),
    onlyHere = here.filter((name) => !there.includes(name)),
    onlyThere = there.filter((name) => !here.includes(name));
  return [
    ...(onlyHere.length === 0
      ? []
      : [`The zone names ${list(onlyHere)}, but ${shown(parent)} doesn't: resolvers may never ask there.`]),
    ...(onlyThere.length === 0
      ? []
      : [
          `${shown(parent)} names ${list(onlyThere)}, but the zone doesn't: resolvers ask a server that may not have it.`,
        ]),
  ];
}

function glueProblems(
  { apex, own, glue }: ZoneFacts,
  parent: string,
  given: readonly { readonly name: string; readonly address: string }[],
): readonly string[] {
  const names = [...new Set(given.map(({ name }) => name))];
  return names.flatMap((name) => {
    if (name !== apex && !name.endsWith(`.${apex}`)) return [];
    const there = given.filter((one) => one.name === name).map(({ address }) => address),
      here = [A, AAAA].flatMap((type) => textsOf(own.get(rrsetKey(name, type)) ?? glue.get(rrsetKey(name, type))));
    const differ = there.filter((address) => !here.includes(address));
    return differ.length === 0
      ? []
      : [
          `The glue for ${shown(name)} in ${shown(parent)} is ${differ.join(', ')}, but the zone says ${here.length === 0 ? 'nothing' : here.join(', ')}.`,
        ];
  });
}

function dsProblems({ apex, own }: ZoneFacts, ds: readonly LiveRecord[], live: Rrsets): readonly string[] {
  const keys = [own.get(rrsetKey(apex, DNSKEY)), live.get(rrsetKey(apex, DNSKEY))].flatMap((rrset) =>
      [...(rrset?.rdata.values() ?? [])].map(({ octets }) => octets),
    ),
    name = nameOctets(apex);
  if (name === undefined) return [];
  if (ds.length === 0)
    return keys.length === 0
      ? []
      : [`${shown(apex)} is signed, but the zone above has no DS record, so resolvers don't validate it.`];
  if (keys.length === 0)
    return [`The zone above has a DS record, but ${shown(apex)} isn't signed: validating resolvers refuse it.`];
  const fits = ds.some(({ rdata }) => {
    const tag = ((rdata[0] ?? 0) << 8) | (rdata[1] ?? 0),
      [, , algorithm, digestType = 0] = rdata;
    return keys.some((key) => {
      if (keyTag(key) !== tag || key[3] !== algorithm) return false;
      const digest = dsDigest(name, key, digestType);
      return digest === undefined || digest.every((octet, k) => octet === rdata[k + 4]);
    });
  });
  return fits
    ? []
    : [`No DS record in the zone above fits a key of ${shown(apex)}: validating resolvers refuse the zone.`];
}

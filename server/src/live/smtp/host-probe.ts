import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { addressOctets, reverseName } from '../../text/address.ts';
import { lookupName, plainName } from '../../mail/dns/resolver.ts';
import type { TlsaData } from '../../mail/dns/resolver.ts';
import type { MailHost } from '../../findings/lint-settings.ts';
import { isHostName } from '../../mail/grammar/report-uri.ts';
import { mtaStsMatches, parseMtaStsPolicy } from '../../mail/mta-sts/mta-sts.ts';
import { absoluteName } from '../../config/zone-files/zone-name.ts';
import { A, AAAA, PTR, TLSA } from '../../zone/rrtypes/codes.ts';
import type { Recursor } from '../asking/recursor.ts';
import { addressesOfHost } from '../asking/recursor.ts';
import { answerOf } from '../outside/answers.ts';
import type { SmtpConnect, SmtpLimits, TlsFacts } from './connection.ts';
import { usualSmtpLimits } from './connection.ts';
import { converse } from './dialog.ts';
import type { Conversation } from './dialog.ts';

export type ProbeState = 'good' | 'doubtful' | 'bad' | 'unknown';

/** One thing that was seen, in a sentence. */
export interface ProbeNote {
  readonly state: ProbeState;
  readonly text: string;
}

export interface AddressProbe extends Omit<Conversation, 'tls'> {
  /** Names that the address leads to, without the final dot. */
  readonly pointers: readonly string[];
  readonly certificate: Omit<TlsFacts, 'chain'> | null;
  readonly notes: readonly ProbeNote[];
}

export interface Probe {
  /** Without the final dot. */
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly asked: number;
  readonly addresses: readonly AddressProbe[];
  /** TLSA records for port 25 in presentation form. */
  readonly tlsa: readonly string[];
  /** About the host as a whole. */
  readonly notes: readonly ProbeNote[];
  readonly state: ProbeState;
  /** What the setting `zonewright.mail.hosts` takes; null where nothing was learned. */
  readonly settings: MailHost | null;
}

export interface ProbeRequest {
  /** Absolute. */
  readonly host: string;
  readonly ports: readonly number[];
  readonly helo: string | undefined;
  /** The mail domain whose MTA-STS policy is to list the host, and the policy's text, or why there is none; undefined where that wasn't asked. */
  readonly policy: { readonly domain: string; readonly text: string | undefined; readonly why: string } | undefined;
  readonly now: number;
  readonly limits?: SmtpLimits;
}

/** Addresses of a host that are asked. */
const MOST_ADDRESSES = 8;

/** Milliseconds in a day, and days before the end of a certificate that are worth a word. */
const DAY = 86_400_000,
  FEW_DAYS = 14;

const ranks: Readonly<Record<ProbeState, number>> = { unknown: 0, good: 1, doubtful: 2, bad: 3 };
const worstNote = (notes: readonly ProbeNote[]): ProbeState =>
  notes.reduce<ProbeState>((worst, { state }) => (ranks[state] > ranks[worst] ? state : worst), 'unknown');

/** Connects to each address of a mail host and says what a sending server sees before it sends. */
export async function probeHost(connect: SmtpConnect, recursor: Recursor, request: ProbeRequest): Promise<Probe> {
  const { host, ports, policy, now } = request,
    shown = plainName(host),
    base = { host: shown, asked: now, addresses: [], tlsa: [], settings: null };
  const whole = (note: ProbeNote): Probe => ({ ...base, notes: [note], state: note.state });
  const literal = addressOctets(shown),
    addresses = literal === undefined ? await addressesOfHost(recursor, host) : [shown];
  if ('why' in addresses)
    return whole({ state: 'unknown', text: `The addresses of ${shown} can't be found: ${addresses.why}.` });
  if (addresses.length === 0)
    return whole({ state: 'bad', text: `${shown} has no A or AAAA record, so mail can't be delivered.` });
  const tlsa = answerOf(await recursor.find(`_25._tcp.${host}`, TLSA), 'TLSA').records,
    probes: AddressProbe[] = [];
  for (const address of addresses.slice(0, MOST_ADDRESSES))
    for (const port of ports) {
      const said = await converse(connect, { address, port }, shown, request.limits ?? usualSmtpLimits, request.helo),
        { tls, ...conversation } = said,
        pointers = await pointersOf(recursor, address);
      const certificate = tls === null ? null : withoutChain(tls);
      probes.push({
        ...conversation,
        pointers: pointers.map(({ name }) => name),
        certificate,
        notes: [
          ...(await bannerNotes(recursor, said, shown, pointers)),
          ...tlsNotes(said, shown, now),
          ...(tls === null || tlsa.length === 0 ? [] : [tlsaNote(tls, tlsa, shown)]),
        ],
      });
    }
  const notes = policy === undefined ? [] : [policyNote(policy, shown)];
  return {
    ...base,
    addresses: probes,
    tlsa: tlsa.map(({ usage, selector, matchingType, data }) => `${usage} ${selector} ${matchingType} ${data}`),
    notes,
    state: worstNote([...notes, ...probes.flatMap((probe) => probe.notes)]),
    settings: settingsOf(shown, probes, now),
  };
}

function withoutChain({ chain: _, ...facts }: TlsFacts): Omit<TlsFacts, 'chain'> {
  return facts;
}

interface Pointer {
  readonly name: string;
  /** Whether the name leads back to the address. */
  readonly isConfirmed: boolean;
}

async function pointersOf(recursor: Recursor, address: string): Promise<readonly Pointer[]> {
  const octets = addressOctets(address);
  if (octets === undefined) return [];
  const { records } = answerOf(await recursor.find(reverseName(octets), PTR), 'PTR');
  return Promise.all(
    records.slice(0, MOST_ADDRESSES).map(async (name) => {
      const back = await addressesOfHost(recursor, name);
      return { name: plainName(name), isConfirmed: !('why' in back) && back.includes(address) };
    }),
  );
}

async function bannerNotes(
  recursor: Recursor,
  { address, banner, trouble, greeting }: Conversation,
  host: string,
  pointers: readonly Pointer[],
): Promise<readonly ProbeNote[]> {
  const notes: ProbeNote[] = [];
  if (trouble !== null) notes.push({ state: 'bad', text: `${host} ${trouble}.` });
  if (pointers.length === 0)
    notes.push({ state: 'bad', text: `${address} has no PTR record, so many receivers refuse its mail.` });
  else if (!pointers.some(({ isConfirmed }) => isConfirmed))
    notes.push({
      state: 'bad',
      text: `The PTR record of ${address} says ${pointers[0]?.name ?? ''}, which doesn't resolve back to it.`,
    });
  if (greeting === null || trouble !== null) return notes;
  const name = banner === null || !isHostName(banner) ? undefined : lookupName(banner);
  if (banner === null || name === undefined)
    notes.push({ state: 'doubtful', text: `${host} doesn't greet with a full host name.` });
  else if (pointers.length > 0 && !pointers.some((pointer) => same(pointer.name, banner)))
    notes.push({
      state: 'doubtful',
      text: `${host} greets as ${banner}, but the PTR record of ${address} says ${pointers.map((pointer) => pointer.name).join(', ')}.`,
    });
  else if (!same(banner, host)) {
    const found = await Promise.all([recursor.find(name, A), recursor.find(name, AAAA)]),
      own = [answerOf(found[0], 'A').records, answerOf(found[1], 'AAAA').records].flat();
    notes.push(
      own.includes(address)
        ? { state: 'good', text: `It greets as ${banner}, which has the same address.` }
        : { state: 'doubtful', text: `${host} greets as ${banner}, which doesn't have the address ${address}.` },
    );
  } else notes.push({ state: 'good', text: `It greets as ${banner}.` });
  return notes;
}

const same = (one: string, other: string): boolean =>
  one.replace(/\.$/, '').toLowerCase() === other.replace(/\.$/, '').toLowerCase();

function tlsNotes({ startTls, tls }: Conversation, host: string, now: number): readonly ProbeNote[] {
  if (startTls === 'not-offered')
    return [{ state: 'doubtful', text: `${host} doesn't offer STARTTLS: mail arrives unencrypted.` }];
  if (tls === null) return [];
  const { names, validFrom, validTo, untrusted, issuer, protocol } = tls,
    notes: ProbeNote[] = [],
    day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  if (!names.some((name) => mtaStsMatches(name, host)))
    notes.push({
      state: 'bad',
      text: `The certificate is for ${names.length === 0 ? 'no name' : names.join(', ')}, not ${host}: senders that check names don't deliver.`,
    });
  if (now > validTo) notes.push({ state: 'bad', text: `The certificate expired on ${day(validTo)}.` });
  else if (now < validFrom) notes.push({ state: 'bad', text: `The certificate isn't valid before ${day(validFrom)}.` });
  else if (validTo - now < FEW_DAYS * DAY)
    notes.push({ state: 'doubtful', text: `The certificate expires on ${day(validTo)}.` });
  if (untrusted !== null) notes.push({ state: 'doubtful', text: `The certificate isn't trusted: ${untrusted}.` });
  if (notes.length === 0)
    notes.push({
      state: 'good',
      text: `${protocol}, certificate for ${names.join(', ')} by ${issuer}, valid to ${day(validTo)}.`,
    });
  return notes;
}

/** Usages of certificates: the server's own, or an authority above it (RFC 6698 §2.1.1). For mail only 2 and 3 count (RFC 7672 §3.1.3). */
const DANE_TA = 2,
  DANE_EE = 3;

function tlsaNote({ chain }: TlsFacts, records: readonly TlsaData[], host: string): ProbeNote {
  const fits = records.some(({ usage, selector, matchingType, data }) => {
    const candidates = usage === DANE_EE ? chain.slice(0, 1) : usage === DANE_TA ? chain : [];
    return candidates.some(({ certificate, publicKey }) => {
      const octets = selector === 0 ? certificate : publicKey,
        value = matchingType === 0 ? octets : matchingType === 1 ? sha256(octets) : sha512(octets);
      return Array.from(value, (octet) => octet.toString(16).padStart(2, '0')).join('') === data;
    });
  });
  return fits
    ? { state: 'good', text: 'A TLSA record fits the certificate.' }
    : {
        state: 'bad',
        text: `No TLSA record of ${host} fits its certificate: if the zone is signed, senders that support DANE don't deliver.`,
      };
}

function policyNote({ domain, text, why }: NonNullable<ProbeRequest['policy']>, host: string): ProbeNote {
  if (text === undefined) return { state: 'bad', text: `The MTA-STS policy of ${domain} can't be fetched: ${why}.` };
  const { mode, mx } = parseMtaStsPolicy(text);
  if (mode === undefined) return { state: 'bad', text: `The MTA-STS policy of ${domain} has no valid mode.` };
  return mode === 'none' || mx.some(({ value }) => mtaStsMatches(value, host))
    ? { state: 'good', text: `The MTA-STS policy of ${domain} (${mode}) allows ${host}.` }
    : {
        state: mode === 'enforce' ? 'bad' : 'doubtful',
        text: `The MTA-STS policy of ${domain} (${mode}) doesn't list ${host}.`,
      };
}

/** What the first address that spoke on port 25 says about the host, where it is fit for settings: names that aren't names stay out. */
function settingsOf(host: string, probes: readonly AddressProbe[], now: number): MailHost | null {
  const found = probes.find(({ banner }) => banner !== null);
  if (found === undefined) return null;
  const banner =
      found.banner === null || !isHostName(found.banner) ? undefined : absoluteName(found.banner)?.slice(0, -1),
    names = (found.certificate?.names ?? []).flatMap((name) => absoluteName(name)?.slice(0, -1) ?? []);
  return {
    host,
    ...(banner === undefined ? {} : { banner }),
    ...(found.certificate === null ? {} : { certificateNames: names }),
    asked: new Date(now).toISOString().slice(0, 10),
  };
}

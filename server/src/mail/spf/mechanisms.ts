/** Whether a mechanism matches the sending address (RFC 7208 §5); all but `include`, which check_host() does itself. */

import { addressBits, formatAddress, inNetwork, parseAddress, reverseName, sameAddress } from './syntax/address.ts';
import { expandDomain } from './expand.ts';
import type { MacroValues } from './expand.ts';
import { mostMxRecords, mostPtrNames } from './limits.ts';
import type { DomainSpec, MacroString, Mechanism } from './syntax/spf-record.ts';
import { ask, fromPlain, fromRecord, isStop, spend, stopAt } from './check-run.ts';
import type { AskOptions, QueryName, CheckRun, Step, Stop } from './check-run.ts';

export interface Matched {
  readonly matches: boolean;
  /** Why, in plain words. */
  readonly detail: string;
}

/** Asks nothing: `%{p}` is put in by whoever may ask. */
export function macroValues(run: CheckRun, domain: string, validatedName: () => string): MacroValues {
  const { sender, localPart, senderDomain, ip, helo, options } = run;
  const time = options.clock() / 1000;
  return { sender, localPart, senderDomain, domain, ip, helo, receiver: options.receiver, time, validatedName };
}

/** The <target-name>: the domain-spec expanded, or the domain itself where there is none (§4.8). */
export function targetName(run: CheckRun, step: Step, spec: DomainSpec | undefined): string | Stop {
  if (spec === undefined) return step.domain;
  let stopped: Stop | undefined;
  const name = expandDomain(
    spec,
    macroValues(run, step.domain, () => {
      const found = stopped ?? validatedName(run, step, { countVoid: true });
      if (typeof found === 'string') return found;
      stopped = found;
      return 'unknown';
    }),
  );
  return stopped ?? name;
}

/** Terms with the local part in them match nothing where it isn't ASCII (RFC 8616 §4). */
export function namesForeignLocalPart(run: CheckRun, macros: MacroString | undefined): boolean {
  if (/^[\x00-\x7f]*$/.test(run.localPart)) return false;
  return macros?.parts.some((part) => part.kind === 'macro' && (part.letter === 'l' || part.letter === 's')) === true;
}

export function matchMechanism(run: CheckRun, step: Step, mechanism: Mechanism): Matched | Stop {
  switch (mechanism.known) {
    case 'all':
      return { matches: true, detail: 'It matches every address.' };
    case 'ip4':
    case 'ip6':
      return matchNetwork(run, mechanism);
    default:
      break;
  }
  const limit = spend(run, step, mechanism);
  if (limit !== undefined) return limit;
  if (namesForeignLocalPart(run, mechanism.domain))
    return { matches: false, detail: `The local part isn't ASCII, so it can't be part of a name.` };
  const target = targetName(run, step, mechanism.domain);
  if (typeof target !== 'string') return target;
  switch (mechanism.known) {
    case 'a':
      return matchHosts(run, step, mechanism, [fromPlain(target)]);
    case 'mx':
      return matchMx(run, step, mechanism, target);
    case 'exists':
      return matchExists(run, step, target);
    case 'ptr':
      return matchPtr(run, step, target);
    default:
      return { matches: false, detail: '' };
  }
}

function matchNetwork(run: CheckRun, mechanism: Mechanism): Matched {
  const ip = formatAddress(run.ip);
  const network = mechanism.network?.address;
  if (network === undefined) return { matches: false, detail: '' };
  if (network.version !== run.ip.version)
    return { matches: false, detail: `${ip} is an IPv${run.ip.version} address.` };
  const prefix = (mechanism.cidr4 ?? mechanism.cidr6)?.value ?? addressBits(network.version);
  const matches = inNetwork(run.ip, network, prefix);
  return { matches, detail: `${ip} ${matches ? 'is' : `isn't`} in ${formatAddress(network)}/${prefix}.` };
}

/** `a`, and the second half of `mx`: the type of look-up is that of the connection (§5.3). */
function matchHosts(run: CheckRun, step: Step, mechanism: Mechanism, hosts: readonly QueryName[]): Matched | Stop {
  const { ip } = run;
  const prefix = (ip.version === 4 ? mechanism.cidr4 : mechanism.cidr6)?.value ?? addressBits(ip.version);
  const found: string[] = [];
  let matches = false;
  // Every host is looked up before any is compared: so says §5.4, and so the verdict depends on no order among equal preferences.
  for (const host of hosts) {
    const answer = ask(run, step, host, ip.version === 4 ? 'A' : 'AAAA', { countVoid: true });
    if (isStop(answer)) return answer;
    for (const text of answer.records) {
      const address = parseAddress(text);
      if (address === undefined) continue;
      found.push(text);
      if (inNetwork(ip, address, prefix)) matches = true;
    }
  }
  if (found.length === 0)
    return { matches, detail: `${hosts.map((host) => host.plain).join(', ')} has no IPv${ip.version} address.` };
  const within = prefix === addressBits(ip.version) ? '' : `/${prefix}`;
  return { matches, detail: hostDetail(formatAddress(ip), matches, found, within) };
}

/** `within`: the prefix length, such as `/24`; empty where a whole address is compared. */
function hostDetail(ip: string, matches: boolean, found: readonly string[], within: string): string {
  const list = found.map((text) => text + within).join(', ');
  if (within !== '') return `${ip} ${matches ? 'is' : `isn't`} in ${list}.`;
  if (found.length === 1) return matches ? `${ip} is its address.` : `${ip} isn't ${list}.`;
  return `${ip} ${matches ? 'is' : `isn't`} one of ${list}.`;
}

function matchMx(run: CheckRun, step: Step, mechanism: Mechanism, target: string): Matched | Stop {
  const answer = ask(run, step, fromPlain(target), 'MX', { countVoid: true });
  if (isStop(answer)) return answer;
  if (answer.records.length > mostMxRecords) {
    return stopAt(
      step,
      'permerror',
      'mx-limit',
      `${target} has ${answer.records.length} MX records, and receivers allow ${mostMxRecords}.`,
    );
  }
  // A null MX (RFC 7505 §3) names no host; nothing is asked for it.
  const hosts = answer.records
    .toSorted((a, b) => a.preference - b.preference)
    .map((mx) => fromRecord(mx.exchange))
    .filter((host) => host.plain !== '');
  if (hosts.length === 0) return { matches: false, detail: `${target} has no MX host.` };
  return matchHosts(run, step, mechanism, hosts);
}

function matchExists(run: CheckRun, step: Step, target: string): Matched | Stop {
  const answer = ask(run, step, fromPlain(target), 'A', { countVoid: true });
  if (isStop(answer)) return answer;
  const matches = answer.records.length > 0;
  return { matches, detail: `${target} has ${matches ? 'an' : 'no'} A record.` };
}

function matchPtr(run: CheckRun, step: Step, target: string): Matched | Stop {
  const names = validatedNames(run, step, { countVoid: true });
  if (isStop(names)) return names;
  const within = (name: string): boolean => isAtOrBelow(name, target);
  const name = names.valid.find(within);
  if (name !== undefined) return { matches: true, detail: `${formatAddress(run.ip)} is ${name}.` };
  if (names.undecided !== undefined && names.undecidedNames.some(within)) return names.undecided;
  return { matches: false, detail: `${formatAddress(run.ip)} has no valid name in ${target}.` };
}

function isAtOrBelow(name: string, target: string): boolean {
  return name.toLowerCase() === target.toLowerCase() || name.toLowerCase().endsWith(`.${target.toLowerCase()}`);
}

interface ValidatedNames {
  /** Without final dots. */
  readonly valid: readonly string[];
  /** Names about whose addresses the zones at hand say nothing, and the stop that they would be. */
  readonly undecidedNames: readonly string[];
  readonly undecided: Stop | undefined;
}

/** The names of the sending address that resolve back to it (§5.5). Errors make a name invalid, no more; void look-ups count. */
function validatedNames(run: CheckRun, step: Step, options: AskOptions): ValidatedNames | Stop {
  const answer = ask(run, step, fromPlain(reverseName(run.ip)), 'PTR', { ...options, tolerant: true });
  if (isStop(answer)) return answer;
  if (answer.status === 'unknown') {
    return stopAt(
      step,
      'temperror',
      'unknown',
      `No zone here contains the PTR record of ${formatAddress(run.ip)}.`,
      `${reverseName(run.ip)}.`,
    );
  }
  const valid: string[] = [];
  const undecidedNames: string[] = [];
  for (const target of answer.records.slice(0, mostPtrNames)) {
    const name = fromRecord(target);
    const addresses = ask(run, step, name, run.ip.version === 4 ? 'A' : 'AAAA', { ...options, tolerant: true });
    if (isStop(addresses)) return addresses;
    if (addresses.status === 'unknown') undecidedNames.push(name.plain);
    if (addresses.records.some((text) => isAddress(text, run))) valid.push(name.plain);
  }
  const undecided =
    undecidedNames.length === 0
      ? undefined
      : stopAt(
          step,
          'temperror',
          'unknown',
          `No zone here contains the addresses of ${undecidedNames.join(', ')}.`,
          `${undecidedNames[0] ?? ''}.`,
        );
  return { valid, undecidedNames, undecided };
}

function isAddress(text: string, run: CheckRun): boolean {
  const address = parseAddress(text);
  return address !== undefined && sameAddress(address, run.ip);
}

/** `%{p}` (§7.3): the domain itself if it is valid, else a name below it, else any, else `unknown`. */
export function validatedName(run: CheckRun, step: Step, options: AskOptions): string | Stop {
  const names = validatedNames(run, step, options);
  if (isStop(names)) return names;
  const exact = names.valid.find((name) => name.toLowerCase() === step.domain.toLowerCase());
  const best = exact ?? names.valid.find((name) => isAtOrBelow(name, step.domain)) ?? names.valid[0];
  return best ?? (options.countVoid ? names.undecided : undefined) ?? 'unknown';
}

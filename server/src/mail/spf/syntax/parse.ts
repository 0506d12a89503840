/** Reads an SPF record (RFC 7208 §4.5, §4.6.1, §5, §6, §7, §12). Total: any text gives a record. */

import { parseIp4, parseIp6 } from './address.ts';
import { domainFaults, macroFaults, parseDomainSpec, parseMacroString } from './macro-syntax.ts';
import { mechanismNames, modifierNames } from './spf-record.ts';
import type {
  CidrLength,
  DomainSpec,
  Fault,
  FaultKind,
  Mechanism,
  MechanismName,
  Modifier,
  ModifierName,
  NetworkPart,
  Part,
  Qualifier,
  SpfRecord,
  SpfTerm,
} from './spf-record.ts';
import { isSpf, versionSection } from './version.ts';

export { isSpf } from './version.ts';

/**
 * `text` is the joined strings of a TXT record, one character per octet; offsets are octets in it.
 * Where the version section is only nearly right, what follows it is read all the same; where there is nothing like one, there are no terms.
 */
export function parseSpf(text: string): SpfRecord {
  const version = versionSection(text);
  const terms = version === undefined ? [] : parseTerms(text, version.termsStart);
  const mechanisms = terms.filter((term) => term.kind === 'mechanism');
  const modifiers = terms.filter((term) => term.kind === 'modifier');
  const faults = terms.flatMap((term) => term.faults);
  return {
    text,
    version,
    terms,
    mechanisms,
    redirect: modifiers.find((modifier) => modifier.known === 'redirect'),
    exp: modifiers.find((modifier) => modifier.known === 'exp'),
    faults,
    valid: isSpf(text) && faults.length === 0,
  };
}

/** One term that stands alone, for building records; `text` has no spaces. */
export function parseTerm(text: string): SpfTerm {
  return termAt({ start: 0, end: text.length, text }, new Set());
}

/** Terms are separated by one or more spaces, and by nothing else (§4.6.1). */
function parseTerms(text: string, from: number): readonly SpfTerm[] {
  const seen = new Set<ModifierName>();
  const terms: SpfTerm[] = [];
  for (const match of text.slice(from).matchAll(/[^ ]+/g)) {
    const start = from + match.index;
    terms.push(termAt({ start, end: start + match[0].length, text: match[0] }, seen));
  }
  return terms;
}

function termAt(whole: Part, seen: Set<ModifierName>): SpfTerm {
  const modifier = /^([a-z][a-z0-9_.-]*)=/i.exec(whole.text);
  return modifier === null ? mechanism(whole) : parseModifier(whole, modifier[1] ?? '', seen);
}

/** A piece of a part, by offsets within it. */
function piece(of: Part, from: number, to: number = of.text.length): Part {
  return { start: of.start + from, end: of.start + to, text: of.text.slice(from, to) };
}

function fault(kind: FaultKind, at: Part): Fault {
  return { kind, start: at.start, end: at.end, text: at.text };
}

/** Control characters and octets outside ASCII, which no term may hold (§3.1, §7.1). */
function octetFaults(whole: Part): readonly Fault[] {
  return [...whole.text.matchAll(/[^\x21-\x7e]+/g)].map((match) =>
    fault('octet', piece(whole, match.index, match.index + match[0].length)),
  );
}

function termFaults(whole: Part, others: readonly Fault[]): readonly Fault[] {
  return [...octetFaults(whole), ...others.filter((other) => other.kind !== 'octet')].toSorted(
    (a, b) => a.start - b.start,
  );
}

function parseModifier(whole: Part, name: string, seen: Set<ModifierName>): Modifier {
  const value = piece(whole, name.length + 1);
  const known = modifierNames.find((candidate) => candidate === name.toLowerCase());
  const common = { kind: 'modifier', ...whole, name: piece(whole, 0, name.length), known, value } as const;
  if (known === undefined) {
    const macros = parseMacroString(value.text, value.start);
    return { ...common, domain: undefined, macros, faults: termFaults(whole, macroFaults(macros)) };
  }
  const domain = parseDomainSpec(value.text, value.start);
  const faults =
    value.text === '' ? [fault('empty-argument', piece(whole, 0, name.length + 1))] : [...domainFaults(domain)];
  if (seen.has(known)) faults.push(fault('repeated-modifier', whole));
  seen.add(known);
  return { ...common, domain, macros: undefined, faults: termFaults(whole, faults) };
}

/** What a mechanism's own grammar makes of the text after its name. */
interface Argument {
  readonly domain?: DomainSpec;
  readonly network?: NetworkPart;
  readonly cidr4?: CidrLength | undefined;
  readonly cidr6?: CidrLength | undefined;
  readonly faults: readonly Fault[];
}

function mechanism(whole: Part): Mechanism {
  const signed = /^[-+~?]/.test(whole.text);
  const nameLength = /^[^:/]*/.exec(whole.text.slice(signed ? 1 : 0))?.[0].length ?? 0;
  const nameEnd = (signed ? 1 : 0) + nameLength;
  const name = piece(whole, signed ? 1 : 0, nameEnd);
  const rest = piece(whole, nameEnd);
  const known = mechanismNames.find((candidate) => candidate === name.text.toLowerCase());
  const argument: Argument =
    known === undefined
      ? { faults: [fault('unknown-mechanism', name.text === '' ? whole : name)] }
      : parseArgument(known, name, rest);
  return {
    kind: 'mechanism',
    ...whole,
    qualifier: signed ? (whole.text[0] as Qualifier) : '+',
    qualifierPart: signed ? piece(whole, 0, 1) : undefined,
    name,
    known,
    argument: rest.text.startsWith(':') ? piece(rest, 1) : undefined,
    domain: argument.domain,
    network: argument.network,
    cidr4: argument.cidr4,
    cidr6: argument.cidr6,
    faults: termFaults(whole, argument.faults),
  };
}

/** `rest` is empty, or begins with a colon or a slash. */
function parseArgument(known: MechanismName, name: Part, rest: Part): Argument {
  if (known === 'all') return { faults: rest.text === '' ? [] : [fault('unexpected-argument', rest)] };
  if (rest.text === '' || rest.text === ':') {
    if (rest.text === '' && (known === 'a' || known === 'mx' || known === 'ptr')) return { faults: [] };
    return {
      faults: [
        fault(rest.text === '' ? 'missing-argument' : 'empty-argument', {
          ...name,
          end: rest.end,
          text: name.text + rest.text,
        }),
      ],
    };
  }
  if (known === 'a' || known === 'mx') return parseHost(name, rest);
  if (rest.text.startsWith('/')) return { faults: [fault('cidr-syntax', rest)] };
  const argument = piece(rest, 1);
  if (known === 'ip4' || known === 'ip6') return parseNetwork(known, argument);
  return parsePlainDomain(argument);
}

/** `[ ":" domain-spec ] [ dual-cidr-length ]` of `a` and `mx` (§5.3, §5.4). */
function parseHost(name: Part, rest: Part): Argument {
  const colon = rest.text.startsWith(':');
  const body = colon ? piece(rest, 1) : rest;
  const match = /^(.*?)(\/\d+)?(\/\/\d+)?$/s.exec(body.text);
  const [hostLength, length4] = [match?.[1]?.length ?? 0, match?.[2]?.length ?? 0];
  const host = piece(body, 0, hostLength);
  const four = length4 === 0 ? undefined : cidrLength(piece(body, hostLength, hostLength + length4), 32);
  const six = match?.[3] === undefined ? undefined : cidrLength(piece(body, hostLength + length4), 128);
  const lengths: Argument = { cidr4: four, cidr6: six, faults: [...rangeFault(four), ...rangeFault(six)] };
  if (!colon) return host.text === '' ? lengths : { faults: [fault('cidr-syntax', rest)] };
  if (host.text === '')
    return { ...lengths, faults: [fault('empty-argument', { ...name, end: rest.start + 1, text: `${name.text}:` })] };
  const domain = parseDomainSpec(host.text, host.start);
  if (domain.endsIn !== 'neither' || domain.parts.some((part) => part.kind === 'bad')) {
    return { ...lengths, domain, faults: [...domainFaults(domain), ...lengths.faults] };
  }
  return slashedDomain(body) ?? { ...lengths, domain, faults: [...domainFaults(domain), ...lengths.faults] };
}

/** A good domain-spec, then slashes that are no prefix length: `example.com/24/64`. */
function slashedDomain(body: Part): Argument | undefined {
  const match = /^([^/]+)(\/.*)$/s.exec(body.text);
  if (match === null) return undefined;
  const domain = parseDomainSpec(match[1] ?? '', body.start);
  if (domain.endsIn === 'neither') return undefined;
  return { domain, faults: [...domainFaults(domain), fault('cidr-syntax', piece(body, domain.text.length))] };
}

/** The domain-spec of `include`, `exists` and `ptr`, where no prefix length may follow. */
function parsePlainDomain(argument: Part): Argument {
  const domain = parseDomainSpec(argument.text, argument.start);
  const faults = domainFaults(domain);
  if (faults.some((found) => found.kind === 'domain-end')) return slashedDomain(argument) ?? { domain, faults };
  return { domain, faults };
}

/** `ip4-network [ ip4-cidr-length ]`, `ip6-network [ ip6-cidr-length ]` (§5.6). */
function parseNetwork(known: 'ip4' | 'ip6', argument: Part): Argument {
  const slash = argument.text.indexOf('/');
  const text = slash < 0 ? argument : piece(argument, 0, slash);
  const network = { ...text, address: known === 'ip4' ? parseIp4(text.text) : parseIp6(text.text) };
  const faults: Fault[] = network.address === undefined ? [fault('address', text.text === '' ? argument : text)] : [];
  if (slash < 0) return { network, faults };
  const tail = piece(argument, slash);
  if (!/^\/\d+$/.test(tail.text)) return { network, faults: [...faults, fault('cidr-syntax', tail)] };
  const length = cidrLength(tail, known === 'ip4' ? 32 : 128);
  const lengths = known === 'ip4' ? { cidr4: length } : { cidr6: length };
  return { network, ...lengths, faults: [...faults, ...rangeFault(length)] };
}

/** No leading zeros, and within range (§12). */
function cidrLength(part: Part, max: 32 | 128): CidrLength {
  const digits = part.text.replace(/^\/+/, '');
  const good = /^(?:0|[1-9]\d{0,2})$/.test(digits) && Number(digits) <= max;
  return { ...part, value: good ? Number(digits) : undefined };
}

function rangeFault(length: CidrLength | undefined): readonly Fault[] {
  return length === undefined || length.value !== undefined ? [] : [fault('cidr-range', length)];
}

import { editDistance } from '../../text/near-miss.ts';
import type { Provider } from './provider.ts';
import { providers } from './providers-data.ts';

export type { Provider } from './provider.ts';
export { providers } from './providers-data.ts';

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

function matches(name: string, pattern: string): boolean {
  if (pattern.startsWith('=')) return name === pattern.slice(1);
  const [before, after] = pattern.split('*');
  if (before !== undefined && after !== undefined)
    return name.startsWith(before) && name.endsWith(after) && name.length > pattern.length - 1;
  return name === pattern || name.endsWith(`.${pattern}`);
}

const byId = new Map(providers.map((provider) => [provider.id, provider]));

export const providerById = (id: string): Provider | undefined => byId.get(id);

/** The provider whose MX host this is; names with or without the final dot, in any case. */
export function providerOfMx(host: string): Provider | undefined {
  const name = plain(host);
  return providers.find((provider) => provider.mx.hosts.some((pattern) => matches(name, pattern)));
}

/** The provider whose SPF record this is: the domain of an `include`, `redirect`, `a` or `exists`. Macros are allowed in front. */
export function providerOfInclude(domain: string): Provider | undefined {
  const name = plain(domain);
  const all = (provider: Provider): readonly string[] => [
    ...provider.spf.domains,
    ...Object.keys(provider.spf.legacy ?? {}),
  ];
  return providers.find((provider) => all(provider).some((pattern) => matches(name, pattern)));
}

/** The provider at which the alias of a DKIM key ends. */
export function providerOfDkimTarget(target: string): Provider | undefined {
  const name = plain(target);
  return providers.find((provider) => provider.dkim.targets.some((pattern) => matches(name, pattern)));
}

/** Why a name that works is out of date, and what stands in its place; undefined for every other name. */
export function legacyAdvice(
  kind: 'mx' | 'spf',
  name: string,
): { readonly provider: Provider; readonly advice: string } | undefined {
  const host = plain(name);
  for (const provider of providers) {
    const found = Object.entries(provider[kind].legacy ?? {}).find(([pattern]) => matches(host, pattern));
    if (found !== undefined) return { provider, advice: found[1] };
  }
  const provider = kind === 'mx' ? providerOfMx(name) : providerOfInclude(name);
  if (provider?.retired === undefined) return undefined;
  return {
    provider,
    advice: `${provider.name} hasn't handled mail since ${provider.retired.since}. ${provider.retired.instead}`,
  };
}

export interface NearProvider {
  readonly provider: Provider;
  /** The name as it should be, without the final dot. */
  readonly host: string;
}

const withoutPlaceholder = (name: string): boolean => !name.includes('{') && !name.includes('%');

/** Names that mistyped ones are compared with: whole MX hosts and SPF domains, and the fixed ends of the others. */
function knownNames(provider: Provider): readonly { readonly name: string; readonly whole: boolean }[] {
  const hosts = provider.mx.records.map((record) => plain(record.exchange)).filter(withoutPlaceholder);
  const patterns = [...provider.mx.hosts, ...provider.spf.domains];
  return [
    ...hosts.map((name) => ({ name, whole: true })),
    ...patterns
      .filter((pattern) => !pattern.includes('*'))
      .map((pattern) =>
        pattern.startsWith('=') ? { name: pattern.slice(1), whole: true } : { name: pattern, whole: false },
      ),
  ];
}

const labelCount = (name: string): number => name.split('.').length;

/** The label before the top-level domain. */
const registered = (name: string): string => name.split('.').at(-2) ?? '';

/**
 * The provider whose host or include was meant where it is mistyped by one or two letters, such as
 * `aspmx.l.gogle.com`. Undefined for names that are right, and for those that are near to nothing.
 */
export function nearProvider(host: string): NearProvider | undefined {
  const name = plain(host);
  if (providerOfMx(name) !== undefined || providerOfInclude(name) !== undefined) return undefined;
  let best: (NearProvider & { readonly distance: number }) | undefined;
  for (const provider of providers) {
    if (provider.retired !== undefined) continue;
    for (const known of knownNames(provider)) {
      const corrected = correct(name, known.name, known.whole);
      if (corrected !== undefined && (best === undefined || corrected.distance < best.distance))
        best = { provider, ...corrected };
    }
  }
  return best === undefined ? undefined : { provider: best.provider, host: best.host };
}

/** Short names are near to too much: `mx.zoho.com` to `mx.soho.com`, which may well be somebody's own. */
const longEnough = 11;
const registeredLongEnough = 6;

function correct(
  name: string,
  known: string,
  whole: boolean,
): { readonly host: string; readonly distance: number } | undefined {
  if (known.length < longEnough) return undefined;
  const labels = name.split('.');
  const extra = labels.length - labelCount(known);
  if (whole ? extra !== 0 : extra < 0) return undefined;
  const end = labels.slice(extra).join('.');
  const limit = known.length >= 18 ? 2 : 1;
  const distance = editDistance(end, known, limit);
  if (distance === 0 || distance > limit) return undefined;
  if (registered(end) !== registered(known) && registered(known).length < registeredLongEnough) return undefined;
  return { host: [...labels.slice(0, extra), known].join('.'), distance };
}

/** What stands in braces and has to be filled in by hand. */
const placeholders = /\{[^}]*\}/g;

function fill(template: string, domain: string): string {
  const name = plain(domain);
  // Microsoft makes up a name of its own for domains with a dash, so it is left for the reader to fill in.
  const dashed = name.includes('-') ? '{dashed}' : name.replace(/\./g, '-');
  return template.replace('{domain}', name).replace('{dashed}', dashed);
}

export interface ProviderMxRecord {
  readonly preference: number;
  /** Absolute. */
  readonly exchange: string;
  /** Words in braces that the provider's page tells, such as `{account}`. */
  readonly open: readonly string[];
}

/** The MX records that a provider asks for; none where it takes no mail. */
export function mxRecords(provider: Provider, domain: string): readonly ProviderMxRecord[] {
  return provider.mx.records.map(({ preference, exchange }) => {
    const filled = fill(exchange, domain);
    return { preference, exchange: filled, open: filled.match(placeholders) ?? [] };
  });
}

export interface ProviderTerm {
  /** Empty where none is needed. */
  readonly term: string;
  readonly open: readonly string[];
  readonly note: string;
}

/** The SPF term that a provider asks for. `%{i}` is a macro and stays. */
export function spfTerm(provider: Provider): ProviderTerm {
  const { term, note } = provider.spf;
  return { term, open: term.replace(/%\{[^}]*\}/g, '').match(placeholders) ?? [], note };
}

export interface ProviderDkimRecord {
  readonly owner: string;
  /** Absolute target of the alias. */
  readonly target: string;
  readonly open: readonly string[];
}

/** The aliases for DKIM, where the provider works with aliases and its selectors are the same for everybody. */
export function dkimRecords(provider: Provider, domain: string): readonly ProviderDkimRecord[] {
  const { type, selectors, target } = provider.dkim;
  if (type !== 'CNAME' || selectors.some((selector) => selector.includes('*')) || /\{selector \w/.test(target))
    return [];
  return selectors.map((selector) => {
    const number = /\d+$/.exec(selector)?.[0] ?? '{number}';
    const filled = fill(target, domain).replace('{selector}', selector).replace('{number}', number);
    return { owner: `${selector}._domainkey`, target: filled, open: filled.match(placeholders) ?? [] };
  });
}

/** Whether one MX record is all that a domain at this host needs. */
export const oneMxIsEnough = (host: string): boolean => providerOfMx(host)?.mx.single === true;

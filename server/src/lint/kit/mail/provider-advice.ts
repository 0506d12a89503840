import { editDistance } from '../../../text/near-miss.ts';
import { legacyAdvice, nearProvider, providers } from '../../../mail/providers/providers.ts';

/** What is to be said about the name of a provider's host or SPF record. */
export type ProviderAdvice =
  | { readonly kind: 'typo'; readonly provider: string /** Without final dot. */; readonly host: string }
  | { readonly kind: 'retired'; readonly provider: string; readonly advice: string }
  | { readonly kind: 'legacy'; readonly provider: string; readonly advice: string };

/** The last two labels of everything that providers have names in. */
const registered = new Set(
  providers.flatMap(({ mx, spf }) =>
    [
      ...mx.records.map(({ exchange }) => exchange),
      ...mx.hosts,
      ...Object.keys(mx.legacy ?? {}),
      ...spf.domains,
      ...Object.keys(spf.legacy ?? {}),
    ].map(lastTwo),
  ),
);
/** Whether last two labels are near to those of a provider: asked for names by the ten thousand, which share few of them. */
const nearRegistered = new Map<string, boolean>();
const mostKept = 4096,
  reach = 2;

function lastTwo(name: string): string {
  const plain = name.replace(/^=/, '').replace(/\.$/, '').toLowerCase(),
    dot = plain.lastIndexOf('.', plain.lastIndexOf('.') - 1);
  return plain.slice(dot + 1);
}

/** Whether there may be something to say about a name; false for nearly all that are no provider's. */
export function mayConcernProvider(name: string): boolean {
  const key = lastTwo(name),
    known = nearRegistered.get(key);
  if (known !== undefined) return known;
  if (nearRegistered.size >= mostKept) nearRegistered.clear();
  const near = [...registered].some((other) => editDistance(key, other, reach) <= reach);
  nearRegistered.set(key, near);
  return near;
}

/** Absolute names with or without the final dot. */
export function providerAdvice(kind: 'mx' | 'spf', name: string): ProviderAdvice | undefined {
  if (!mayConcernProvider(name)) return undefined;
  const legacy = legacyAdvice(kind, name);
  if (legacy !== undefined)
    return {
      kind: legacy.provider.retired === undefined ? 'legacy' : 'retired',
      provider: legacy.provider.name,
      advice: legacy.advice,
    };
  const near = nearProvider(name);
  return near === undefined ? undefined : { kind: 'typo', provider: near.provider.name, host: near.host };
}

import { removedTags } from './dmarc-record.ts';
import type { DmarcPolicy } from './dmarc-record.ts';
import { parseTagList } from '../grammar/tag-list.ts';

/** What a DMARC record should say; what is undefined is left as it is in an existing record, else at its default. */
export interface DmarcParts {
  readonly p?: DmarcPolicy | undefined;
  readonly sp?: DmarcPolicy | undefined;
  readonly np?: DmarcPolicy | undefined;
  readonly strictDkim?: boolean | undefined;
  readonly strictSpf?: boolean | undefined;
  readonly testing?: boolean | undefined;
  /** Mail addresses, with or without `mailto:`; an empty list removes the tag. */
  readonly rua?: readonly string[] | undefined;
  readonly ruf?: readonly string[] | undefined;
  /** Options of `fo=`, such as `1:d`; kept only beside `ruf`. */
  readonly fo?: string | undefined;
}

const order = ['p', 'sp', 'np', 'adkim', 'aspf', 'fo', 'psd', 't', 'rua', 'ruf'];

const uris = (addresses: readonly string[]): string =>
  addresses
    .map((address) => (/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `mailto:${address.replace(/!/g, '%21')}`))
    .join(',');

/**
 * A record of RFC 9989, or an existing one changed: unknown tags stay, tags that RFC 9989 removed go, and
 * everything stands in the order that older receivers expect.
 */
export function buildDmarc(parts: DmarcParts, existing = ''): string {
  const tags = new Map<string, string>();
  for (const tag of parseTagList(existing).tags) {
    const isRemoved = removedTags.some((name) => name === tag.name);
    if (tag.equals >= 0 && tag.name.toLowerCase() !== 'v' && !isRemoved && !tags.has(tag.name))
      tags.set(tag.name, tag.value);
  }
  const set = (name: string, value: string | undefined): void => {
    if (value === '') tags.delete(name);
    else if (value !== undefined) tags.set(name, value);
  };
  set('p', parts.p);
  set('sp', parts.sp);
  set('np', parts.np);
  set('adkim', parts.strictDkim === undefined ? undefined : parts.strictDkim ? 's' : '');
  set('aspf', parts.strictSpf === undefined ? undefined : parts.strictSpf ? 's' : '');
  set('t', parts.testing === undefined ? undefined : parts.testing ? 'y' : '');
  set('rua', parts.rua === undefined ? undefined : uris(parts.rua));
  set('ruf', parts.ruf === undefined ? undefined : uris(parts.ruf));
  set('fo', tags.has('ruf') ? parts.fo : '');
  if (!tags.has('p')) tags.set('p', 'none');
  const names = [
    ...order.filter((name) => tags.has(name)),
    ...[...tags.keys()].filter((name) => !order.includes(name)),
  ];
  return ['v=DMARC1', ...names.map((name) => `${name}=${tags.get(name) ?? ''}`)].join('; ');
}

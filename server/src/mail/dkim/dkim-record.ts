import { editDistance } from '../../text/near-miss.ts';
import { findTag, parseTagList, splitValue } from '../grammar/tag-list.ts';
import type { ListItem, Tag, TagList } from '../grammar/tag-list.ts';

/** A DKIM key record, read leniently (RFC 6376 §3.6.1). Everything that is wrong is told by `dkimProblems`. */
export interface DkimRecord {
  readonly text: string;
  readonly list: TagList;
  readonly version: Tag | undefined;
  readonly key: Tag | undefined;
  readonly keyTypeTag: Tag | undefined;
  /** `k=`, or the default `rsa`. */
  readonly keyType: string;
  readonly hashes: readonly ListItem[];
  readonly services: readonly ListItem[];
  readonly flags: readonly ListItem[];
}

/** Tags of the IANA registry “DKIM Key Record Tags”; `g` is historic there. */
export const dkimTags = ['v', 'g', 'h', 'k', 'n', 'p', 's', 't'] as const;

const items = (list: TagList, name: string): readonly ListItem[] => {
  const tag = findTag(list, name);
  return tag === undefined ? [] : splitValue(list.text, tag.valueSpan, ':').filter((item) => item.text !== '');
};

export function parseDkim(text: string): DkimRecord {
  const list = parseTagList(text);
  const keyTypeTag = findTag(list, 'k');
  return {
    text,
    list,
    version: findTag(list, 'v'),
    key: findTag(list, 'p'),
    keyTypeTag,
    keyType: keyTypeTag?.value ?? 'rsa',
    hashes: items(list, 'h'),
    services: items(list, 's'),
    flags: items(list, 't'),
  };
}

/** Whether base64 text begins like the DER of an RSA public key of 512 bits or more. */
export const looksLikeKey = (value: string): boolean => /^\s*(?:-----BEGIN|MI[A-Za-z0-9+/\s]{40})/.test(value);

/**
 * Whether a text was meant as a DKIM key, wherever it stands: also with the version in the wrong case or
 * place (`v=dkim1`), and without one where it holds a key.
 */
export function isDkim(text: string): boolean {
  const { tags } = parseTagList(text);
  for (const tag of tags) {
    const name = tag.name.toLowerCase().replace(/^"/, '');
    const value = tag.value.toUpperCase();
    if (name === 'v' && (value.startsWith('DKIM') || editDistance(value, 'DKIM1', 1) <= 1)) return true;
    if (name === 'p' && looksLikeKey(tag.value)) return true;
    if (name === 'k' && /^(?:rsa|ed25519)$/i.test(tag.value) && tags.some((other) => other.name === 'p')) return true;
  }
  return false;
}

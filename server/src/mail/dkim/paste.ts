import { splitStrings } from '../grammar/txt-strings.ts';
import { dkimKey, publishedKey, readKey } from './dkim-key.ts';
import type { DkimKey } from './dkim-key.ts';
import { parseDkim } from './dkim-record.ts';

/** What came of pasted text: a key to publish, an alias to a provider's key, or the reason why nothing did. */
export type PastedDkim =
  | {
      readonly kind: 'key';
      /** As far as the pasted text named them. */
      readonly selector?: string;
      readonly domain?: string;
      /** The text of the TXT record. */
      readonly text: string;
      readonly strings: readonly string[];
      readonly key: DkimKey;
    }
  | { readonly kind: 'alias'; readonly selector: string; readonly domain?: string; readonly target: string }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'privateKey' | 'certificate' | 'cutOff' | 'notAKey' };

const ownerPattern =
  /([A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)\._domainkey(?:\.([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?))?\.?(?![A-Za-z0-9-])/i;

/**
 * Reads what people paste: a PEM public key, the base64 alone, the text of a record (`v=DKIM1; …`),
 * or a whole zone-file line or provider page with owner and value, in one or several strings.
 */
export function dkimFromPaste(pasted: string): PastedDkim {
  const text = pasted.trim();
  if (text === '') return { kind: 'refused', reason: 'empty' };
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/i.test(text)) return { kind: 'refused', reason: 'privateKey' };
  if (/-----BEGIN [A-Z0-9 ]*CERTIFICATE-----/i.test(text)) return { kind: 'refused', reason: 'certificate' };
  return fromAlias(text) ?? withOwner(text, fromPem(text) ?? fromRecord(text) ?? fromBase64(text));
}

function withOwner(text: string, result: PastedDkim | undefined): PastedDkim {
  if (result === undefined) return { kind: 'refused', reason: isCutOff(text) ? 'cutOff' : 'notAKey' };
  if (result.kind !== 'key') return result;
  const owner = ownerPattern.exec(text);
  const domain = owner?.[2]?.toLowerCase();
  return {
    ...result,
    ...(owner?.[1] === undefined ? {} : { selector: owner[1] }),
    ...(domain === undefined ? {} : { domain }),
  };
}

/** Whether an RSA key begins there whose end is missing, as when one line of several was copied. */
function isCutOff(text: string): boolean {
  const begun = /\bMI[A-Za-z0-9+/\s]+/.exec(joinStrings(text))?.[0].replace(/\s+/g, '');
  // Four characters of base64 are three octets; what is left over says nothing.
  return begun !== undefined && readKey(begun.slice(0, begun.length - (begun.length % 4)), 'rsa').kind === 'truncated';
}

function fromAlias(text: string): PastedDkim | undefined {
  const owner = ownerPattern.exec(text);
  const target = /\bCNAME\b[\s:]*(?:[A-Za-z]+:\s*)?([A-Za-z0-9_][A-Za-z0-9._-]*\.[A-Za-z]{2,}\.?)/i.exec(text)?.[1];
  if (owner?.[1] === undefined || target === undefined) return undefined;
  const domain = owner[2]?.toLowerCase();
  return {
    kind: 'alias',
    selector: owner[1],
    ...(domain === undefined ? {} : { domain }),
    target: target.replace(/\.?$/, '.'),
  };
}

function publish(key: DkimKey, tags = ''): PastedDkim | undefined {
  const value = publishedKey(key);
  if (value === undefined) return undefined;
  const type = key.kind === 'ed25519' ? 'ed25519' : 'rsa';
  const text = `v=DKIM1; k=${type}; ${tags}p=${value}`;
  return { kind: 'key', text, strings: splitStrings(text), key: dkimKey(parseDkim(text)) };
}

function fromPem(text: string): PastedDkim | undefined {
  const body = /-----BEGIN [A-Z0-9 ]*PUBLIC KEY-----([\s\S]*?)-----END/i.exec(text)?.[1];
  return body === undefined ? undefined : publish(readKey(body.replace(/[^A-Za-z0-9+/=]/g, ''), 'rsa'));
}

function fromBase64(text: string): PastedDkim | undefined {
  return publish(readKey(text.replace(/\s+/g, ''), 'rsa'));
}

/** The strings of a zone-file line joined, or the text as it is where nothing is quoted. */
function joinStrings(text: string): string {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\[\s\S])*)"/g)].map((match) => match[1] ?? '');
  const joined = strings.some((string) => /[a-z]\s*=/i.test(string)) ? strings.join('') : text;
  return joined.replace(/\\(.)/g, '$1');
}

function fromRecord(text: string): PastedDkim | undefined {
  const joined = joinStrings(text);
  const start = joined.search(/(?:^|[\s(;:"])(?:v\s*=\s*DKIM|[kp]\s*=\s*[A-Za-z0-9+/])/i);
  if (start < 0) return undefined;
  const record = parseDkim(joined.slice(start).replace(/^[\s(;:"]+/, ''));
  if (record.key === undefined) return undefined;
  const kept = record.list.tags.filter((tag) => ['h', 's', 't', 'n'].includes(tag.name) && tag.duplicateOf < 0);
  const tags = kept.map((tag) => `${tag.name}=${tag.value}; `).join('');
  // Unquoted base64 may have been wrapped by the page that it was copied from; a closing parenthesis ends it.
  return publish(
    readKey(
      record.key.value.replace(/[\s)].*?$/s, (rest) => rest.replace(/[^A-Za-z0-9+/=]/g, '')),
      record.keyType,
    ),
    tags,
  );
}

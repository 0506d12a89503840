import type { Explanation, Span } from '../grammar/problem.ts';

/** A field of the rdata with its place in the text. */
export interface TlsaField extends Span {
  readonly text: string;
  /** Undefined where it is no number from 0 to 255. */
  readonly value: number | undefined;
}

/**
 * The rdata of a TLSA record in presentation format on one line (RFC 6698 §2.2): `3 1 1 0123…`. Parentheses and
 * white space are allowed anywhere. Offsets are those of the text.
 */
export interface TlsaRecord {
  readonly text: string;
  readonly usage: TlsaField | undefined;
  readonly selector: TlsaField | undefined;
  readonly matching: TlsaField | undefined;
  /** From the first to the last digit; undefined where there are none. */
  readonly data: Span | undefined;
  /** The digits without white space, in lower case; may hold what is no digit. */
  readonly hex: string;
}

export const usageNames = ['PKIX-TA', 'PKIX-EE', 'DANE-TA', 'DANE-EE'] as const;
export const selectorNames = ['Cert', 'SPKI'] as const;
export const matchingNames = ['Full', 'SHA2-256', 'SHA2-512'] as const;

export function parseTlsa(text: string): TlsaRecord {
  const tokens = [...text.matchAll(/[^\s()]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
  const field = (index: number): TlsaField | undefined => {
    const token = tokens[index];
    if (token === undefined) return undefined;
    const value = /^\d{1,3}$/.test(token.text) ? Number(token.text) : 256;
    return { ...token, value: value <= 255 ? value : undefined };
  };
  const rest = tokens.slice(3);
  const first = rest[0];
  const last = rest.at(-1);
  return {
    text,
    usage: field(0),
    selector: field(1),
    matching: field(2),
    data: first === undefined || last === undefined ? undefined : { start: first.start, end: last.end },
    hex: rest
      .map((token) => token.text)
      .join('')
      .toLowerCase(),
  };
}

/** The octets of the data, or undefined where it is not hexadecimal. */
export function tlsaOctets(record: TlsaRecord): Uint8Array | undefined {
  const { hex } = record;
  if (hex === '' || hex.length % 2 !== 0 || /[^0-9a-f]/.test(hex)) return undefined;
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const usages = [
  'The certificate must chain to this authority and also be valid under a public authority (PKIX-TA)',
  'The certificate must be this one and also be valid under a public authority (PKIX-EE)',
  "The certificate must chain to this trust anchor, which doesn't have to be public (DANE-TA)",
  'The certificate must be this one; clients check nothing more, not even its name and dates (DANE-EE)',
];
const selectors = [
  'Clients compare the whole certificate',
  'Clients compare only the public key, so renewing the certificate with the same key changes nothing',
];
const matchings = ['The data itself', 'Its SHA-256 digest', 'Its SHA-512 digest'];

function explain(field: TlsaField | undefined, words: readonly string[], what: string): readonly Explanation[] {
  if (field === undefined) return [];
  const text = field.value === undefined ? undefined : words[field.value];
  return [{ start: field.start, end: field.end, text: text ?? `Unknown ${what}; clients ignore the record` }];
}

/** The record field by field in plain words. */
export function explainTlsa(record: TlsaRecord): readonly Explanation[] {
  const octets = tlsaOctets(record);
  const data =
    record.data === undefined
      ? []
      : [
          {
            ...record.data,
            text: octets === undefined ? 'Not hexadecimal' : `${octets.length} octets to compare with`,
          },
        ];
  return [
    ...explain(record.usage, usages, 'certificate usage'),
    ...explain(record.selector, selectors, 'selector'),
    ...explain(record.matching, matchings, 'matching type'),
    ...data,
  ];
}

import type { RecordView } from '../../zone/model/record-view.ts';
import type { Span } from '../../zone/model/span.ts';
import { svcKeyByName, svcKeyByNumber } from '../../zone/rrtypes/kinds/svc-keys.ts';

/** One parameter of an SVCB or HTTPS record. */
export interface SvcParamView {
  readonly number: number;
  /** The registered name, or `keyNNNNN`. */
  readonly name: string;
  /** The value as on the wire (RFC 9460 §2.2). */
  readonly octets: Uint8Array;
  /** Key and value, quotation marks included. */
  readonly span: Span;
}

export const MANDATORY = 0,
  ALPN = 1,
  PORT = 3,
  IPV4HINT = 4,
  IPV6HINT = 6,
  DOHPATH = 7;

/** The parameters of an SVCB or HTTPS record that could be read, in order of their numbers. */
export function svcParamsOf(record: RecordView): readonly SvcParamView[] {
  const octets = record.field('params')?.octets,
    params: SvcParamView[] = [];
  if (octets === undefined) return params;
  const places = placesOf(record);
  for (let at = 0; at + 4 <= octets.length; ) {
    const number = (octets[at]! << 8) | octets[at + 1]!,
      length = (octets[at + 2]! << 8) | octets[at + 3]!;
    params.push({
      number,
      name: svcKeyByNumber(number)?.name ?? `key${number}`,
      octets: octets.subarray(at + 4, at + 4 + length),
      span: places.get(number) ?? record.span('params'),
    });
    at += 4 + length;
  }
  return params;
}

/** Where each key is written. A quoted value is a token of its own right behind `key=`. */
function placesOf(record: RecordView): ReadonlyMap<number, Span> {
  const places = new Map<number, Span>(),
    { tokens, rdataSpan } = record;
  for (let k = 2; k < tokens.length; k++) {
    const [start, end] = tokens[k]!,
      text = record.source({ ...rdataSpan, start, end }),
      key = /^[a-z0-9-]+/.exec(text)?.[0] ?? '';
    const next = text.endsWith('=') ? tokens[k + 1] : undefined,
      number = svcKeyByName(key)?.number ?? Number(/^key(\d+)$/.exec(key)?.[1] ?? NaN);
    if (!Number.isNaN(number))
      places.set(number, { ...rdataSpan, start, end: next !== undefined && next[0] === end ? next[1] : end });
  }
  return places;
}

/** The protocols of an `alpn` value, one JS character per octet (RFC 9460 §7.1.1). */
export function alpnIds(octets: Uint8Array): readonly string[] {
  const ids: string[] = [];
  for (let at = 0; at < octets.length; at += 1 + octets[at]!)
    ids.push(String.fromCharCode(...octets.subarray(at + 1, at + 1 + octets[at]!)));
  return ids;
}

/** The addresses of a hint, each as its octets (RFC 9460 §7.3). */
export function hintAddresses(octets: Uint8Array, width: 4 | 16): readonly Uint8Array[] {
  const addresses: Uint8Array[] = [];
  for (let at = 0; at + width <= octets.length; at += width) addresses.push(octets.subarray(at, at + width));
  return addresses;
}

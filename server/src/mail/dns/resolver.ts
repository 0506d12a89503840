/**
 * How mail checks ask the DNS. The workspace's zones answer first; a test may answer from a table.
 * Look-ups are synchronous and never throw.
 */

import { labelsOf, presentOctet } from '../../names/name-tree.ts';

/** RFC 1035 §3.3.9. */
export interface MxData {
  readonly preference: number;
  readonly exchange: string;
}

/** RFC 2782. */
export interface SrvData {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: string;
}

/** RFC 6698 §2.1. `data` is lower-case hexadecimal. */
export interface TlsaData {
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  readonly data: string;
}

/**
 * What a record of each type holds. Names are absolute, with a final dot, in presentation form.
 * A and AAAA are addresses in presentation form. TXT is a list of character strings, one character per octet.
 */
export interface RecordData {
  readonly A: string;
  readonly AAAA: string;
  readonly MX: MxData;
  readonly TXT: readonly string[];
  readonly PTR: string;
  readonly TLSA: TlsaData;
  readonly SRV: SrvData;
  readonly CNAME: string;
  readonly NS: string;
}

export type LookupType = keyof RecordData;

export type LookupStatus = 'ok' | 'nodata' | 'nxdomain' | 'timeout' | 'servfail' | 'unknown';

/**
 * - `ok`: at least one record.
 * - `nodata`: the name exists, the type doesn't there (RFC 2308 §2.2).
 * - `nxdomain`: there is no such name (RFC 2308 §2.1).
 * - `timeout`, `servfail`: no answer. A chain of CNAMEs without end is `servfail` (RFC 1034 §3.6.2).
 * - `unknown`: the name lies in no zone that this resolver knows, so nothing can be said.
 *
 * `records` is empty unless the status is `ok`.
 */
export interface Answer<T extends LookupType = LookupType> {
  readonly status: LookupStatus;
  readonly records: readonly RecordData[T][];
}

export interface Resolver {
  /**
   * `name` is absolute, in lower case, with a final dot, and escaped as BIND prints it (RFC 1035 §5.1).
   * The resolver follows CNAMEs, unless CNAME itself is asked for.
   */
  lookup<T extends LookupType>(name: string, type: T): Answer<T>;
}

const maxLabelOctets = 63;
/** Octets of a name on the wire, with its length octets and the root (RFC 1035 §2.3.4). */
const maxNameOctets = 255;

/**
 * The form in which a resolver is asked for a name that comes from elsewhere: from an address, a macro or a banner.
 * `raw` is split at each dot and knows no escapes; one character is one octet; a final dot may stand or not.
 * Undefined where this is no domain name: an empty label, a label of more than 63 octets, more than 255 octets in all.
 */
export function lookupName(raw: string): string | undefined {
  const labels = (raw.endsWith('.') ? raw.slice(0, -1) : raw).toLowerCase().split('.');
  const octets = labels.reduce((sum, label) => sum + label.length + 1, 1);
  if (octets > maxNameOctets) return undefined;
  if (labels.some((label) => label === '' || label.length > maxLabelOctets)) return undefined;
  return labels.map((label) => `${presentLabel(label)}.`).join('');
}

function presentLabel(label: string): string {
  let text = '';
  for (let at = 0; at < label.length; at++) text += presentOctet(label.charCodeAt(at) & 0xff);
  return text;
}

/** The other way round: an absolute name in presentation form as plain text without escapes and without the final dot. */
export function plainName(name: string): string {
  return (labelsOf(name) ?? [name]).join('.');
}

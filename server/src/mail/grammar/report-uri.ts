/** Lists of report addresses: `rua=` and `ruf=` of DMARC (RFC 9989 §4.6) and `rua=` of TLS-RPT (RFC 8460 §3). */

import type { Span } from './problem.ts';
import { splitValue } from './tag-list.ts';

export interface ReportUri extends Span {
  readonly text: string;
  /** `address` is a mail address without scheme; `text` is neither an address nor a URI. */
  readonly kind: 'mailto' | 'https' | 'other' | 'address' | 'text' | 'empty';
  /** In lower case, empty where there is none. */
  readonly scheme: string;
  /** The obsolete `!10m`, which reporters ignore. */
  readonly size: Span | undefined;
  /** `user@host` of a mailto URI or of a bare address. */
  readonly address: string;
  /** The host that gets the reports, in lower case; empty where it cannot be told. */
  readonly host: string;
}

const sizePattern = /!\d+[kmgt]?$/i;
const hostPattern = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*\.?$/;

/** Whether a host name is one that the public DNS never has (RFC 6761, RFC 6762 with its appendix G, RFC 8375), such as the `localhost.localdomain` of a host that nobody named. */
export const isInsideName = (host: string): boolean =>
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|invalid|home\.arpa)\.?$/i.test(host);

/** Whether this is a host name of two labels or more, in A-label form. */
export const isHostName = (host: string): boolean => host.length <= 253 && hostPattern.test(host.toLowerCase());

function authorityHost(rest: string): string {
  const authority = /^\/\/([^/?#]*)/.exec(rest)?.[1] ?? '';
  return authority.replace(/^.*@/, '').replace(/:\d*$/, '').toLowerCase();
}

function addressIn(rest: string): string {
  return rest
    .replace(/^\/+/, '')
    .replace(/[?#].*$/s, '')
    .trim();
}

const hostOf = (address: string): string => {
  const host = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return address.includes('@') ? host : '';
};

function parseUri(text: string, span: Span): ReportUri {
  const whole = text.slice(span.start, span.end);
  const sizeText = sizePattern.exec(whole)?.[0];
  const size = sizeText === undefined ? undefined : { start: span.end - sizeText.length, end: span.end };
  const bare = sizeText === undefined ? whole : whole.slice(0, -sizeText.length);
  const common = { ...span, text: whole, size };
  const none = { scheme: '', address: '', host: '' };
  if (bare === '') return { ...common, ...none, kind: 'empty' };
  const match = /^([a-z][a-z0-9+.-]*)\s*:(.*)$/is.exec(bare);
  if (match === null || (match[1] ?? '').includes('@')) {
    if (!/^[^\s@]+@[^\s@]+$/.test(bare)) return { ...common, ...none, kind: 'text' };
    return { ...common, scheme: '', address: bare, host: hostOf(bare), kind: 'address' };
  }
  const scheme = (match[1] ?? '').toLowerCase();
  const rest = match[2] ?? '';
  if (scheme !== 'mailto') {
    return { ...common, scheme, address: '', host: authorityHost(rest), kind: scheme === 'https' ? 'https' : 'other' };
  }
  const address = addressIn(rest);
  return { ...common, scheme, address, host: hostOf(address), kind: 'mailto' };
}

/** Splits the value at its commas. An empty value gives one URI of kind `empty`. */
export function parseReportUris(text: string, value: Span): readonly ReportUri[] {
  return splitValue(text, value, ',').map((item) => parseUri(text, item));
}

/** Whether reports can be sent there: an address with a host, or a URI with a host. */
export function isUsableUri(uri: ReportUri): boolean {
  if (uri.kind === 'mailto')
    return /^[^\s@]+@[^\s@]+$/.test(uri.address) && isHostName(uri.host) && !/\s/.test(uri.text);
  return (uri.kind === 'https' || uri.kind === 'other') && isHostName(uri.host) && !/\s/.test(uri.text);
}

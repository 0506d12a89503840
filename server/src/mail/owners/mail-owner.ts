/**
 * What an owner name says about mail: `_dmarc`, `sel._domainkey`, `_25._tcp.mail`, and what comes near to such a
 * name. A near miss alone is no fault, since `dmarc.example.com` may well be a web site; it counts together with
 * what the record says (see `owner-problems.ts`).
 */

import { editDistance } from '../../text/near-miss.ts';

export type MailOwnerKind =
  | 'dmarc'
  /** Below `_report._dmarc`: permission for reports (RFC 9990 §4). */
  | 'dmarcReport'
  | 'dkimKey'
  /** `_domainkey` itself: a policy of DomainKeys (RFC 4870). */
  | 'domainKeysPolicy'
  /** `_adsp._domainkey` and its predecessors (RFC 5617). */
  | 'adsp'
  | 'mtaSts'
  /** The host `mta-sts` that serves the policy. */
  | 'mtaStsHost'
  | 'tlsRpt'
  | 'bimi'
  | 'tlsa'
  /** SRV names of mail services (RFC 6186, RFC 8314). */
  | 'mailService'
  | 'autodiscover'
  | 'autoconfig';

export interface MailOwner {
  readonly kind: MailOwnerKind;
  /** False for a near miss. */
  readonly exact: boolean;
  /** How many labels from the left are not part of the domain that the record is for. */
  readonly count: number;
  /** Those labels as they should be, in lower case where they are fixed. */
  readonly expected: readonly string[];
  /** Selector of a DKIM key or BIMI record; the domain that reports are about. */
  readonly selector: readonly string[];
  /** A `*` stands where a selector, domain or port does. */
  readonly wildcard: boolean;
  /** Port of a TLSA record, undefined where it is `*` or no number. */
  readonly port?: number;
}

/** Mail services with SRV records and their usual ports: RFC 6186 §3, RFC 8314 §5.1, RFC 5804 §1.8. */
export const mailServices: Readonly<Record<string, readonly number[]>> = {
  _submission: [587],
  _submissions: [465],
  _imap: [143],
  _imaps: [993],
  _pop3: [110],
  _pop3s: [995],
  _sieve: [4190],
};

const exactOwner = (
  kind: MailOwnerKind,
  labels: readonly string[],
  count: number,
  more: Partial<MailOwner> = {},
): MailOwner => ({
  kind,
  exact: true,
  count,
  expected: labels.slice(0, count),
  selector: [],
  wildcard: false,
  ...more,
});

const nearOwner = (
  kind: MailOwnerKind,
  count: number,
  expected: readonly string[],
  selector: readonly string[] = [],
): MailOwner => ({
  kind,
  exact: false,
  count,
  expected,
  selector,
  wildcard: selector.includes('*'),
});

/** `_DOMAINKEY` and `_domainkey` are the same label (RFC 4343). */
const lower = (labels: readonly string[]): readonly string[] => labels.map((label) => label.toLowerCase());

function exact(labels: readonly string[]): MailOwner | undefined {
  const [first = '', second = ''] = labels;
  if (isProtocol(second)) return service(labels, first, second) ?? tlsa(labels, first, second);
  const report = labels.findIndex((label, index) => label === '_report' && labels[index + 1] === '_dmarc');
  if (report >= 0) {
    const selector = labels.slice(0, report);
    return exactOwner('dmarcReport', labels, report + 2, { selector, wildcard: selector.includes('*') });
  }
  if (first === '_dmarc' && second !== '_domainkey') return exactOwner('dmarc', labels, 1);
  const key = labels.indexOf('_domainkey');
  if (key === 0) return exactOwner('domainKeysPolicy', labels, 1);
  if (key === 1 && ['_adsp', '_asp', '_ssp', '_policy'].includes(first)) return exactOwner('adsp', labels, 2);
  if (key > 0)
    return exactOwner('dkimKey', labels, key + 1, {
      selector: labels.slice(0, key),
      wildcard: labels.slice(0, key).includes('*'),
    });
  if (first === '_mta-sts') return exactOwner('mtaSts', labels, 1);
  if (first === 'mta-sts') return exactOwner('mtaStsHost', labels, 1);
  if (first === '_smtp' && second === '_tls') return exactOwner('tlsRpt', labels, 2);
  const bimi = labels.indexOf('_bimi');
  if (bimi > 0)
    return exactOwner('bimi', labels, bimi + 1, {
      selector: labels.slice(0, bimi),
      wildcard: labels.slice(0, bimi).includes('*'),
    });
  return service(labels, first, second);
}

function service(labels: readonly string[], first: string, second: string): MailOwner | undefined {
  if (second === '_tcp' && first in mailServices) return exactOwner('mailService', labels, 2);
  if (first === 'autodiscover') return exactOwner('autodiscover', labels, 1);
  if (first === '_autodiscover' && second === '_tcp') return exactOwner('autodiscover', labels, 2);
  if (first === 'autoconfig') return exactOwner('autoconfig', labels, 1);
  return undefined;
}

const isProtocol = (label: string): boolean => ['_tcp', '_udp', '_sctp', '_dccp', '_quic'].includes(label);

function tlsa(labels: readonly string[], first: string, second: string): MailOwner | undefined {
  if (!isProtocol(second)) return undefined;
  if (first === '*') return exactOwner('tlsa', labels, 2, { wildcard: true });
  const port = /^_(\d+)$/.exec(first)?.[1];
  return port === undefined
    ? undefined
    : exactOwner('tlsa', labels, 2, Number(port) <= 65_535 ? { port: Number(port) } : {});
}

const bare = (label: string): string => label.replace(/^[_-]+|[_-]+$/g, '').replace(/[_-]/g, '');

/** Whether a label is a fixed one with a mistake: the underscore missing, doubled or elsewhere, or one letter wrong. */
function isNear(label: string, fixed: string): boolean {
  if (label === fixed) return false;
  const wanted = bare(fixed);
  const word = bare(label);
  if (word === wanted) return true;
  return label.startsWith('_') && wanted.length >= 4 && editDistance(word, wanted, 1) <= 1;
}

const nearlyIs = (label: string, fixed: string): boolean => label === fixed || isNear(label, fixed);

function nearPair(labels: readonly string[], upper: string, lowerLabel: string): number {
  return labels.findIndex((label, index) => nearlyIs(label, upper) && nearlyIs(labels[index + 1] ?? '', lowerLabel));
}

function near(labels: readonly string[]): MailOwner | undefined {
  return nearDmarc(labels) ?? nearDkim(labels) ?? nearTls(labels) ?? nearBimi(labels) ?? nearTlsa(labels);
}

function nearDmarc(labels: readonly string[]): MailOwner | undefined {
  const [first = '', second = ''] = labels;
  const report = nearPair(labels, '_report', '_dmarc');
  const reports =
    report >= 0
      ? report
      : labels.findIndex((label, index) => /^_?reports?$/.test(label) && nearlyIs(labels[index + 1] ?? '', '_dmarc'));
  if (reports > 0) {
    const selector = labels.slice(0, reports);
    return nearOwner('dmarcReport', reports + 2, [...selector, '_report', '_dmarc'], selector);
  }
  const swapped = labels.findIndex((label, index) => label === '_dmarc' && labels[index + 1] === '_report');
  if (swapped > 0) {
    const selector = labels.slice(0, swapped);
    return nearOwner('dmarcReport', swapped + 2, [...selector, '_report', '_dmarc'], selector);
  }
  const fused = labels.findIndex((label) => /^_reports?[_-]?dmarc$|^_dmarc[_-]?reports?$/.test(label));
  const unnamed = fused > 0 ? fused : labels.findIndex((label, index) => index > 1 && label === '_dmarc');
  if (unnamed > 0 && labels.slice(0, unnamed).every((label) => !label.startsWith('_'))) {
    const selector = labels.slice(0, unnamed);
    return nearOwner('dmarcReport', unnamed + 1, [...selector, '_report', '_dmarc'], selector);
  }
  if (isNear(first, '_dmarc')) return nearOwner('dmarc', 1, ['_dmarc']);
  // `_dmarc` belongs to the left of the domain: `www._dmarc.example.com` is asked by nobody.
  return second === '_dmarc' ? nearOwner('dmarc', 2, ['_dmarc', first]) : undefined;
}

function nearDkim(labels: readonly string[]): MailOwner | undefined {
  const [first = '', second = ''] = labels;
  const key = labels.findIndex(
    (label, index) =>
      index > 0 && (isNear(label, '_domainkey') || ['_dkim', '_domainkeys', 'domainkeys'].includes(label)),
  );
  if (key > 0) {
    const selector = labels.slice(0, key);
    return nearOwner('dkimKey', key + 1, [...selector, '_domainkey'], selector);
  }
  if ((isNear(first, '_domainkey') || first === '_domainkeys') && second !== '')
    return nearOwner('dkimKey', 1, ['default', '_domainkey']);
  return undefined;
}

function nearTls(labels: readonly string[]): MailOwner | undefined {
  const [first = '', second = ''] = labels;
  if (first === '_tls' && second === '_smtp') return nearOwner('tlsRpt', 2, ['_smtp', '_tls']);
  if (
    nearlyIs(first, '_smtp') &&
    (isNear(second, '_tls') || (first !== '_smtp' && second === '_tls') || second === '_tlsrpt')
  ) {
    return nearOwner('tlsRpt', 2, ['_smtp', '_tls']);
  }
  if (['smtptls', 'tlsrpt', 'smtptlsrpt', 'smtptlsreporting'].includes(bare(first)))
    return nearOwner('tlsRpt', 1, ['_smtp', '_tls']);
  if (isNear(first, '_mta-sts') && first !== 'mta-sts') return nearOwner('mtaSts', 1, ['_mta-sts']);
  return undefined;
}

function nearBimi(labels: readonly string[]): MailOwner | undefined {
  const [first = '', second = ''] = labels;
  if (first === '_bimi' && second === 'default') return nearOwner('bimi', 2, ['default', '_bimi'], ['default']);
  if (nearlyIs(first, '_bimi')) return nearOwner('bimi', 1, ['default', '_bimi'], ['default']);
  const at = labels.findIndex((label, index) => index > 0 && isNear(label, '_bimi'));
  const selector = labels.slice(0, Math.max(at, 0));
  return at === 1 ? nearOwner('bimi', at + 1, [...selector, '_bimi'], selector) : undefined;
}

function nearTlsa(labels: readonly string[]): MailOwner | undefined {
  const [first = '', second = ''] = labels;
  const port = /^_?(\d{1,5})$/.exec(first)?.[1];
  if (
    port !== undefined &&
    ['tcp', 'udp', '_tpc', '_tcpp', '_tc', '_tcp', '_tls', '_ssl', '_http', '_https', '_smtp'].includes(second)
  ) {
    return nearOwner('tlsa', 2, [`_${port}`, second === 'udp' ? '_udp' : '_tcp']);
  }
  const fused = /^_?(\d{1,5})[_-]+(tcp|udp|sctp)$/.exec(first);
  if (fused !== null) return nearOwner('tlsa', 1, [`_${fused[1]}`, `_${fused[2]}`]);
  if (/^_\d{1,5}$/.test(first) && second !== '' && !second.startsWith('_'))
    return nearOwner('tlsa', 1, [first, '_tcp']);
  const behind = labels.findIndex(
    (label, index) => index > 0 && /^_\d{1,5}$/.test(label) && isProtocol(labels[index + 1] ?? ''),
  );
  if (behind > 0 && labels.slice(0, behind).every((label) => !label.startsWith('_')))
    return nearOwner('tlsa', behind + 2, [labels[behind]!, labels[behind + 1]!, ...labels.slice(0, behind)]);
  const swapped = /^_(\d{1,5})$/.exec(second)?.[1];
  return swapped !== undefined && isProtocol(first) ? nearOwner('tlsa', 2, [second, first]) : undefined;
}

/**
 * What a name stands for, or nearly stands for, by its leftmost labels. The labels go from left to right, without
 * escapes, with or without those of the zone. Undefined for every other name, also for a single `*`.
 */
export function mailOwner(labels: readonly string[]): MailOwner | undefined {
  const known = lower(labels);
  return exact(known) ?? near(known);
}

import { collect } from '../grammar/problem.ts';
import type { MailProblem } from '../grammar/problem.ts';
import { isHostName, isUsableUri, parseReportUris } from '../grammar/report-uri.ts';
import type { ReportUri } from '../grammar/report-uri.ts';
import { lookupName } from '../dns/resolver.ts';
import { removeTag, replaceWith } from '../grammar/tag-fixes.ts';
import { findTag } from '../grammar/tag-list.ts';
import { removedTags } from './dmarc-record.ts';
import type { DmarcRecord } from './dmarc-record.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

const withoutDot = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/**
 * The name that has to hold `v=DMARC1` before reports about the policy domain are sent to the address
 * (RFC 9990 §4), absolute and in lower case: `blue.example.com._report._dmarc.red.example.net.`
 *
 * @param rua a URI, a mail address, or a host name.
 * @returns undefined where the address has no host, or where the name would be too long: then no report is sent.
 */
export function reportAuthorisationName(policyDomain: string, rua: string): string | undefined {
  const [uri] = parseReportUris(rua, { start: 0, end: rua.length });
  const host = uri?.host !== undefined && uri.host !== '' ? uri.host : rua.trim();
  if (!isHostName(host)) return undefined;
  return lookupName(`${withoutDot(policyDomain)}._report._dmarc.${withoutDot(host)}`);
}

export interface ExternalDestination {
  readonly tag: 'rua' | 'ruf';
  readonly uri: ReportUri;
  readonly host: string;
  /** See `reportAuthorisationName`. */
  readonly name: string | undefined;
}

/**
 * Where reports go to another organization. RFC 9990 §4 compares organizational domains; `organizationOf`
 * gives one for any domain (see `organizationalDomain`), in the same form for all of them.
 */
export function externalDestinations(
  record: DmarcRecord,
  policyDomain: string,
  organizationOf: (domain: string) => string,
): readonly ExternalDestination[] {
  const own = organizationOf(policyDomain);
  return (['rua', 'ruf'] as const).flatMap((tag) =>
    record[tag]
      .filter((uri) => isUsableUri(uri) && organizationOf(uri.host) !== own)
      .map((uri) => ({ tag, uri, host: uri.host, name: reportAuthorisationName(policyDomain, uri.host) })),
  );
}

export interface DestinationFacts {
  /** Undefined where the name lies in no zone that is known. */
  readonly authorised: boolean | undefined;
}

/** One finding for each external destination that is not known to agree. */
export function externalProblems(
  destinations: readonly ExternalDestination[],
  factsOf: (destination: ExternalDestination) => DestinationFacts,
): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'dmarc'>>();
  for (const destination of destinations) {
    const { authorised } = factsOf(destination);
    const { host, uri } = destination;
    const name = destination.name === undefined ? 'a name that is too long for the DNS' : withoutDot(destination.name);
    if (authorised === undefined && destination.name !== undefined)
      report('dmarc/rua-external', 'needs', uri, { host, name });
    else if (authorised !== true) report('dmarc/rua-external', 'missing', uri, { host, name }, { severity: 'warning' });
  }
  return problems();
}

/** Addresses at hosts that are known to take no mail. */
export function destinationProblems(
  record: DmarcRecord,
  takesMail: (host: string) => boolean | undefined,
): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'dmarc'>>();
  for (const uri of [...record.rua, ...record.ruf]) {
    if (uri.kind === 'mailto' && isUsableUri(uri) && takesMail(uri.host) === false) {
      report('dmarc/rua-domain-no-mx', 'noMail', uri, { host: uri.host });
    }
  }
  return problems();
}

/**
 * What is wrong with a record below `_report._dmarc` (RFC 9990 §4): it has to begin with `v=DMARC1`, and it may
 * name another address at the same host.
 *
 * @param host the domain that the record allows reports for: what stands after `_report._dmarc`.
 */
export function reportRecordProblems(record: DmarcRecord, host: string): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'dmarc'>>();
  const { list, text } = record;
  const rua = findTag(list, 'rua');
  if (!record.valid) {
    const keep = rua === undefined ? '' : ` ${text.slice(rua.start, rua.end)};`;
    const whole = { start: 0, end: text.length };
    report('dmarc/report-record-bad', 'version', whole, {}, { fix: replaceWith(whole, `v=DMARC1;${keep}`) });
    return problems();
  }
  for (const name of ['p', 'sp', 'np', 'adkim', 'aspf', 'fo', 'psd', 't', 'ruf', ...removedTags]) {
    const tag = findTag(list, name);
    if (tag === undefined) continue;
    report('dmarc/report-record-bad', 'policy', tag, { name }, { severity: 'information', fix: removeTag(list, tag) });
  }
  for (const uri of record.rua) {
    if (isUsableUri(uri) && uri.host !== withoutDot(host)) {
      report('dmarc/report-record-bad', 'host', uri, { value: uri.text, host: uri.host, expected: withoutDot(host) });
    }
  }
  return problems();
}

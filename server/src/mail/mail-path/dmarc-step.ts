/** What receivers do with mail that passes neither SPF nor DKIM for the domain (RFC 9989), and where they report it. */

import {
  dmarcProblems,
  discoverPolicy,
  externalDestinations,
  isDmarc,
  organizationalDomain,
  parseDmarc,
} from '../dmarc/dmarc.ts';
import type { DmarcPolicy, DmarcRecord } from '../dmarc/dmarc.ts';
import { problemText, severityOf } from '../grammar/problem.ts';
import type { MailProblem } from '../grammar/problem.ts';
import { isUsableUri } from '../grammar/report-uri.ts';
import type { ReportUri } from '../grammar/report-uri.ts';
import { lookupName, plainName } from '../dns/resolver.ts';
import type { Resolver } from '../dns/resolver.ts';
import { isTlsRpt, parseTlsRpt } from '../tls-rpt/tls-rpt.ts';
import { addressesOf, counted, shown, worstState } from './step.ts';
import type { MailStep, StepRecord, StepState, Walk } from './step.ts';

/** The record in force, and where it stands: absolute. */
export interface DmarcInForce {
  readonly owner: string;
  readonly record: DmarcRecord;
}

const actions: Readonly<Record<DmarcPolicy, string>> = {
  none: 'is delivered as if there were no DMARC: the policy only asks for reports',
  quarantine: 'goes to the spam folder',
  reject: 'is refused',
};

export interface DmarcFound {
  readonly step: MailStep;
  readonly inForce: DmarcInForce | undefined;
}

export function dmarcStep(walk: Walk): DmarcFound {
  const { domain, resolver } = walk,
    owner = `_dmarc.${domain}`,
    answer = resolver.lookup(owner, 'TXT'),
    name = shown(domain);
  const texts = answer.records.map((strings) => strings.join('')),
    meant = texts.filter(isDmarc),
    valid = meant.filter((text) => parseDmarc(text).valid),
    [text] = valid.length > 0 ? valid : meant;
  const tell = (state: StepState, title: string, reason: string, record?: StepRecord): MailStep => ({
    kind: 'dmarc',
    state,
    title,
    reason,
    steps: [],
    ...(record === undefined ? {} : { record }),
  });
  if (valid.length > 1)
    return {
      step: tell(
        'bad',
        `${valid.length} DMARC records`,
        'With more than one DMARC record, receivers ignore them all.',
        { name: owner, type: 'TXT', identity: valid[1]! },
      ),
      inForce: undefined,
    };
  if (text !== undefined) return ownRecord(owner, text, tell);
  if (answer.status === 'unknown' || answer.status === 'timeout')
    return { step: tell('unknown', 'DMARC', `No zone here contains _dmarc.${name}.`), inForce: undefined };
  const above = discoverPolicy(resolver, domain);
  if (above?.policy === undefined && walk.facts.internal)
    return {
      step: tell(
        'unknown',
        'No DMARC record',
        `This zone is internal; receivers on the internet ask the public zone of ${name}.`,
      ),
      inForce: undefined,
    };
  if (above?.policy === undefined)
    return {
      step: tell(
        'doubtful',
        'No DMARC record',
        `Receivers get no instructions for mail that fails, and large providers require DMARC of bulk senders. Start with "v=DMARC1; p=none" and a report address.`,
      ),
      inForce: undefined,
    };
  const where = `_dmarc.${above.domain}`,
    { applied } = above.policy;
  const reason = `${name} has no record of its own, so the one of ${shown(above.domain)} applies. Mail that fails ${actions[applied]}.`;
  return {
    step: tell(applied === 'none' ? 'doubtful' : 'good', `DMARC ${applied}, from ${shown(above.domain)}`, reason, {
      name: where,
      type: 'TXT',
    }),
    inForce: { owner: where, record: above.record },
  };
}

function ownRecord(
  owner: string,
  text: string,
  tell: (state: StepState, title: string, reason: string, record?: StepRecord) => MailStep,
): DmarcFound {
  const record = parseDmarc(text),
    at: StepRecord = { name: owner, type: 'TXT', identity: text },
    worst = worstProblem(record),
    inForce = record.valid ? { owner, record } : undefined;
  if (worst?.severity === 'error')
    return { step: tell('bad', 'DMARC with an error', worst.text, { ...at, part: worst.problem }), inForce };
  const policy = record.p ?? 'none',
    tested =
      record.testing && policy !== 'none'
        ? ' It is in testing mode (t=y), so receivers apply the next weaker policy.'
        : '';
  if (worst !== undefined)
    return { step: tell('doubtful', `DMARC ${policy}`, worst.text, { ...at, part: worst.problem }), inForce };
  return {
    step: tell(
      policy === 'none' || record.testing ? 'doubtful' : 'good',
      `DMARC ${policy}`,
      `Mail that passes neither SPF nor DKIM for the domain ${actions[policy]}.${tested}`,
      at,
    ),
    inForce,
  };
}

function worstProblem(
  record: DmarcRecord,
): { readonly severity: 'error' | 'warning'; readonly problem: MailProblem; readonly text: string } | undefined {
  const problems = dmarcProblems(record);
  for (const severity of ['error', 'warning'] as const) {
    const problem = problems.find((one) => severityOf(one) === severity);
    if (problem !== undefined) return { severity, problem, text: problemText(problem) };
  }
  return undefined;
}

const whyNoReports = {
  none: `Without a DMARC record, receivers don't report who sends as this domain.`,
  unread: `Without a valid DMARC record, receivers don't report who sends as this domain.`,
  unknown: 'The DMARC record says where reports go, and no zone here contains it.',
} as const;

/** Where reports about who sends (RFC 9990) and about TLS (RFC 8460) go, and whether they get there. */
export function reportsStep(
  walk: Walk,
  { inForce, step: { record, state } }: DmarcFound,
  takesMail: boolean,
): MailStep {
  const { resolver } = walk,
    steps: MailStep[] = [],
    why = record !== undefined ? 'unread' : state === 'unknown' ? 'unknown' : 'none';
  if (inForce !== undefined) steps.push(...destinations(resolver, inForce));
  steps.push(...tlsReports(walk));
  const tell = (state: StepState, title: string, reason: string): MailStep => ({
    kind: 'reports',
    state,
    title,
    reason,
    steps,
    ...(inForce === undefined
      ? {}
      : { record: { name: inForce.owner, type: 'TXT' as const, identity: inForce.record.text } }),
  });
  if (inForce === undefined)
    return tell(
      steps.length === 0 ? 'unknown' : worstState(steps.map(({ state }) => state)),
      'Reports',
      whyNoReports[why],
    );
  if (inForce.record.rua.length === 0)
    return tell(
      takesMail ? 'doubtful' : 'good',
      'No reports',
      takesMail
        ? 'The record has no report address (rua=), so you never see who sends as this domain or whose mail fails.'
        : 'The record asks for no reports.',
    );
  return tell(
    worstState(steps.map(({ state }) => state)),
    'Reports',
    `Receivers send daily reports of what passed and failed to ${counted(inForce.record.rua.length, 'address', 'addresses')}.`,
  );
}

function destinations(resolver: Resolver, { owner, record }: DmarcInForce): readonly MailStep[] {
  const policyDomain = plainName(owner).replace(/^_dmarc\./, '');
  const organizationOf = (domain: string): string => {
    const name = lookupName(domain);
    return name === undefined ? domain : organizationalDomain(resolver, name).domain;
  };
  const external = externalDestinations(record, policyDomain, organizationOf);
  return record.rua.map((uri) => {
    const at: StepRecord = {
      name: owner,
      type: 'TXT',
      identity: record.text,
      part: { start: uri.start, end: uri.end },
    };
    const [state, reason] = destination(
      resolver,
      uri,
      external.find((one) => one.tag === 'rua' && one.uri === uri)?.name,
      external.some((one) => one.uri === uri),
    );
    return {
      kind: 'destination' as const,
      state,
      title: `rua ${uri.address === '' ? uri.text : uri.address}`,
      reason,
      record: at,
      steps: [],
    };
  });
}

function destination(
  resolver: Resolver,
  uri: ReportUri,
  authorisation: string | undefined,
  isExternal: boolean,
): readonly [StepState, string] {
  if (!isUsableUri(uri)) return ['bad', `"${uri.text}" isn't a report address: those begin with mailto:.`];
  const delivered = uri.kind === 'mailto' ? takesMail(resolver, uri.host) : undefined;
  if (delivered === false) return ['bad', `${uri.host} takes no mail, so reports don't arrive.`];
  if (!isExternal)
    return delivered === undefined
      ? ['unknown', `No zone here says whether ${uri.host} takes mail.`]
      : ['good', `${uri.host} takes mail.`];
  if (authorisation === undefined)
    return [
      'bad',
      `The name where ${uri.host} would authorize the reports is too long for the DNS, so no report is sent.`,
    ];
  const { status, records } = resolver.lookup(authorisation, 'TXT');
  if (status === 'unknown' || status === 'timeout')
    return [
      'unknown',
      `${uri.host} must authorize the reports with "v=DMARC1;" at ${shown(authorisation)}, which no zone here contains.`,
    ];
  const agreed = records.some((strings) => parseDmarc(strings.join('')).valid);
  return agreed
    ? ['good', `${uri.host} accepts these reports.`]
    : ['bad', `${shown(authorisation)} has no record "v=DMARC1;", so ${uri.host} gets no reports.`];
}

/** Whether mail to a host has a way; undefined where no zone at hand tells. */
function takesMail(resolver: Resolver, host: string): boolean | undefined {
  const name = lookupName(host);
  if (name === undefined) return false;
  const { status, records } = resolver.lookup(name, 'MX');
  if (status === 'ok') return records.some(({ exchange }) => exchange !== '.');
  if (status !== 'nodata' && status !== 'nxdomain') return undefined;
  const found = addressesOf(resolver, name);
  return found.status === 'unknown' ? undefined : found.status === 'ok';
}

function tlsReports({ domain, resolver }: Walk): readonly MailStep[] {
  const name = `_smtp._tls.${domain}`,
    [text] = resolver
      .lookup(name, 'TXT')
      .records.map((strings) => strings.join(''))
      .filter(isTlsRpt);
  if (text === undefined) return [];
  const { recognised, rua } = parseTlsRpt(text),
    record: StepRecord = { name, type: 'TXT', identity: text };
  const bad = !recognised
    ? `The record doesn't begin with "v=TLSRPTv1;", so senders ignore it.`
    : rua.length === 0 || !rua.every(isUsableUri)
      ? 'It has no usable address for TLS reports.'
      : undefined;
  return [
    {
      kind: 'destination',
      state: bad === undefined ? 'good' : 'bad',
      title: 'TLS-RPT',
      reason:
        bad ??
        `Senders send daily TLS reports to ${rua.map((uri) => (uri.address === '' ? uri.text : uri.address)).join(', ')}.`,
      record,
      steps: [],
    },
  ];
}

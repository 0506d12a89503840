/** What receivers do with mail that passes neither SPF nor DKIM for the domain (RFC 9989), and where they report it. */

import { dmarcProblems, dmarcRules, discoverPolicy, externalDestinations, isDmarc, organizationalDomain, parseDmarc } from '../dmarc/dmarc.ts';
import type { DmarcCode, DmarcPolicy, DmarcRecord } from '../dmarc/dmarc.ts';
import { problemText } from '../grammar/problem.ts';
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
  const { domain, resolver } = walk, owner = `_dmarc.${domain}`, answer = resolver.lookup(owner, 'TXT'), name = shown(domain);
  const texts = answer.records.map((strings) => strings.join('')), meant = texts.filter(isDmarc), valid = meant.filter((text) => parseDmarc(text).valid), [text] = valid.length > 0 ? valid : meant;
  const tell = (state: StepState, title: string, reason: string, record?: StepRecord): MailStep => ({ kind: 'dmarc', state, title, reason, steps: [], ...(record === undefined ? {} : { record }) });
  if (valid.length > 1) return { step: tell('bad', `${valid.length} DMARC records`, 'With more than one DMARC record receivers use none of them. Keep one.', { name: owner, type: 'TXT', identity: valid[1]! }), inForce: undefined };
  if (text !== undefined) return ownRecord(owner, text, tell);
  if (answer.status === 'unknown' || answer.status === 'timeout') return { step: tell('unknown', 'DMARC', `What stands at _dmarc.${name}, no zone here tells.`), inForce: undefined };
  const above = discoverPolicy(resolver, domain);
  if (above?.policy === undefined && walk.facts.internal) return { step: tell('unknown', 'No DMARC record', `The zone is for inside use; receivers outside ask the public zone of ${name}.`), inForce: undefined };
  if (above?.policy === undefined) return { step: tell('doubtful', 'No DMARC record', `Receivers are told nothing about mail that fails; large mailbox providers want a DMARC record from all who send much. Begin with “v=DMARC1; p=none” and an address for reports.`), inForce: undefined };
  const where = `_dmarc.${above.domain}`, { applied } = above.policy;
  const reason = `${name} has no record of its own; that of ${shown(above.domain)} counts. Mail that fails ${actions[applied]}.`;
  return { step: tell(applied === 'none' ? 'doubtful' : 'good', `DMARC ${applied}, from ${shown(above.domain)}`, reason, { name: where, type: 'TXT' }), inForce: { owner: where, record: above.record } };
}

function ownRecord(owner: string, text: string, tell: (state: StepState, title: string, reason: string, record?: StepRecord) => MailStep): DmarcFound {
  const record = parseDmarc(text), at: StepRecord = { name: owner, type: 'TXT', identity: text }, worst = worstProblem(record), inForce = record.valid ? { owner, record } : undefined;
  if (worst?.severity === 'error') return { step: tell('bad', 'DMARC with a mistake', worst.text, { ...at, part: worst.problem }), inForce };
  const policy = record.p ?? 'none', tested = record.testing && policy !== 'none' ? ' It is only tested (t=y), so receivers do one step less.' : '';
  if (worst !== undefined) return { step: tell('doubtful', `DMARC ${policy}`, worst.text, { ...at, part: worst.problem }), inForce };
  return { step: tell(policy === 'none' || record.testing ? 'doubtful' : 'good', `DMARC ${policy}`, `Mail that passes neither SPF nor DKIM for the domain ${actions[policy]}.${tested}`, at), inForce };
}

function worstProblem(record: DmarcRecord): { readonly severity: 'error' | 'warning'; readonly problem: MailProblem; readonly text: string } | undefined {
  const problems = dmarcProblems(record), severityOf = (problem: MailProblem): string => problem.severity ?? dmarcRules[problem.code as DmarcCode].severity;
  for (const severity of ['error', 'warning'] as const) {
    const problem = problems.find((one) => severityOf(one) === severity);
    if (problem !== undefined) return { severity, problem, text: problemText(dmarcRules, problem) };
  }
  return undefined;
}

const whyNoReports = {
  none: 'Without a DMARC record nobody reports who sends in the domain’s name.',
  unread: 'Without a DMARC record that receivers can read, nobody reports who sends in the domain’s name.',
  unknown: 'Where reports go, the DMARC record tells, which no zone here holds.',
} as const;

/** Where reports about who sends (RFC 9990) and about TLS (RFC 8460) go, and whether they get there. */
export function reportsStep(walk: Walk, { inForce, step: { record, state } }: DmarcFound, takesMail: boolean): MailStep {
  const { resolver } = walk, steps: MailStep[] = [], why = record !== undefined ? 'unread' : state === 'unknown' ? 'unknown' : 'none';
  if (inForce !== undefined) steps.push(...destinations(resolver, inForce));
  steps.push(...tlsReports(walk));
  const tell = (state: StepState, title: string, reason: string): MailStep => ({ kind: 'reports', state, title, reason, steps, ...(inForce === undefined ? {} : { record: { name: inForce.owner, type: 'TXT' as const, identity: inForce.record.text } }) });
  if (inForce === undefined) return tell(steps.length === 0 ? 'unknown' : worstState(steps.map(({ state }) => state)), 'Reports', whyNoReports[why]);
  if (inForce.record.rua.length === 0) return tell(takesMail ? 'doubtful' : 'good', 'No reports', takesMail ? 'The record names no address for reports (rua=), so nobody sees who sends in the domain’s name, nor whose mail fails.' : 'No reports are asked for.');
  return tell(worstState(steps.map(({ state }) => state)), 'Reports', `Receivers report daily what passed and failed to ${counted(inForce.record.rua.length, 'place')}.`);
}

function destinations(resolver: Resolver, { owner, record }: DmarcInForce): readonly MailStep[] {
  const policyDomain = plainName(owner).replace(/^_dmarc\./, '');
  const organizationOf = (domain: string): string => {
    const name = lookupName(domain);
    return name === undefined ? domain : organizationalDomain(resolver, name).domain;
  };
  const external = externalDestinations(record, policyDomain, organizationOf);
  return record.rua.map((uri) => {
    const at: StepRecord = { name: owner, type: 'TXT', identity: record.text, part: { start: uri.start, end: uri.end } };
    const [state, reason] = destination(resolver, uri, external.find((one) => one.tag === 'rua' && one.uri === uri)?.name, external.some((one) => one.uri === uri));
    return { kind: 'destination' as const, state, title: `rua ${uri.address === '' ? uri.text : uri.address}`, reason, record: at, steps: [] };
  });
}

function destination(resolver: Resolver, uri: ReportUri, authorisation: string | undefined, isExternal: boolean): readonly [StepState, string] {
  if (!isUsableUri(uri)) return ['bad', `“${uri.text}” is no address that reports can be sent to; it begins with mailto:.`];
  const delivered = uri.kind === 'mailto' ? takesMail(resolver, uri.host) : undefined;
  if (delivered === false) return ['bad', `${uri.host} takes no mail, so no report arrives.`];
  if (!isExternal) return delivered === undefined ? ['unknown', `Whether ${uri.host} takes mail, no zone here tells.`] : ['good', `${uri.host} takes mail.`];
  if (authorisation === undefined) return ['bad', `${uri.host} would have to agree at a name that is too long for the DNS, so no report is sent.`];
  const { status, records } = resolver.lookup(authorisation, 'TXT');
  if (status === 'unknown' || status === 'timeout') return ['unknown', `${uri.host} has to agree with the record “v=DMARC1;” at ${shown(authorisation)}, which no zone here holds.`];
  const agreed = records.some((strings) => parseDmarc(strings.join('')).valid);
  return agreed ? ['good', `${uri.host} agrees to get them.`] : ['bad', `${uri.host} does not agree to get them: there is no record “v=DMARC1;” at ${shown(authorisation)}, so no report is sent.`];
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
  const name = `_smtp._tls.${domain}`, [text] = resolver.lookup(name, 'TXT').records.map((strings) => strings.join('')).filter(isTlsRpt);
  if (text === undefined) return [];
  const { recognised, rua } = parseTlsRpt(text), record: StepRecord = { name, type: 'TXT', identity: text };
  const bad = !recognised ? 'Senders do not take the record for one of TLS-RPT, because it does not begin with “v=TLSRPTv1;”.' : rua.length === 0 || !rua.every(isUsableUri) ? 'It names no usable place for reports about TLS.' : undefined;
  return [{ kind: 'destination', state: bad === undefined ? 'good' : 'bad', title: 'TLS-RPT', reason: bad ?? `Senders report daily how TLS went to ${rua.map((uri) => (uri.address === '' ? uri.text : uri.address)).join(', ')}.`, record, steps: [] }];
}

/** What a sending server learns about a host's TLS: its certificate's names, DANE (RFC 7672) and MTA-STS (RFC 8461). */

import { daneRules, explainTlsa, parseTlsa, tlsaProblems } from '../dane/dane.ts';
import { isMtaSts, mtaStsMatches, mtaStsPolicyProblems, mtaStsRules, parseMtaSts, parseMtaStsPolicy } from '../mta-sts/mta-sts.ts';
import type { MtaStsCode, MtaStsPolicy } from '../mta-sts/mta-sts.ts';
import { problemText } from '../grammar/problem.ts';
import { providerOfMx } from '../providers/providers.ts';
import type { TlsaData } from '../dns/resolver.ts';
import { addressesOf, factsOfHost, sameName, shown, worstState } from './step.ts';
import type { MailStep, StepRecord, StepState, Walk } from './step.ts';

export function tlsStep(walk: Walk, host: string, mx: StepRecord): MailStep {
  const tlsa = tlsaSteps(walk, host), sts = mtaStsStep(walk, host), certificate = certificateStep(walk, host, mx, sts !== undefined);
  const steps = [certificate, ...tlsa, ...(sts === undefined ? [] : [sts])], state = worstState(steps.map((one) => one.state));
  return { kind: 'tls', state, title: 'STARTTLS', reason: summary(tlsa.length > 0, sts !== undefined), record: mx, steps };
}

function summary(dane: boolean, mtaSts: boolean): string {
  if (dane && mtaSts) return 'Senders that know DANE or MTA-STS deliver only with TLS to a host that proves who it is.';
  if (dane) return 'Senders that know DANE deliver only with TLS to a host that shows one of these certificates, where the zone is signed.';
  if (mtaSts) return 'Senders that know MTA-STS deliver only with TLS and a certificate that fits the name.';
  return 'Neither DANE nor MTA-STS is used here: senders encrypt where they can and check no name.';
}

function certificateStep({ facts }: Walk, host: string, record: StepRecord, checked: boolean): MailStep {
  const names = factsOfHost(facts, host)?.certificateNames;
  const tell = (state: StepState, title: string, reason: string): MailStep => ({ kind: 'certificate', state, title, reason, record, steps: [] });
  const provider = providerOfMx(host);
  if (names === undefined && provider !== undefined) return tell('unknown', 'Certificate', `Which names the certificate of ${shown(host)} has is up to ${provider.name}.`);
  if (names === undefined) return tell('unknown', 'Certificate', `Which names the certificate of ${shown(host)} has, only the server knows. Say them in the setting zonewright.mail.hosts.`);
  const title = `Certificate for ${names.join(', ')}`;
  if (names.some((name) => covers(name, host))) return tell('good', title, `It is for ${shown(host)}.`);
  const reason = `The certificate is not for ${shown(host)}, the name in the MX record`;
  return checked
    ? tell('bad', title, `${reason}, so senders that know MTA-STS do not deliver.`)
    : tell('doubtful', title, `${reason}. Senders that check names do not deliver; the others do not mind.`);
}

/** RFC 6125 §6.4: a `*` stands for the whole first label. */
function covers(name: string, host: string): boolean {
  return name.startsWith('*.') ? mtaStsMatches(name, host) : sameName(name, host);
}

function tlsaSteps({ resolver }: Walk, host: string): readonly MailStep[] {
  const name = `_25._tcp.${host.toLowerCase()}`, { records } = resolver.lookup(name, 'TLSA');
  return records.map((data) => tlsaStep(name, data));
}

function tlsaStep(name: string, data: TlsaData): MailStep {
  const text = tlsaIdentity(data), parsed = parseTlsa(text), worst = tlsaProblems(parsed, { port: 25 }).find(({ code, severity }) => (severity ?? daneRules[code as keyof typeof daneRules].severity) === 'error');
  const record: StepRecord = { name, type: 'TLSA', identity: text }, title = `TLSA ${data.usage} ${data.selector} ${data.matchingType}`;
  if (worst !== undefined) return { kind: 'tlsa', state: 'bad', title, reason: problemText(daneRules, worst), record, steps: [] };
  const [usage] = explainTlsa(parsed);
  return { kind: 'tlsa', state: 'good', title, reason: `${usage?.text ?? ''}. It counts where the zone is signed.`, record, steps: [] };
}

/** How a TLSA record is told from others of its name. */
export function tlsaIdentity({ usage, selector, matchingType, data }: TlsaData): string { return `${usage} ${selector} ${matchingType} ${data}`; }

function mtaStsStep(walk: Walk, host: string): MailStep | undefined {
  const { domain, resolver, facts } = walk, name = `_mta-sts.${domain}`, texts = resolver.lookup(name, 'TXT').records.map((strings) => strings.join('')).filter(isMtaSts), [text] = texts;
  if (text === undefined) return undefined;
  const record: StepRecord = { name, type: 'TXT', identity: text };
  const tell = (state: StepState, title: string, reason: string): MailStep => ({ kind: 'mta-sts', state, title, reason, record, steps: [] });
  const recognised = texts.filter((one) => parseMtaSts(one).recognised);
  if (recognised.length !== 1) return tell('bad', 'MTA-STS', recognised.length === 0 ? 'Senders do not take the record for one of MTA-STS, because it does not begin with “v=STSv1;”.' : `There are ${recognised.length} records, so senders use none of them.`);
  const server = `mta-sts.${domain}`, { status } = addressesOf(resolver, server);
  if (status === 'none' || status === 'nxdomain') return tell('bad', 'MTA-STS', `${shown(server)} has no address, so senders find no policy.`);
  if (facts.mtaStsPolicy === undefined) return tell('unknown', 'MTA-STS', `Senders fetch the policy from ${shown(server)}; the file mta-sts.txt is not here, so whether it names ${shown(host)} is not known.`);
  return policyStep(parseMtaStsPolicy(facts.mtaStsPolicy), host, tell);
}

function policyStep(policy: MtaStsPolicy, host: string, tell: (state: StepState, title: string, reason: string) => MailStep): MailStep {
  const { mode, mx } = policy, worst = mtaStsPolicyProblems(policy).find(({ code, severity }) => (severity ?? mtaStsRules[code as MtaStsCode].severity) === 'error');
  if (worst !== undefined) return tell('bad', 'MTA-STS with a mistake', `The policy file has a mistake. ${problemText(mtaStsRules, worst)}`);
  if (mode === undefined) return tell('bad', 'MTA-STS', 'The policy file has no mode that senders know, so they use nothing of it.');
  if (mode === 'none') return tell('good', 'MTA-STS none', 'The policy is switched off.');
  const isNamed = mx.some((field) => mtaStsMatches(field.value, host));
  if (isNamed) return tell('good', `MTA-STS ${mode}`, `The policy names ${shown(host)}${mode === 'testing' ? '; it is only tested, so failures are reported, not refused' : ''}.`);
  return tell(mode === 'enforce' ? 'bad' : 'doubtful', `MTA-STS ${mode}`, `The policy does not name ${shown(host)}, so ${mode === 'enforce' ? 'senders that know MTA-STS do not deliver to it' : 'senders report it as a failure'}.`);
}

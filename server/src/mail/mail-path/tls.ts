/** What a sending server learns about a host's TLS: its certificate's names, DANE (RFC 7672) and MTA-STS (RFC 8461). */

import { explainTlsa, parseTlsa, tlsaProblems } from '../dane/dane.ts';
import { isMtaSts, mtaStsMatches, mtaStsPolicyProblems, parseMtaSts, parseMtaStsPolicy } from '../mta-sts/mta-sts.ts';
import type { MtaStsPolicy } from '../mta-sts/mta-sts.ts';
import { problemText, severityOf } from '../grammar/problem.ts';
import { providerOfMx } from '../providers/providers.ts';
import type { TlsaData } from '../dns/resolver.ts';
import { addressesOf, factsOfHost, sameName, shown, worstState } from './step.ts';
import type { MailStep, StepRecord, StepState, Walk } from './step.ts';

export function tlsStep(walk: Walk, host: string, mx: StepRecord): MailStep {
  const tlsa = tlsaSteps(walk, host),
    sts = mtaStsStep(walk, host),
    certificate = certificateStep(walk, host, mx, sts !== undefined);
  const steps = [certificate, ...tlsa, ...(sts === undefined ? [] : [sts])],
    state = worstState(steps.map((one) => one.state));
  return {
    kind: 'tls',
    state,
    title: 'STARTTLS',
    reason: summary(tlsa.length > 0, sts !== undefined),
    record: mx,
    steps,
  };
}

function summary(dane: boolean, mtaSts: boolean): string {
  if (dane && mtaSts)
    return 'Senders that support DANE or MTA-STS deliver only over TLS to a host that proves its identity.';
  if (dane)
    return 'If the zone is signed, senders that support DANE deliver only over TLS to a host with one of these certificates.';
  if (mtaSts) return 'Senders that support MTA-STS deliver only over TLS with a certificate for the name.';
  return 'No DANE or MTA-STS here: senders encrypt if they can and check no name.';
}

function certificateStep({ facts }: Walk, host: string, record: StepRecord, checked: boolean): MailStep {
  const names = factsOfHost(facts, host)?.certificateNames;
  const tell = (state: StepState, title: string, reason: string): MailStep => ({
    kind: 'certificate',
    state,
    title,
    reason,
    record,
    steps: [],
  });
  const provider = providerOfMx(host);
  if (names === undefined && provider !== undefined)
    return tell('unknown', 'Certificate', `${provider.name} manages the certificate of ${shown(host)}.`);
  if (names === undefined)
    return tell(
      'unknown',
      'Certificate',
      `Only the server knows the names in the certificate of ${shown(host)}. Enter them in the setting zonewright.mail.hosts.`,
    );
  const title = `Certificate for ${names.join(', ')}`;
  if (names.some((name) => covers(name, host))) return tell('good', title, `It's for ${shown(host)}.`);
  const reason = `The certificate isn't for ${shown(host)}, the name in the MX record`;
  return checked
    ? tell('bad', title, `${reason}, so senders that support MTA-STS don't deliver.`)
    : tell('doubtful', title, `${reason}. Senders that check names don't deliver; others do.`);
}

/** RFC 6125 §6.4: a `*` stands for the whole first label. */
function covers(name: string, host: string): boolean {
  return name.startsWith('*.') ? mtaStsMatches(name, host) : sameName(name, host);
}

function tlsaSteps({ resolver }: Walk, host: string): readonly MailStep[] {
  const name = `_25._tcp.${host.toLowerCase()}`,
    { records } = resolver.lookup(name, 'TLSA');
  return records.map((data) => tlsaStep(name, data));
}

function tlsaStep(name: string, data: TlsaData): MailStep {
  const text = tlsaIdentity(data),
    parsed = parseTlsa(text),
    worst = tlsaProblems(parsed, { port: 25 }).find((problem) => severityOf(problem) === 'error');
  const record: StepRecord = { name, type: 'TLSA', identity: text },
    title = `TLSA ${data.usage} ${data.selector} ${data.matchingType}`;
  if (worst !== undefined) return { kind: 'tlsa', state: 'bad', title, reason: problemText(worst), record, steps: [] };
  const [usage] = explainTlsa(parsed);
  return {
    kind: 'tlsa',
    state: 'good',
    title,
    reason: `${usage?.text ?? ''}. It counts if the zone is signed.`,
    record,
    steps: [],
  };
}

/** How a TLSA record is told from others of its name. */
export function tlsaIdentity({ usage, selector, matchingType, data }: TlsaData): string {
  return `${usage} ${selector} ${matchingType} ${data}`;
}

function mtaStsStep(walk: Walk, host: string): MailStep | undefined {
  const { domain, resolver, facts } = walk,
    name = `_mta-sts.${domain}`,
    texts = resolver
      .lookup(name, 'TXT')
      .records.map((strings) => strings.join(''))
      .filter(isMtaSts),
    [text] = texts;
  if (text === undefined) return undefined;
  const record: StepRecord = { name, type: 'TXT', identity: text };
  const tell = (state: StepState, title: string, reason: string): MailStep => ({
    kind: 'mta-sts',
    state,
    title,
    reason,
    record,
    steps: [],
  });
  const recognised = texts.filter((one) => parseMtaSts(one).recognised);
  if (recognised.length !== 1)
    return tell(
      'bad',
      'MTA-STS',
      recognised.length === 0
        ? `The record doesn't begin with "v=STSv1;", so senders ignore it.`
        : `The name has ${recognised.length} records, so senders ignore them all.`,
    );
  const server = `mta-sts.${domain}`,
    { status } = addressesOf(resolver, server);
  if (status === 'none' || status === 'nxdomain')
    return tell('bad', 'MTA-STS', `${shown(server)} has no address, so senders find no policy.`);
  if (facts.mtaStsPolicy === undefined)
    return tell(
      'unknown',
      'MTA-STS',
      `Senders fetch the policy from ${shown(server)}. Can't check whether it lists ${shown(host)}: the file mta-sts.txt isn't here.`,
    );
  return policyStep(parseMtaStsPolicy(facts.mtaStsPolicy), host, tell);
}

function policyStep(
  policy: MtaStsPolicy,
  host: string,
  tell: (state: StepState, title: string, reason: string) => MailStep,
): MailStep {
  const { mode, mx } = policy,
    worst = mtaStsPolicyProblems(policy).find((problem) => severityOf(problem) === 'error');
  if (worst !== undefined)
    return tell('bad', 'MTA-STS with an error', `The policy file has an error. ${problemText(worst)}`);
  if (mode === undefined) return tell('bad', 'MTA-STS', 'The policy file has no valid mode, so senders ignore it.');
  if (mode === 'none') return tell('good', 'MTA-STS none', 'The policy is switched off.');
  const isNamed = mx.some((field) => mtaStsMatches(field.value, host));
  if (isNamed)
    return tell(
      'good',
      `MTA-STS ${mode}`,
      `The policy lists ${shown(host)}${mode === 'testing' ? '; in testing mode senders report failures but still deliver' : ''}.`,
    );
  return tell(
    mode === 'enforce' ? 'bad' : 'doubtful',
    `MTA-STS ${mode}`,
    `The policy doesn't list ${shown(host)}, so ${mode === 'enforce' ? `senders that support MTA-STS don't deliver to it` : 'senders report it as a failure'}.`,
  );
}

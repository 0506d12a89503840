/** What a receiver makes of the domain's senders by SPF, as far as the zones at hand tell. */

import { problemText, severityOf } from '../grammar/problem.ts';
import { plainName } from '../dns/resolver.ts';
import type { Resolver } from '../dns/resolver.ts';
import {
  checkHost,
  explainTerm,
  firstAll,
  isSpf,
  mostLookups,
  mostVoidLookups,
  ofMostLookups,
  parseSpf,
  spfLookups,
  spfProblems,
} from '../spf/spf.ts';
import type { LookupCount, SpfProblem, SpfRecord, SpfVerdict } from '../spf/spf.ts';
import { addressesOf, counted, factsOfHost, shown } from './step.ts';
import type { MailPathFacts, MailStep, StepRecord, StepState, Walk } from './step.ts';

/** The SPF records of a name; undefined where no zone at hand tells. */
export function spfTexts(resolver: Resolver, domain: string): readonly string[] | undefined {
  const { status, records } = resolver.lookup(domain, 'TXT');
  if (status !== 'ok' && status !== 'nodata' && status !== 'nxdomain') return undefined;
  return records.map((strings) => strings.join('')).filter(isSpf);
}

export function spfStep(walk: Walk, hosts: readonly string[], permits: boolean | undefined): MailStep {
  const { domain, resolver } = walk,
    texts = spfTexts(resolver, domain),
    [text] = texts ?? [],
    name = shown(domain);
  const tell = (
    state: StepState,
    title: string,
    reason: string,
    record?: StepRecord,
    steps: readonly MailStep[] = [],
  ): MailStep => ({ kind: 'spf', state, title, reason, steps, ...(record === undefined ? {} : { record }) });
  if (texts === undefined) return tell('unknown', 'SPF', `No zone here contains the TXT records of ${name}.`);
  if (text === undefined) {
    const takes = hosts.length > 0;
    return tell(
      'doubtful',
      'No SPF record',
      takes
        ? `Any host can send as ${name}, and large providers refuse mail with neither SPF nor DKIM.`
        : `Any host can send as ${name}; "v=spf1 -all" would say that none may.`,
    );
  }
  const record: StepRecord = { name: domain, type: 'TXT', identity: text };
  const [first, second] = texts;
  if (first !== undefined && second !== undefined)
    return tell(
      'bad',
      `${texts.length} SPF records`,
      'With more than one SPF record, receivers use none of them (permerror).',
      { ...record, identity: second },
    );
  const parsed = parseSpf(text),
    worst = worstProblem(parsed, domain, walk.facts.internal);
  if (worst?.severity === 'error')
    return tell('bad', 'SPF with an error', worst.text, { ...record, part: worst.problem });
  const count = spfLookups(plainName(domain), text, resolver),
    senders = permits === false ? configuredSenders(walk, hosts) : sendersOf(walk, hosts);
  const steps = senders.map((sender) => senderStep(walk, sender, record)),
    title = `SPF, ${lookupWords(count)}`;
  if (count.count > mostLookups)
    return tell(
      'bad',
      title,
      `It takes ${count.count} lookups, but receivers allow ${mostLookups} and then return permerror. Remove some includes.`,
      record,
      steps,
    );
  if (count.void > mostVoidLookups)
    return tell(
      'bad',
      title,
      `${count.void} lookups find nothing, but receivers allow ${mostVoidLookups} and then return permerror.`,
      record,
      steps,
    );
  if (worst?.severity === 'warning')
    return tell('doubtful', title, worst.text, { ...record, part: worst.problem }, steps);
  return tell(...judged(parsed, title, name), record, steps);
}

/** What becomes of mail from everywhere else. */
function judged(record: SpfRecord, title: string, name: string): readonly [StepState, string, string] {
  const all = firstAll(record);
  if (all === undefined && record.redirect !== undefined) return ['good', title, explainTerm(record.redirect, record)];
  if (all === undefined)
    return [
      'doubtful',
      title,
      'It has no "all", so receivers treat mail from other hosts as if there were no record. End it with "-all" or "~all".',
    ];
  if (record.mechanisms.every((mechanism) => mechanism === all) && all.qualifier === '-')
    return ['good', 'SPF, no senders', `No host may send as ${name}.`];
  return [all.qualifier === '+' ? 'bad' : all.qualifier === '?' ? 'doubtful' : 'good', title, explainTerm(all, record)];
}

interface Worst {
  readonly problem: SpfProblem;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** Inside, private addresses are right. */
function worstProblem(record: SpfRecord, domain: string, internal: boolean): Worst | undefined {
  const problems = spfProblems(record, { domain }).filter(({ code }) => !internal || code !== 'spf/ip-private');
  for (const severity of ['error', 'warning'] as const) {
    const problem = problems.find((one) => severityOf(one) === severity);
    if (problem !== undefined) return { problem, severity, text: problemText(problem) };
  }
  return undefined;
}

/** The term with a mistake, or the mistake itself where it is in none. */
function termAround({ terms, text }: SpfRecord, { start, end }: SpfProblem): string {
  return (terms.find((term) => term.start <= start && end <= term.end)?.text ?? text.slice(start, end)).trim();
}

/** `4 of 10 lookups`; `at least` where an included record is not at hand. */
function lookupWords({ count, exact }: LookupCount): string {
  return `${exact ? '' : 'at least '}${ofMostLookups(count)}`;
}

export interface Sender {
  readonly host: string;
  readonly address: string;
  /** Whether the settings say that it sends; else it is a mail host that may. */
  readonly certain: boolean;
}

/** The addresses from which mail comes: those of the settings, and those of the mail hosts that the settings don't except. */
function sendersOf(walk: Walk, hosts: readonly string[]): readonly Sender[] {
  const { resolver, facts } = walk,
    configured = configuredSenders(walk, hosts);
  const presumed = hosts
    .filter((host) => factsOfHost(facts, host)?.sendingAddresses === undefined)
    .flatMap((host) => addressesOf(resolver, host).addresses.map(({ address }) => ({ host, address, certain: false })));
  return [...configured, ...presumed.filter(({ address }) => configured.every((sender) => sender.address !== address))];
}

/** Of the hosts that the settings name, those of this domain: its mail hosts, and hosts below it. */
function configuredSenders({ domain, facts }: Walk, hosts: readonly string[]): readonly Sender[] {
  const own = (host: string): boolean =>
    `.${host.toLowerCase()}.`.endsWith(`.${domain}`) ||
    hosts.some((mx) => shown(mx).toLowerCase() === host.toLowerCase());
  return facts.hosts
    .filter(({ host }) => own(shown(host)))
    .flatMap(({ host, sendingAddresses = [] }) =>
      sendingAddresses.map((address) => ({ host, address, certain: true })),
    );
}

function verdictOn(
  { domain, resolver }: Pick<Walk, 'domain' | 'resolver'>,
  { host, address }: Sender,
  facts: MailPathFacts,
): SpfVerdict {
  const from = plainName(domain),
    helo = factsOfHost(facts, host)?.banner ?? shown(host);
  return checkHost({ ip: address, sender: `postmaster@${from}`, helo }, resolver);
}

function senderStep(walk: Walk, sender: Sender, record: StepRecord): MailStep {
  const { result, matched, problem } = verdictOn(walk, sender, walk.facts),
    host = shown(sender.host),
    title = `${sender.address} (${host}): ${result}`;
  const part =
    problem?.domain === plainName(walk.domain) && problem.start !== undefined && problem.end !== undefined
      ? { part: { start: problem.start, end: problem.end } }
      : {};
  const tell = (state: StepState, reason: string): MailStep => ({
    kind: 'sender',
    state,
    title,
    reason,
    record: { ...record, ...part },
    steps: [],
  });
  if (result === 'pass') return tell('good', `"${matched ?? ''}" lets it send.`);
  if (problem?.kind === 'unknown') return tell('unknown', problem.message);
  if (result === 'permerror' || result === 'temperror')
    return tell('bad', problem?.message ?? `Receivers can't use the record.`);
  const why = matched === undefined ? 'No term lets it send' : `"${matched}" decides: ${result}`;
  return sender.certain
    ? tell('bad', `${why}, so receivers distrust or refuse mail from ${host}. Add it to the record.`)
    : tell('doubtful', `${why}. If ${host} also sends mail, add it to the record.`);
}

/** One line for a code lens: `SPF: 4 of 10 lookups, covers 2 of 2 mail hosts`. */
export function spfVerdict(walk: Walk, text: string, hosts: readonly string[]): string {
  const { domain, resolver, facts } = walk,
    texts = spfTexts(resolver, domain) ?? [text];
  if (texts.length > 1) return `SPF: ${texts.length} records, so receivers use none of them`;
  const record = parseSpf(text),
    worst = worstProblem(record, domain, facts.internal);
  if (worst?.severity === 'error')
    return `SPF: permerror because of "${termAround(record, worst.problem).slice(0, 40)}"`;
  const count = spfLookups(plainName(domain), text, resolver);
  if (count.count === 0 && record.mechanisms.length === 1 && firstAll(record)?.qualifier === '-')
    return 'SPF: no host may send';
  const verdict = `SPF: ${lookupWords(count)}`,
    known = hosts.filter((host) => addressesOf(resolver, host).status === 'ok');
  if (known.length === 0) return verdict;
  const covered = known.filter((host) =>
    addressesOf(resolver, host).addresses.every(
      ({ address }) => verdictOn(walk, { host, address, certain: false }, facts).result === 'pass',
    ),
  );
  return `${verdict}, covers ${covered.length} of ${counted(known.length, 'mail host').replace('one', '1')}`;
}

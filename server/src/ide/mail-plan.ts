/** What a wizard's answers about mail mean for a zone: which records, and what is left to do elsewhere. */

import { dkimFromPaste } from '../mail/dkim/dkim.ts';
import type { PlannedRecord } from '../mail/plan/planned-record.ts';
import { isHostName } from '../mail/grammar/report-uri.ts';
import { plainName } from '../mail/dns/resolver.ts';
import {
  buildSpf,
  mergeSpf,
  parseAddress,
  parseSpf,
  mostLookups,
  ofMostLookups,
  spfLookups,
  withAll,
  withMechanism,
  withoutMechanism,
} from '../mail/spf/spf.ts';
import type { Qualifier } from '../mail/spf/spf.ts';
import { presentStrings } from '../mail/grammar/txt-strings.ts';
import { providerById, spfTerm } from '../mail/providers/providers.ts';
import { answerProblems, planDmarc, planMail, planNotes } from '../mail/plan/mail-setup.ts';
import type { DmarcAnswers, MailAnswers, Senders } from '../mail/plan/mail-setup.ts';
import { mailTextsOf, settledSpf } from './mail-context.ts';
import type { MailWorld } from './mail-world.ts';

export interface RecordPlan {
  readonly planned: readonly PlannedRecord[];
  readonly notes: readonly string[];
  readonly problems: readonly string[];
  /** Whether the planned MX records are all that there are to be. */
  readonly allMx: boolean;
}

const failed = (...problems: readonly string[]): RecordPlan => ({ planned: [], notes: [], problems, allMx: false });

/** Words in braces that only the provider's own page tells. */
function openNotes(planned: readonly PlannedRecord[]): readonly string[] {
  const open = new Set(planned.flatMap((record) => record.open ?? []));
  return open.size === 0 ? [] : [`Replace ${[...open].join(', ')} with the values from your provider's page.`];
}

/** The whole mail of a domain. Senders that the record allows already stay allowed. */
export function planSetUp(answers: Omit<MailAnswers, 'existing'>, world: MailWorld): RecordPlan {
  const { spf, dmarc } = mailTextsOf(`${answers.domain}.`, world),
    whole: MailAnswers = {
      ...answers,
      existing: {
        ...(spf[0] === undefined ? {} : { spf: spf.reduce(mergeSpf) }),
        ...(dmarc[0] === undefined ? {} : { dmarc: dmarc[0] }),
      },
    };
  const problems = answerProblems(whole).map(({ text }) => text);
  if (problems.length > 0) return failed(...problems);
  const planned = planMail(whole);
  return { planned, notes: [...openNotes(planned), ...planNotes(whole)], problems: [], allMx: true };
}

export interface SpfChange {
  readonly domain: string;
  /** Mechanisms that stay, as the record has them when its slips are put right. */
  readonly keep: readonly string[];
  readonly add: Senders;
  /** Undefined: as it is. */
  readonly all: Qualifier | undefined;
}

/** The SPF record of a domain with other senders; a new one where there is none. */
export function planSpfChange({ domain, keep, add, all }: SpfChange, world: MailWorld): RecordPlan {
  const { spf } = mailTextsOf(`${domain}.`, world),
    problems = answerProblems({
      domain,
      receiver: { kind: 'nobody' },
      senders: add,
      strictness: 'none',
      reports: [],
    }).map(({ text }) => text);
  if (problems.length > 0) return failed(...problems);
  const before = spf.length === 0 ? buildSpf({ mechanisms: [], all: all ?? '~' }) : settledSpf(spf);
  let text = before;
  for (const { text: mechanism, known } of parseSpf(before).mechanisms)
    if (known !== 'all' && !keep.some((kept) => kept.toLowerCase() === mechanism.toLowerCase()))
      text = withoutMechanism(text, mechanism);
  for (const mechanism of mechanismsOf(add)) text = withMechanism(text, mechanism);
  if (all !== undefined) text = withAll(text, all);
  const count = spfLookups(plainName(`${domain}.`), text, world.resolver),
    least = count.exact ? '' : 'at least ';
  const cost =
    count.count > mostLookups
      ? `The record takes ${least}${count.count} lookups, but receivers allow ${mostLookups}: remove some senders.`
      : `The record takes ${least}${ofMostLookups(count.count)}.`;
  const open = add.providers
    .map(providerById)
    .flatMap((provider) => (provider === undefined ? [] : spfTerm(provider).open));
  const planned: PlannedRecord = {
    owner: '@',
    type: 'TXT',
    rdata: presentStrings(text),
    comment: 'who sends mail in its name',
    open,
  };
  const notes = add.providers.flatMap((id) => {
    const provider = providerById(id);
    return provider === undefined || provider.spf.note === '' ? [] : [`${provider.name}: ${provider.spf.note}`];
  });
  return { planned: [planned], notes: [...openNotes([planned]), cost, ...notes], problems: [], allMx: false };
}

function mechanismsOf({ mxHosts, addresses, providers, includes }: Senders): readonly string[] {
  return [
    ...(mxHosts ? ['mx'] : []),
    ...addresses.flatMap((address) => {
      const parsed = parseAddress(address);
      return parsed === undefined ? [] : [`ip${parsed.version}:${address}`];
    }),
    ...providers.flatMap((id) => {
      const provider = providerById(id);
      return provider === undefined || provider.spf.term === '' ? [] : [provider.spf.term];
    }),
    ...includes.map((domain) => `include:${domain.replace(/\.$/, '')}`),
  ];
}

const refusals = {
  empty: 'Nothing was pasted.',
  privateKey: 'This is the private key, which must stay on the mail server. Paste the public key.',
  certificate: 'This is a certificate. Paste the public key or the record from your provider.',
  cutOff: 'The key is cut off. Paste all of it, from the BEGIN line to the END line of a PEM file.',
  notAKey: 'The pasted text contains no valid DKIM key.',
} as const;

/** Why pasted text is no DKIM key; undefined where it is one. */
export function dkimRefusal(pasted: string): string | undefined {
  const read = dkimFromPaste(pasted);
  return read.kind === 'refused' ? refusals[read.reason] : undefined;
}

/** A key, or the alias of a provider's, at a selector. */
export function planDkimKey(domain: string, pasted: string, selector: string): RecordPlan {
  const read = dkimFromPaste(pasted);
  if (read.kind === 'refused') return failed(refusals[read.reason]);
  if (!isSelector(selector)) return failed(`"${selector}" isn't a valid selector.`);
  const owner = `${selector}._domainkey`,
    other =
      read.domain !== undefined && read.domain.replace(/\.$/, '') !== domain
        ? [`The pasted text is for ${read.domain}; the key is added for ${domain}.`]
        : [];
  const planned: PlannedRecord =
    read.kind === 'alias'
      ? { owner, type: 'CNAME', rdata: read.target, comment: 'DKIM key' }
      : { owner, type: 'TXT', rdata: presentStrings(read.text), comment: 'DKIM key' };
  return {
    planned: [planned],
    notes: [...other, `Publish the zone, then let the mail server sign with the selector ${selector}.`],
    problems: [],
    allMx: false,
  };
}

export const isSelector = (selector: string): boolean =>
  /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/i.test(selector) &&
  `${selector}.`.split('.').every((label) => label.length <= 63);

/** The DMARC record of a domain; what the answers don't speak of stays as it is. */
export function planDmarcPolicy(answers: Omit<DmarcAnswers, 'existing'>, world: MailWorld): RecordPlan {
  const { domain, rua = [], p = 'none' } = answers,
    name = `_dmarc.${domain}.`,
    [alias] = world.resolver.lookup(name, 'CNAME').records;
  if (alias !== undefined)
    return failed(`_dmarc.${domain} is an alias of ${alias.replace(/\.$/, '')}, so change the policy there.`);
  const none: Senders = { mxHosts: false, addresses: [], providers: [], includes: [] },
    whole: MailAnswers = { domain, receiver: { kind: 'nobody' }, senders: none, strictness: p, reports: rua };
  const problems = answerProblems(whole).map(({ text }) => text);
  if (problems.length > 0) return failed(...problems);
  const { dmarc } = mailTextsOf(`${domain}.`, world),
    planned = planDmarc({ ...answers, existing: dmarc[0] });
  return { planned, notes: planNotes(whole), problems: [], allMx: false };
}

/** What is wrong with values that a wizard asks for, in one sentence; undefined where nothing is. */
export function valueProblem(
  kind: 'hosts' | 'addresses' | 'domains' | 'mailboxes',
  values: readonly string[],
): string | undefined {
  for (const value of values) {
    switch (kind) {
      case 'addresses':
        if (parseAddress(value) === undefined) return `"${value}" isn't an IP address.`;
        break;
      case 'hosts':
        if (parseAddress(value) !== undefined) return `"${value}" is an address; an MX record takes a host name.`;
        if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?)+$/i.test(value)) return `"${value}" isn't a host name.`;
        break;
      case 'domains':
        if (!isHostName(value)) return `"${value}" isn't a domain name.`;
        break;
      case 'mailboxes':
        if (!/^(?:mailto:)?[^\s@]+@[^\s@]+$/i.test(value) || !isHostName(value.slice(value.lastIndexOf('@') + 1)))
          return `"${value}" isn't a mail address.`;
    }
  }
  return undefined;
}

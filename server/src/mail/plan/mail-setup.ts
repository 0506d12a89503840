import { buildDmarc } from '../dmarc/build-dmarc.ts';
import type { DmarcParts } from '../dmarc/build-dmarc.ts';
import type { DmarcPolicy } from '../dmarc/dmarc-record.ts';
import { reportAuthorisationName } from '../dmarc/reports.ts';
import { noMailRecords } from './planned-record.ts';
import type { PlannedRecord } from './planned-record.ts';
import { dkimRecords, mxRecords, providerById, spfTerm } from '../providers/providers.ts';
import type { Provider } from '../providers/providers.ts';
import { isHostName } from '../grammar/report-uri.ts';
import { parseAddress } from '../spf/syntax/address.ts';
import { buildSpf, mergeSpf, withAll } from '../spf/build-spf.ts';
import { presentStrings } from '../grammar/txt-strings.ts';

export interface OwnHost {
  /** Relative to the domain, or absolute with a final dot. */
  readonly name: string;
  /** Addresses that it needs records for; empty where it has them already, or lies elsewhere. */
  readonly addresses: readonly string[];
}

/** Who takes the domain's mail. */
export type Receiver =
  | { readonly kind: 'provider'; readonly provider: string }
  /** In the order in which they are to be tried. */
  | { readonly kind: 'hosts'; readonly hosts: readonly OwnHost[] }
  | { readonly kind: 'nobody' };

/** Who sends mail in the domain's name; nobody where everything is empty. */
export interface Senders {
  /** The hosts that take its mail. */
  readonly mxHosts: boolean;
  readonly addresses: readonly string[];
  /** Ids of providers. */
  readonly providers: readonly string[];
  /** Domains of other services' SPF records. */
  readonly includes: readonly string[];
}

export interface MailAnswers {
  /** With or without the final dot. */
  readonly domain: string;
  readonly receiver: Receiver;
  readonly senders: Senders;
  /** What happens to mail that fails: nothing yet, to the spam folder, or refused. */
  readonly strictness: DmarcPolicy;
  /** Where reports go; none where it is empty. */
  readonly reports: readonly string[];
  /** Also ask for reports about TLS. */
  readonly tlsReports?: boolean;
  /** Keys that were pasted: selector and text of the record. */
  readonly keys?: readonly { readonly selector: string; readonly text: string }[];
  /** MTA-STS: the id of the policy, and where its host is: addresses, or the name that it is an alias of. */
  readonly mtaSts?: { readonly id: string; readonly addresses: readonly string[]; readonly alias?: string };
  /** Texts of records that are there already; the new ones take their place. */
  readonly existing?: { readonly spf?: string; readonly dmarc?: string };
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const txt = (owner: string, text: string, comment: string): PlannedRecord => ({
  owner,
  type: 'TXT',
  rdata: presentStrings(text),
  comment,
});

const withOpen = (record: PlannedRecord, open: readonly string[]): PlannedRecord =>
  open.length === 0 ? record : { ...record, open };

const sendsMail = ({ mxHosts, addresses, providers, includes }: Senders): boolean =>
  mxHosts || addresses.length + providers.length + includes.length > 0;

/**
 * The records that a domain needs for the answers given, in the order in which they should stand.
 * Answers that make no sense are left out; see `answerProblems`.
 */
export function planMail(answers: MailAnswers): readonly PlannedRecord[] {
  const sends = sendsMail(answers.senders);
  if (answers.receiver.kind === 'nobody' && !sends) return planParked(answers);
  return [
    ...planMx(answers, sends),
    planSpf(answers, sends),
    ...(sends ? planDkim(answers) : []),
    ...planDmarc({
      domain: answers.domain,
      p: answers.strictness,
      rua: answers.reports,
      existing: answers.existing?.dmarc,
    }),
    ...planMtaSts(answers),
    ...planTlsReports(answers),
  ];
}

/** Null MX, `v=spf1 -all` and `p=reject`, in place of what was there. */
function planParked(answers: MailAnswers): readonly PlannedRecord[] {
  const { mx, spf } = noMailRecords;
  const dmarc = planDmarc({ domain: answers.domain, p: 'reject', rua: answers.reports });
  const replaces = { spf: answers.existing?.spf !== undefined, dmarc: answers.existing?.dmarc !== undefined };
  return [
    mx,
    replaces.spf ? { ...spf, replaces: true } : spf,
    ...dmarc.map((record) => (replaces.dmarc ? { ...record, replaces: true } : record)),
  ];
}

function planMx(answers: MailAnswers, sends: boolean): readonly PlannedRecord[] {
  const { domain, receiver } = answers;
  switch (receiver.kind) {
    case 'nobody':
      // A null MX would make receivers refuse its mail (RFC 7505 §4.2).
      return [];
    case 'provider': {
      const provider = providerById(receiver.provider);
      if (provider === undefined) return [];
      const comment = `${provider.name} receives mail`;
      return mxRecords(provider, domain).map(({ preference, exchange, open }) =>
        withOpen({ owner: '@', type: 'MX', rdata: `${preference} ${exchange}`, comment }, open),
      );
    }
    case 'hosts':
      return planHosts(receiver.hosts, domain, sends && answers.senders.mxHosts);
  }
}

function planHosts(hosts: readonly OwnHost[], domain: string, sends: boolean): readonly PlannedRecord[] {
  const named = hosts
    .filter(({ name }) => name.trim() !== '')
    .map((host) => ({ ...host, owner: relativeName(host.name, domain) }));
  const mx = named.map(
    ({ owner }, index): PlannedRecord => ({
      owner: '@',
      type: 'MX',
      rdata: `${(index + 1) * 10} ${owner}`,
      comment: index === 0 ? 'receives mail' : 'receives mail when those before it fail',
    }),
  );
  const inside = named.filter(({ owner }) => !owner.endsWith('.'));
  const addresses = inside.flatMap(({ owner, addresses: list }) =>
    list.flatMap((address) => addressRecord(owner, address, 'mail host')),
  );
  // The name that a host greets with is checked as well (RFC 7208 §2.3).
  const greetings = sends
    ? inside
        .filter(({ owner }) => owner !== '@')
        .map(({ owner }) => txt(owner, 'v=spf1 a -all', 'for the name it greets with'))
    : [];
  return [...mx, ...addresses, ...greetings];
}

/** Relative to the domain where it lies below it; else absolute. */
function relativeName(name: string, domain: string): string {
  if (!name.endsWith('.')) return name;
  const host = plain(name);
  if (host === plain(domain)) return '@';
  return host.endsWith(`.${plain(domain)}`) ? host.slice(0, -plain(domain).length - 1) : `${host}.`;
}

function addressRecord(owner: string, address: string, comment: string): readonly PlannedRecord[] {
  const parsed = parseAddress(address);
  return parsed === undefined ? [] : [{ owner, type: parsed.version === 4 ? 'A' : 'AAAA', rdata: address, comment }];
}

/** Providers that send: those named, and the one that takes mail where its hosts send as well. */
function sendingProviders({ senders, receiver }: MailAnswers): readonly Provider[] {
  const own = receiver.kind === 'provider' && senders.mxHosts ? [receiver.provider] : [];
  return [...new Set([...own, ...senders.providers])].map(providerById).filter((provider) => provider !== undefined);
}

function planSpf(answers: MailAnswers, sends: boolean): PlannedRecord {
  const { senders, receiver, existing } = answers;
  const terms = sendingProviders(answers).map(spfTerm);
  const mechanisms = [
    ...(senders.mxHosts && receiver.kind === 'hosts' ? ['mx'] : []),
    ...senders.addresses.flatMap((address) => {
      const parsed = parseAddress(address);
      return parsed === undefined ? [] : [`ip${parsed.version}:${address}`];
    }),
    ...terms.map(({ term }) => term).filter((term) => term !== ''),
    ...senders.includes.map((domain) => `include:${plain(domain)}`),
  ];
  const all = !sends || answers.strictness === 'reject' ? '-' : '~';
  const built = buildSpf({ mechanisms, all });
  const text = existing?.spf === undefined || !sends ? built : withAll(mergeSpf(existing.spf, built), all);
  const comment = sends ? 'who may send mail in its name' : 'sends no mail';
  const record = withOpen(
    txt('@', text, comment),
    terms.flatMap(({ open }) => open),
  );
  return existing?.spf === undefined ? record : { ...record, replaces: true };
}

function planDkim(answers: MailAnswers): readonly PlannedRecord[] {
  const aliases = sendingProviders(answers).flatMap((provider) =>
    dkimRecords(provider, answers.domain).map(({ owner, target, open }) =>
      withOpen({ owner, type: 'CNAME', rdata: target, comment: `DKIM key of ${provider.name}` }, open),
    ),
  );
  const keys = (answers.keys ?? []).map(({ selector, text }) => txt(`${selector}._domainkey`, text, 'DKIM key'));
  return [...aliases, ...keys];
}

export interface DmarcAnswers extends DmarcParts {
  readonly domain: string;
  /** The record that is there already; it is changed. */
  readonly existing?: string | undefined;
}

const comments: Readonly<Record<DmarcPolicy, string>> = {
  none: 'only reports for now',
  quarantine: 'mail that fails goes to spam',
  reject: 'mail that fails is refused',
};

/** The DMARC record for the answers given; the policy is `none` where nothing says otherwise. */
export function planDmarc(answers: DmarcAnswers): readonly PlannedRecord[] {
  const { existing, domain: _domain, ...parts } = answers;
  // An empty list of addresses is no wish to lose those that are there.
  const rua = parts.rua !== undefined && parts.rua.length === 0 && existing !== undefined ? undefined : parts.rua;
  const record = txt('_dmarc', buildDmarc({ ...parts, rua }, existing), comments[parts.p ?? 'none']);
  return [existing === undefined ? record : { ...record, replaces: true }];
}

function planMtaSts(answers: MailAnswers): readonly PlannedRecord[] {
  const { mtaSts, receiver } = answers;
  if (mtaSts === undefined || receiver.kind === 'nobody') return [];
  const host =
    mtaSts.alias === undefined
      ? mtaSts.addresses.flatMap((address) => addressRecord('mta-sts', address, 'serves the MTA-STS policy'))
      : [{ owner: 'mta-sts', type: 'CNAME', rdata: mtaSts.alias, comment: 'serves the MTA-STS policy' }];
  return [
    txt(
      '_mta-sts',
      `v=STSv1; id=${mtaSts.id.replace(/[^A-Za-z0-9]/g, '').slice(0, 32)}`,
      'change the id with the policy',
    ),
    ...host,
  ];
}

function planTlsReports(answers: MailAnswers): readonly PlannedRecord[] {
  if (answers.tlsReports !== true || answers.reports.length === 0 || answers.receiver.kind === 'nobody') return [];
  const rua = answers.reports.map((address) => (/^[a-z]+:/i.test(address) ? address : `mailto:${address}`)).join(',');
  return [txt('_smtp._tls', `v=TLSRPTv1; rua=${rua}`, 'reports about TLS')];
}

export interface AnswerProblem {
  readonly field: 'domain' | 'receiver' | 'senders' | 'reports' | 'keys' | 'mtaSts';
  readonly text: string;
}

/** What is wrong with the answers, for the wizard to tell beside the question. */
export function answerProblems(answers: MailAnswers): readonly AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  const tell = (field: AnswerProblem['field'], text: string): void => void problems.push({ field, text });
  const { receiver, senders } = answers;
  if (!isHostName(answers.domain)) tell('domain', `"${answers.domain}" isn't a domain name.`);
  if (receiver.kind === 'provider' && (providerById(receiver.provider)?.mx.records.length ?? 0) === 0)
    tell('receiver', `"${receiver.provider}" isn't a provider that takes mail.`);
  if (receiver.kind === 'hosts') {
    if (receiver.hosts.length === 0) tell('receiver', 'Name a host that receives mail.');
    for (const { name, addresses } of receiver.hosts) {
      if (parseAddress(name) !== undefined)
        tell('receiver', `"${name}" is an address; an MX record takes a host name.`);
      for (const address of addresses)
        if (parseAddress(address) === undefined) tell('receiver', `"${address}" isn't an IP address.`);
    }
  }
  for (const address of senders.addresses)
    if (parseAddress(address) === undefined) tell('senders', `"${address}" isn't an IP address.`);
  for (const id of senders.providers)
    if (providerById(id) === undefined) tell('senders', `"${id}" isn't a known provider.`);
  for (const domain of senders.includes) if (!isHostName(domain)) tell('senders', `"${domain}" isn't a domain name.`);
  for (const address of answers.reports) {
    if (!isHostName(address.replace(/^mailto:/i, '').replace(/^.*@/, '')) || !address.includes('@'))
      tell('reports', `"${address}" isn't a mail address.`);
  }
  for (const { selector } of answers.keys ?? []) {
    if (!/^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/i.test(selector)) tell('keys', `"${selector}" isn't a valid selector.`);
  }
  if (answers.mtaSts !== undefined && answers.mtaSts.alias === undefined && answers.mtaSts.addresses.length === 0)
    tell('mtaSts', 'Enter the address of the host mta-sts.');
  return problems;
}

/** What is left to do elsewhere after the records are in the zone, one sentence each. */
export function planNotes(answers: MailAnswers): readonly string[] {
  const { domain, senders, receiver } = answers;
  const notes: string[] = [];
  for (const provider of sendingProviders(answers)) {
    const { dkim, spf, dmarc, name, source } = provider;
    if (dkim.type !== 'none' && dkimRecords(provider, domain).length === 0)
      notes.push(`${name} shows the DKIM record on its own page (${source}); add it with "Add DKIM Key…".`);
    if (spf.note !== '') notes.push(`${name}: ${spf.note}`);
    if (dmarc !== '') notes.push(`${name}: ${dmarc}`);
  }
  if (answers.strictness === 'none' && answers.reports.length === 0 && sendsMail(senders))
    notes.push('Without a report address, a DMARC record with p=none does nothing.');
  for (const address of answers.reports) {
    const host = plain(address.slice(address.lastIndexOf('@') + 1));
    const name = reportAuthorisationName(domain, address);
    const own = plain(domain);
    const isOwn = host === own || host.endsWith(`.${own}`) || own.endsWith(`.${host}`);
    if (name !== undefined && !isOwn)
      notes.push(`Receivers send reports to ${address} only if ${name} has the TXT record "v=DMARC1;".`);
  }
  if (receiver.kind === 'hosts' && senders.mxHosts)
    notes.push('Each sending address needs a PTR record for the name in its greeting.');
  if (answers.mtaSts !== undefined)
    notes.push(
      `Serve the policy at https://mta-sts.${plain(domain)}/.well-known/mta-sts.txt before you publish the record.`,
    );
  return notes;
}

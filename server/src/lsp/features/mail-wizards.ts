import type { Connection } from 'vscode-languageserver';
import { describeKey, dkimFromPaste } from '../../mail/dkim/dkim.ts';
import { addressesOf } from '../../mail/mail-path/step.ts';
import { providers } from '../../mail/providers/providers.ts';
import { lookupName } from '../../mail/dns/resolver.ts';
import type { Senders } from '../../mail/plan/mail-setup.ts';
import { dmarcOf, likelyMailHosts, mailDomainAt, spfTermsOf } from '../../ide/mail-context.ts';
import { mailEdits } from '../../ide/mail-edits.ts';
import { mailDomainsOf } from '../../ide/mail-facts.ts';
import type { RecordPlan } from '../../ide/mail-plan.ts';
import {
  dkimRefusal,
  isSelector,
  planDkimKey,
  planDmarcPolicy,
  planSetUp,
  planSpfChange,
  valueProblem,
} from '../../ide/mail-plan.ts';
import { TriedFixes } from '../../ide/tried-fixes.ts';
import type { MailWorld } from '../../ide/mail-world.ts';
import { cutAbove } from '../../zone/model/lookup.ts';
import { mailWorldOf, readPlace } from './mail-path.ts';
import type {
  CheckMailAnswerMethod,
  CheckMailAnswerParams,
  CheckMailAnswerResult,
  HostsWithoutAddressMethod,
  HostsWithoutAddressParams,
  HostsWithoutAddressResult,
  MailContext,
  MailContextMethod,
  MailContextParams,
  MailPlan,
  MailSenders,
  MailTask,
  PastedKey,
  PlanMailMethod,
  PlanMailParams,
  ReadDkimMethod,
  ReadDkimParams,
} from '../protocol/messages.ts';
import type { Session } from '../server/lsp-session.ts';

const mailContext: MailContextMethod = 'zonewright/mailContext',
  planMail: PlanMailMethod = 'zonewright/planMail';
const checkMailAnswer: CheckMailAnswerMethod = 'zonewright/checkMailAnswer',
  readDkim: ReadDkimMethod = 'zonewright/readDkim',
  hostsWithoutAddress: HostsWithoutAddressMethod = 'zonewright/hostsWithoutAddress';

const MOST_DOMAINS = 200,
  MOST_WARNINGS = 3;

const plain = (name: string): string => (name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name);

/** What the wizards about mail ask of the server: what there is, whether an answer makes sense, and what the answers come to. */
export function listenForMailWizards(connection: Connection, session: Session): void {
  const tried = new TriedFixes();
  connection.onRequest(
    mailContext,
    async ({ uri, domain, position }: MailContextParams, token): Promise<MailContext | null> => {
      const place = await readPlace(session, uri, token);
      if (place === undefined || !place.linted.zone.apexKnown) return null;
      const {
          held,
          linted: { zone },
        } = place,
        at = position === undefined ? undefined : mailDomainAt(zone, held.cut(), position);
      const name = (domain === undefined ? undefined : lookupName(domain)) ?? at ?? zone.names.text(zone.apex);
      return contextOf(name, mailDomainsOf(zone, MOST_DOMAINS).map(plain), mailWorldOf(session, place.linted));
    },
  );
  connection.onRequest(checkMailAnswer, ({ kind, text }: CheckMailAnswerParams): CheckMailAnswerResult => {
    if (kind === 'dkim') return dkimRefusal(text) ?? null;
    if (kind === 'selector')
      return isSelector(text.trim()) ? null : `"${text.trim()}" isn't a valid selector, such as s1 or mail2024.`;
    return valueProblem(kind, valuesIn(text)) ?? null;
  });
  connection.onRequest(
    hostsWithoutAddress,
    async ({ uri, domain, hosts }: HostsWithoutAddressParams, token): Promise<HostsWithoutAddressResult> => {
      const place = await readPlace(session, uri, token);
      if (place === undefined || !place.linted.zone.apexKnown) return [];
      const { zone } = place.linted,
        world = mailWorldOf(session, place.linted);
      return hosts.filter((host) => {
        const name = lookupName(absoluteHost(host, domain)),
          id = name === undefined ? -1 : zone.names.intern(name);
        return (
          name !== undefined &&
          id >= 0 &&
          zone.inZone(id) &&
          cutAbove(zone, id) < 0 &&
          addressesOf(world.resolver, name).status !== 'ok'
        );
      });
    },
  );
  connection.onRequest(readDkim, ({ pasted }: ReadDkimParams): PastedKey | null => {
    const read = dkimFromPaste(pasted);
    if (read.kind === 'refused') return null;
    return {
      description: read.kind === 'alias' ? `Alias of ${plain(read.target)}` : describeKey(read.key),
      selector: read.selector ?? null,
      domain: read.domain ?? null,
    };
  });
  connection.onRequest(planMail, async ({ uri, domain, task }: PlanMailParams, token): Promise<MailPlan> => {
    const place = await readPlace(session, uri, token),
      nothing = { version: null, edits: [], records: [], removed: [], notes: [] };
    if (place === undefined || !place.linted.zone.apexKnown)
      return { ...nothing, problems: [`This document isn't a zone, or its zone name is unknown.`] };
    const {
        held,
        linted: { zone },
      } = place,
      name = lookupName(domain),
      id = name === undefined ? -1 : zone.names.intern(name);
    if (id < 0 || !zone.inZone(id))
      return { ...nothing, problems: [`${domain} is outside the zone ${plain(zone.names.text(zone.apex))}.`] };
    const { planned, notes, problems, allMx } = planOf(task, plain(name!), mailWorldOf(session, place.linted));
    const { edits, records, removed } = mailEdits(zone, id, planned, { allMx });
    const warnings = tried
      .brings(session.zones.workspace, edits)
      .slice(0, MOST_WARNINGS)
      .map(({ severity, message }) => `This brings ${severity === 'error' ? 'an error' : 'a warning'}: ${message}`);
    return {
      version: held.version ?? null,
      edits: edits.map(({ uri: file, range, text }) => ({ uri: file, range, newText: text })),
      records,
      removed,
      notes: [...notes, ...warnings],
      problems,
    };
  });
}

/** Values that a person wrote one after the other. */
function valuesIn(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((value) => value !== '');
}

function contextOf(name: string, domains: readonly string[], world: MailWorld): MailContext {
  const domain = plain(name),
    spf = spfTermsOf(name, world),
    dmarc = dmarcOf(name, world),
    reports = (dmarc?.rua ?? [])
      .map(({ address, text }) => (address === '' ? text : address))
      .filter((address) => address !== '');
  return {
    domain,
    domains: domains.includes(domain) ? domains : [domain, ...domains],
    mailHosts: world.resolver
      .lookup(name, 'MX')
      .records.map(({ exchange }) => plain(exchange))
      .filter((host) => host !== '.'),
    likelyHosts: likelyMailHosts(name, world).map(plain),
    spf: spf === undefined ? null : { text: spf.text, terms: spf.terms, all: spf.all ?? null },
    dmarc:
      dmarc === undefined
        ? null
        : {
            text: dmarc.text,
            policy: dmarc.p ?? 'none',
            subdomainPolicy: dmarc.sp ?? null,
            strict: dmarc.adkim === 's' && dmarc.aspf === 's',
          },
    reports: reports.length > 0 ? reports : [`dmarc-reports@${domain}`],
    providers: providers
      .filter(({ retired }) => retired === undefined)
      .map(({ id, name: called, roles, mx, spf: { term } }) => ({
        id,
        name: called,
        receives: mx.records.length > 0,
        sends: roles.includes('sending') || roles.includes('mailboxes') || term !== '',
      })),
  };
}

function sendersOf({ mailHosts, addresses, providers: ids, includes }: MailSenders): Senders {
  return { mxHosts: mailHosts, addresses, providers: ids, includes };
}

function planOf(task: MailTask, domain: string, world: MailWorld): RecordPlan {
  switch (task.kind) {
    case 'setUp': {
      const { receiver, senders, policy, reports } = task,
        hosts =
          receiver.kind === 'hosts'
            ? receiver.hosts.map(({ name, addresses }) => ({ name: absoluteHost(name, domain), addresses }))
            : [];
      return planSetUp(
        {
          domain,
          receiver: receiver.kind === 'hosts' ? { kind: 'hosts', hosts } : receiver,
          senders: sendersOf(senders),
          strictness: policy,
          reports,
        },
        world,
      );
    }
    case 'spf':
      return planSpfChange({ domain, keep: task.keep, add: sendersOf(task.add), all: task.all ?? undefined }, world);
    case 'dkim':
      return planDkimKey(domain, task.pasted, task.selector);
    case 'dmarc':
      return planDmarcPolicy(
        {
          domain,
          p: task.policy,
          ...(task.subdomainPolicy === null ? {} : { sp: task.subdomainPolicy }),
          strictDkim: task.strict,
          strictSpf: task.strict,
          rua: task.reports,
        },
        world,
      );
  }
}

/** A host as a person names it: one label lies below the domain, a name with dots is absolute. With the final dot. */
function absoluteHost(written: string, domain: string): string {
  const name = written.replace(/\.$/, '');
  return name.includes('.') || written.endsWith('.') ? `${name}.` : `${name}.${domain}.`;
}

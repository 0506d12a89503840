import {
  destinationProblems,
  dmarcPlaceProblems,
  dmarcProblems,
  dmarcSetProblems,
  externalDestinations,
  externalProblems,
  isDmarc,
  parseDmarc,
  reportRecordProblems,
  treeWalk,
} from '../../../mail/dmarc/dmarc.ts';
import type { DmarcRecord, ExternalDestination } from '../../../mail/dmarc/dmarc.ts';
import type { MailProblem } from '../../../mail/grammar/problem.ts';
import { parse } from 'tldts';
import { takesMail } from '../../kit/mail/takes-mail.ts';
import { above } from '../../kit/mail/mail-owner-check.ts';
import { textFamily } from '../../kit/mail/text-family.ts';
import type { MailText } from '../../kit/mail/text-family.ts';
import { DMARC } from '../../kit/mail/text-marks.ts';
import type { RuleContext } from '../../engine/context.ts';
import { addRecord } from '../../kit/add-record.ts';
import type { Relayed } from '../../engine/check.ts';
import { textReport } from '../../kit/mail/text-report.ts';
import { codesOf } from '../../../findings/codes/index.ts';

/** What is missing is told where a name's mail is judged as a whole. */
const ofPosture = ['dmarc/missing', 'dmarc/parked', 'dmarc/reject-without-spf-and-dkim'];

/** All that DMARC records show (RFC 9989 §4.7), and those that allow reports (RFC 9990 §4). */
export default textFamily({
  reports: codesOf('dmarc').filter((code) => !ofPosture.includes(code)),
  marks: DMARC,
  labels: ['_dmarc'],
  kind: 'dmarc',
  isMeant: isDmarc,
  check: checkRecord,
  checkSet: dmarcSetProblems,
});

function* checkRecord(text: MailText, context: RuleContext): Iterable<MailProblem | Relayed> {
  const { zone } = context,
    { record, owner } = text,
    parsed = parseDmarc(text.text.joined);
  if (owner?.kind === 'dmarcReport') {
    yield* reportRecordProblems(parsed, context.show(above(zone, record.owner, owner.count)));
    return;
  }
  if (owner !== undefined && owner.kind !== 'dmarc') return;
  yield* dmarcProblems(parsed);
  if (!zone.apexKnown || owner === undefined || !owner.exact || owner.wildcard) return;
  const domain = above(zone, record.owner, owner.count),
    name = context.absolute(domain);
  yield* dmarcPlaceProblems(parsed, { domain: name, organization: organizationAbove(context, name) });
  yield* destinationProblems(parsed, (host) => takesMail(context, host));
  yield* externalDrafts(text, parsed, context, name);
}

/** A domain above with a record of its own, which is the organizational domain or below it (RFC 9989 §4.10.2). */
function organizationAbove(context: RuleContext, domain: string): string | undefined {
  const found = treeWalk(context.resolver, domain).filter(
    (step) => step.record !== undefined && step.domain !== domain && step.record.psd !== 'y',
  );
  return found.at(-1)?.domain;
}

/** As the public suffix list sees it: the tree walk of RFC 9989 would need the records of others. */
const organizationOf = (host: string): string =>
  parse(host.replace(/\.$/, ''), { allowPrivateDomains: true, validateHostname: false }).domain ??
  host.toLowerCase().replace(/\.$/, '');

function* externalDrafts(
  { record, text }: MailText,
  parsed: DmarcRecord,
  context: RuleContext,
  domain: string,
): Iterable<Relayed> {
  const destinations = externalDestinations(parsed, domain, organizationOf);
  for (const problem of externalProblems(destinations, (destination) => ({
    authorised: isAuthorised(destination, context),
  }))) {
    const draft = textReport(record, text, problem),
      name =
        problem.message === 'missing' ? destinations.find(({ uri }) => uri.start === problem.start)?.name : undefined;
    const zone = name === undefined ? undefined : context.zoneOf(name),
      owner = name === undefined || zone === undefined ? -1 : zone.names.intern(name);
    yield zone === undefined || owner < 0
      ? draft
      : {
          ...draft,
          fixes: [
            {
              title: `Allow the reports at ${name!.slice(0, -1)}`,
              safe: false,
              edits: () => [addRecord(zone, owner, 'TXT', '"v=DMARC1;"')],
            },
          ],
        };
  }
}

function isAuthorised({ name }: ExternalDestination, context: RuleContext): boolean | undefined {
  if (name === undefined) return false;
  const { status, records } = context.resolver.lookup(name, 'TXT');
  if (status === 'ok') return records.some((strings) => parseDmarc(strings.join('')).valid);
  return status === 'nodata' || status === 'nxdomain' ? false : undefined;
}

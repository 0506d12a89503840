import { mtaStsDomainFindings } from '../../../mail/mta-sts/mta-sts.ts';
import type { PlannedRecord } from '../../../mail/plan/planned-record.ts';
import type { Missing } from '../../../mail/posture/mail-posture.ts';
import { providerOfMx, spfTerm } from '../../../mail/providers/providers.ts';
import { buildSpf } from '../../../mail/spf/spf.ts';
import { presentStrings } from '../../../mail/grammar/txt-strings.ts';
import { HAS_ADDRESS, HAS_MX, HAS_SOA } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { isServedInside } from '../../kit/mail/private-network.ts';
import { mtaStsFacts } from '../../kit/mail/mta-sts-facts.ts';
import { below } from '../../kit/mail/mail-owner-check.ts';
import { mailSituation } from '../../kit/mail/mail-posture-check.ts';
import type { MailSituation } from '../../kit/mail/mail-posture-check.ts';
import { addRecord, relativeName } from '../../kit/add-record.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Edit, Fix } from '../../../findings/fix.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Relayed } from '../../engine/check.ts';

/** The mail of a zone's apex as a whole: what takes it, who may send, and what is missing. Names below are not asked for theirs, since most are no mail domains. */
export default check({
  on: eachName(['SOA', 'MX', 'TXT'], { when: isPublicApex }),
  reports: [
    'mx/missing',
    'mx/null-alone',
    'mx/parked',
    'spf/no-record',
    'spf/parked',
    'dkim/none',
    'dmarc/missing',
    'dmarc/parked',
    'dmarc/reject-without-spf-and-dkim',
  ],
  *run({ name }, context) {
    const { zone } = context;
    if (zone.purpose.isInside || isServedInside(context)) return;
    const situation = mailSituation(context, name),
      { missing } = situation.posture,
      told = missing.filter((part) => part.finding);
    const witness = situation.mx[0] ?? situation.spf ?? situation.dmarc;
    for (const part of witness === undefined ? [] : told) {
      const fixes = fixesFor(part, situation, context);
      yield { said: part, at: witness!.typeSpan, fixes };
    }
    yield* policyHostAlone(situation, context);
  },
});

function isPublicApex(zone: Zone, _record: number, name: number): boolean {
  return (
    zone.apexKnown &&
    name === zone.apex &&
    name !== 0 &&
    (zone.records.kinds(name) & HAS_SOA) !== 0 &&
    !zone.names.text(name).endsWith('.arpa.')
  );
}

/** What adds this part alone, and what makes the whole set complete. */
function fixesFor(part: Missing, situation: MailSituation, context: RuleContext): readonly Fix[] {
  const {
    posture: { missing, kind },
    facts,
  } = situation;
  const planned = (parts: readonly Missing[]): readonly PlannedRecord[] =>
    parts.flatMap(({ part: name, records }) =>
      name === 'spf' && kind === 'mail domain' ? [spfFor(situation)] : records,
    );
  if (part.part === 'mx' && kind === 'sending-only') return newMx(context);
  const own = planned([part]),
    all = planned(missing);
  if (all.length === 0) return [];
  const closed = kind === 'null MX' || kind === 'parked';
  const complete: Fix = {
    title: closed
      ? `Complete the no-mail records of ${facts.domain}`
      : `Add all missing mail records of ${facts.domain}`,
    safe: false,
    edits: () => editsFor(all, context),
  };
  if (closed) return [{ ...complete, preferred: true }];
  if (own.length === 0) return [];
  const single: Fix = {
    title: `Add ${own.map(({ type, owner }) => (owner === '@' ? `the ${part.part === 'spf' ? 'SPF' : type} record` : 'a DMARC record that asks for reports')).join(' and ')}`,
    safe: false,
    preferred: true,
    edits: () => editsFor(own, context),
  };
  return all.length > own.length ? [single, complete] : [single];
}

/** Names that mail hosts usually have. */
const usual = ['mail', 'smtp', 'mx', 'mx1', 'mail1'];

/** An MX record for a host that is there already and looks like one for mail. */
function newMx(context: RuleContext): readonly Fix[] {
  const { zone } = context,
    label = usual.find((each) => (context.kinds(below(context, zone.apex, [each])) & HAS_ADDRESS) !== 0);
  if (label === undefined) return [];
  const host = context.show(below(context, zone.apex, [label]));
  return [
    {
      title: `Add an MX record for ${host}`,
      safe: false,
      edits: () => [
        addRecord(zone, zone.apex, 'MX', `10 ${relativeName(zone, below(context, zone.apex, [label]), zone.apex)}`),
      ],
    },
  ];
}

/** The hosts that take the mail send it as well: those of the zone by `mx`, those of a provider by its include. */
function spfFor({ mx }: MailSituation): PlannedRecord {
  const mechanisms = mx.map((record) => {
    const provider = record.zone.inZone(record.target)
        ? undefined
        : providerOfMx(record.zone.names.text(record.target)),
      term = provider === undefined ? undefined : spfTerm(provider);
    return term === undefined || term.term === '' || term.open.length > 0 ? 'mx' : term.term;
  });
  return {
    owner: '@',
    type: 'TXT',
    rdata: presentStrings(buildSpf({ mechanisms: [...new Set(mechanisms)], all: '-' })),
    comment: '',
  };
}

function editsFor(records: readonly PlannedRecord[], context: RuleContext): readonly Edit[] {
  const { zone } = context;
  return records.map(({ owner, type, rdata }) =>
    addRecord(zone, owner === '@' ? zone.apex : below(context, zone.apex, owner.split('.')), type, rdata),
  );
}

/** A host `mta-sts` of a mail domain without the record that leads to it. */
function* policyHostAlone({ mx }: MailSituation, context: RuleContext): Iterable<Relayed> {
  const { zone } = context,
    host = below(context, zone.apex, ['mta-sts']);
  if (mx.length === 0 || host < 0 || (context.kinds(host) & ~HAS_MX) === 0) return;
  const found = mtaStsDomainFindings(mtaStsFacts(context, zone.apex)).find(({ message }) => message === 'record'),
    record = context.records(host)[0];
  if (found === undefined || record === undefined) return;
  const owner = below(context, zone.apex, ['_mta-sts']);
  yield {
    said: found,
    at: record.ownerSpan ?? record.typeSpan,
    severity: 'information',
    fixes: [
      {
        title: `Add the TXT record ${context.show(owner)}`,
        safe: false,
        edits: () => [addRecord(zone, owner, 'TXT', '"v=STSv1; id=${1:1}"', { after: record, snippet: true })],
      },
    ],
  };
}

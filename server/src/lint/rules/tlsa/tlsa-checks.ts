import { parseTlsa, tlsaBaseFindings, tlsaProblems, tlsaSetProblems } from '../../../mail/dane/dane.ts';
import { mailOwner } from '../../../mail/owners/mail-owner.ts';
import type { MailOwner } from '../../../mail/owners/mail-owner.ts';
import { tlsaOwnerProblem } from '../../../mail/owners/owner-problems.ts';
import { HAS_ADDRESS, HAS_CNAME, HAS_MX } from '../../../zone/records/record-table.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { above, labelsFrom } from '../../kit/mail/mail-owner-check.ts';
import { ownerReportOf } from '../../kit/mail/owner-report.ts';
import { renameOwner } from '../../kit/mail/rename-owner.ts';
import { isPlainLine, isPortOfService } from '../../kit/mail/plain-tlsa.ts';
import type { RuleContext } from '../../engine/context.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { codesOf } from '../../../findings/codes/index.ts';
import type { Code } from '../../../findings/codes/index.ts';
import { check, eachRrset } from '../../engine/check.ts';
import type { Relayed } from '../../engine/check.ts';
import { A, AAAA, CNAME, MX, TLSA } from '../../../zone/rrtypes/codes.ts';

const SMTP = 25;
/** Told by rules of their own: where hosts of one domain differ, and what only stricter profiles ask for. */
const elsewhere: readonly Code[] = ['tlsa/partial-mx', 'tlsa/unsigned-zone', 'tlsa/rollover-single', 'tlsa/hex'];

/** All that the TLSA records of one name show (RFC 6698, RFC 7671, RFC 7672). */
export default check({
  on: eachRrset(['TLSA']),
  reports: codesOf('tlsa').filter((code) => !elsewhere.includes(code)),
  *run({ owner: name, records }, context) {
    const { zone } = context,
      good = records.filter((record) => !record.broken),
      first = good[0];
    if (first === undefined || (zone.apexKnown && !zone.inZone(name))) return;
    if (zone.apexKnown && isPortOfService(zone, name) && good.every(({ id }) => isPlainLine(zone, id))) {
      yield* ofHost(first, above(zone, name, 2), context);
      return;
    }
    const labels = labelsFrom(zone, name),
      owner = mailOwner(labels),
      port = owner?.kind === 'tlsa' && owner.exact ? owner.port : undefined;
    for (const record of good) if (!isPlainLine(zone, record.id)) yield* ofRecord(record, port);
    for (const said of tlsaSetProblems(good.map((record) => record.source())))
      if (!elsewhere.includes(said.code)) yield { said, at: good[said.record]!.rdataSpan };
    if (!zone.apexKnown) return;
    const problem = tlsaOwnerProblem(labels);
    if (problem !== undefined) yield ownerReportOf(first, problem, context, () => true);
    else if (owner?.kind === 'tlsa')
      yield* owner.port === SMTP
        ? ofMailHost(first, owner, context)
        : ofHost(first, above(zone, name, owner.count), context);
  },
});

function* ofRecord(record: RecordView, port: number | undefined): Iterable<Relayed> {
  const { rdataSpan } = record,
    source = record.source();
  // Offsets of the parser are those in the rdata's text, where comments and escapes would be in the way.
  if (/[;\\]/.test(source)) return;
  const at = (start: number, end: number): typeof rdataSpan => ({
    ...rdataSpan,
    start: rdataSpan.start + start,
    end: rdataSpan.start + end,
  });
  for (const said of tlsaProblems(parseTlsa(source), { port })) {
    const { start, end, severity, fix } = said;
    yield {
      said,
      at: at(start, end),
      ...(severity === undefined ? {} : { severity }),
      ...(fix === undefined
        ? {}
        : {
            fixes: [
              {
                title: fix.title,
                safe: fix.safe,
                edits: () => fix.edits.map((edit) => replaceSpan(record.zone, at(edit.start, edit.end), edit.text)),
              },
            ],
          }),
    };
  }
}

/** Whether the host that the records are for can be reached at all. */
function* ofHost(first: RecordView, host: NameId, context: RuleContext): Iterable<Relayed> {
  const { zone } = context;
  if (zone.inZone(host) && !zone.names.isWildcard(host) && hasAddress(context, host) === false)
    yield {
      said: { code: 'tlsa/host-missing', message: 'missing', args: { host: context.show(host) } },
      at: first.ownerSpan ?? first.typeSpan,
    };
}

/** Whether senders of mail get to the records (RFC 7672 §2.2). */
function* ofMailHost(first: RecordView, owner: MailOwner, context: RuleContext): Iterable<Relayed> {
  const { zone } = context,
    base = above(zone, first.owner, owner.count),
    at = first.ownerSpan ?? first.typeSpan;
  if (!zone.inZone(base) || zone.names.isWildcard(base)) return;
  if ((context.kinds(base) & HAS_CNAME) !== 0) {
    const target = context.records(base, CNAME)[0]?.target ?? -1;
    if (target >= 0 && isMxHost(context, base))
      yield {
        said: {
          code: 'tlsa/mx-cname',
          message: 'alias',
          args: { host: context.show(base), target: context.show(target) },
        },
        at,
      };
    return;
  }
  const mxHosts = context
      .records(base, MX)
      .filter((mx) => mx.target > 0)
      .map((mx) => mx.target),
    [host] = mxHosts;
  const facts = {
    port: SMTP,
    host: context.show(base),
    owner: context.show(first.owner),
    hasAddress: hasAddress(context, base),
    hasMx: (context.kinds(base) & HAS_MX) !== 0,
    isMxHost: isMxHost(context, base),
    anyMx: (context.kinds(zone.apex) & HAS_MX) !== 0,
  };
  for (const said of tlsaBaseFindings({ ...facts, mxHosts: mxHosts.map((mx) => context.show(mx)) })) {
    const better =
      said.message !== 'domain' || host === undefined || !zone.inZone(host) || first.generated
        ? -1
        : context.child(context.child(host, '_tcp'), '_25');
    const free = better >= 0 && !context.has(better, TLSA) && zone.records.next[zone.records.first(first.owner)]! < 0;
    yield {
      said,
      at,
      ...(free
        ? {
            fixes: [
              {
                title: `Move the record to ${context.show(better)}`,
                safe: false,
                edits: () => renameOwner(first, better),
              },
            ],
          }
        : {}),
    };
  }
}

/** Undefined where another zone answers. */
function hasAddress(context: RuleContext, host: NameId): boolean | undefined {
  if ((context.kinds(host) & HAS_ADDRESS) !== 0) return true;
  const { status, wildcard } = context.lookup(host, A);
  if (status === 'answer') return true;
  if (status !== 'no-data' && status !== 'no-name') return undefined;
  return wildcard && context.lookup(host, AAAA).status === 'answer';
}

function isMxHost(context: RuleContext, host: NameId): boolean {
  for (const record of context.referrers(host)) if (record.type === MX) return true;
  return false;
}

import { daneRules, parseTlsa, tlsaBaseFindings, tlsaProblems, tlsaSetProblems } from '../../../mail/dane/dane.ts';
import { mailOwner } from '../../../mail/owners/mail-owner.ts';
import type { MailOwner } from '../../../mail/owners/mail-owner.ts';
import { tlsaOwnerProblem } from '../../../mail/owners/owner-problems.ts';
import { HAS_ADDRESS, HAS_CNAME, HAS_MX } from '../../../zone/records/record-table.ts';
import { rdataRules } from '../../../zone/rrtypes/problems.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { above, labelsFrom } from '../../kit/mail/mail-owner-check.ts';
import { draftOf } from '../../kit/mail/owner-draft.ts';
import { renameOwner } from '../../kit/mail/rename-owner.ts';
import { isPlainLine, isPortOfService } from '../../kit/mail/plain-tlsa.ts';
import { metasOf } from '../../kit/mail/text-draft.ts';
import type { RuleContext } from '../../engine/context.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { defineFamily, eachRrset } from '../../engine/rule.ts';
import type { Draft, Rrset } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const A = 1, CNAME = 5, AAAA = 28, MX = 15, TLSA = 52, SMTP = 25;
/** Told by rules of their own: where hosts of one domain differ, and what only stricter profiles ask for. Missing fields are told by the reader. */
const elsewhere = ['tlsa/partial-mx', 'tlsa/unsigned-zone', 'tlsa/rollover-single', 'tlsa/fields'];
/** What is no number is told by the reader, too; for one that is not assigned nobody knows the right one. */
const withoutFix = ['tlsa/usage', 'tlsa/selector', 'tlsa/matching'];
const metas = metasOf(daneRules).filter(({ code }) => !(code in rdataRules) && !elsewhere.includes(code)).map(({ fix, ...meta }): RuleMeta => fix === undefined || withoutFix.includes(meta.code) ? meta : { ...meta, fix });

/** All that the TLSA records of one name show (RFC 6698, RFC 7671, RFC 7672). */
export default defineFamily<Rrset>(metas, eachRrset(['TLSA']), function* ({ owner: name, records }, context) {
  const { zone } = context, good = records.filter(record => !record.broken), first = good[0];
  if (first === undefined || (zone.apexKnown && !zone.inZone(name))) return;
  if (zone.apexKnown && isPortOfService(zone, name) && good.every(({ id }) => isPlainLine(zone, id))) { yield* ofHost(first, above(zone, name, 2), context); return; }
  const labels = labelsFrom(zone, name), owner = mailOwner(labels), port = owner?.kind === 'tlsa' && owner.exact ? owner.port : undefined;
  for (const record of good) if (!isPlainLine(zone, record.id)) yield* ofRecord(record, port);
  for (const { code, message, args, record } of tlsaSetProblems(good.map(record => record.source()))) if (!elsewhere.includes(code)) yield { code, message, args, at: good[record]!.rdataSpan };
  if (!zone.apexKnown) return;
  const problem = tlsaOwnerProblem(labels);
  if (problem !== undefined) yield draftOf(first, problem, context, () => true);
  else if (owner?.kind === 'tlsa') yield* owner.port === SMTP ? ofMailHost(first, owner, context) : ofHost(first, above(zone, name, owner.count), context);
});

function* ofRecord(record: RecordView, port: number | undefined): Iterable<Draft> {
  const { rdataSpan } = record, source = record.source();
  // Offsets of the parser are those in the rdata's text, where comments and escapes would be in the way.
  if (/[;\\]/.test(source)) return;
  const at = (start: number, end: number): typeof rdataSpan => ({ ...rdataSpan, start: rdataSpan.start + start, end: rdataSpan.start + end });
  for (const { code, message, args, start, end, severity, fix } of tlsaProblems(parseTlsa(source), { port })) {
    yield {
      code, message, args, at: at(start, end), ...(severity === undefined ? {} : { severity }),
      ...(fix === undefined || record.generated ? {} : { fixes: [{ title: fix.title, safe: fix.safe, edits: () => fix.edits.map(edit => replaceSpan(record.zone, at(edit.start, edit.end), edit.text)) }] }),
    };
  }
}

/** Whether the host that the records are for can be reached at all. */
function* ofHost(first: RecordView, host: NameId, context: RuleContext): Iterable<Draft> {
  const { zone } = context;
  if (zone.inZone(host) && !zone.names.isWildcard(host) && hasAddress(context, host) === false) yield { code: 'tlsa/host-missing', message: 'missing', at: first.ownerSpan ?? first.typeSpan, args: { host: context.show(host) } };
}

/** Whether senders of mail get to the records (RFC 7672 §2.2). */
function* ofMailHost(first: RecordView, owner: MailOwner, context: RuleContext): Iterable<Draft> {
  const { zone } = context, base = above(zone, first.owner, owner.count), at = first.ownerSpan ?? first.typeSpan;
  if (!zone.inZone(base) || zone.names.isWildcard(base)) return;
  if ((context.kinds(base) & HAS_CNAME) !== 0) {
    const target = context.records(base, CNAME)[0]?.target ?? -1;
    if (target >= 0 && isMxHost(context, base)) yield { code: 'tlsa/mx-cname', message: 'alias', at, args: { host: context.show(base), target: context.show(target) } };
    return;
  }
  const mxHosts = context.records(base, MX).filter(mx => mx.target > 0).map(mx => mx.target), [host] = mxHosts;
  const facts = { port: SMTP, host: context.show(base), owner: context.show(first.owner), hasAddress: hasAddress(context, base), hasMx: (context.kinds(base) & HAS_MX) !== 0, isMxHost: isMxHost(context, base), anyMx: (context.kinds(zone.apex) & HAS_MX) !== 0 };
  for (const { code, message, args } of tlsaBaseFindings({ ...facts, mxHosts: mxHosts.map(mx => context.show(mx)) })) {
    const better = message !== 'domain' || host === undefined || !zone.inZone(host) || first.generated ? -1 : context.child(context.child(host, '_tcp'), '_25');
    const free = better >= 0 && !context.has(better, TLSA) && zone.records.next[zone.records.first(first.owner)]! < 0;
    yield { code, message, args, at, ...(free ? { fixes: [{ title: `Move the record to ${context.show(better)}`, safe: false, edits: () => renameOwner(first, better) }] } : {}) };
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

import { BROKEN } from '../../../zone/records/record-table.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { canonicalOrder, standingOf } from '../../kit/signed-names.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRrset } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { NSEC } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'nsec/chain'>;
/**
 * The chain of NSEC records (RFC 4034 §4.1.1). When every record leads to a name that has one, no two lead to the same, and all but those to the apex lead forwards, it is whole.
 * Each name tells where its own record leads, and which records that lead to it leave a name out: so an edit asks the names around it only.
 */
export default check({
  on: eachRrset(['NSEC'], {
    when: (zone, record, name) =>
      zone.signing.proof === 'nsec' && (brokenAt(zone, record) !== undefined || hasRivals(zone, name)),
  }),
  reports: 'nsec/chain',
  *run({ owner, records }, context) {
    const { zone } = context,
      [first] = records,
      message = first === undefined ? undefined : brokenAt(zone, first.id);
    if (first !== undefined && message !== undefined && isInChain(owner, context))
      yield draft(first, message, undefined, context);
    yield* skips(owner, context);
  },
});

function draft(
  nsec: RecordView,
  message: 'nowhere' | 'skips' | 'backwards',
  other: NameId | undefined,
  context: RuleContext,
): Said {
  const args = {
    name: context.show(nsec.owner),
    next: context.show(nsec.target),
    apex: context.show(context.zone.apex),
    other: other === undefined ? '' : context.show(other),
  };
  return { message, at: nsec.span('next-domain-name'), args };
}

/** Asked for every NSEC record. */
function brokenAt(zone: Zone, record: RecordId): 'nowhere' | 'backwards' | undefined {
  const { records } = zone,
    next = records.target[record]!;
  if ((records.flags[record]! & BROKEN) !== 0 || next < 0) return undefined;
  if (recordAt(zone, next, NSEC) < 0) return 'nowhere';
  return leadsForwards(zone, record) ? undefined : 'backwards';
}

const leadsForwards = (zone: Zone, record: RecordId): boolean =>
  zone.records.target[record] === zone.apex ||
  canonicalOrder(zone, zone.records.owner[record]!, zone.records.target[record]!) < 0;

/** Whether several NSEC records lead to a name: a name server's is pointed at by very many others, too. */
function hasRivals(zone: Zone, name: NameId): boolean {
  const { records } = zone;
  let first = -1;
  for (let id = records.firstReferrer(name); id >= 0; id = records.nextReferrerOf(id)) {
    if (records.type[id] !== NSEC) continue;
    if (first >= 0 && records.owner[first] !== records.owner[id]) return true;
    first = id;
  }
  return false;
}

/** Of the records that lead to a name, only that of the name before it does so rightly. */
function* skips(next: NameId, context: RuleContext): Iterable<Said> {
  const { zone } = context,
    leading = [...context.referrers(next)].filter(
      ({ id, owner }) =>
        zone.records.type[id] === NSEC &&
        (zone.records.flags[id]! & BROKEN) === 0 &&
        leadsForwards(zone, id) &&
        isInChain(owner, context),
    );
  const last = leading.reduce<RecordView | undefined>(
    (a, b) => (a === undefined || canonicalOrder(zone, a.owner, b.owner) < 0 ? b : a),
    undefined,
  );
  for (const record of leading)
    if (last !== undefined && record.owner !== last.owner) yield draft(record, 'skips', last.owner, context);
}

function isInChain(name: NameId, context: RuleContext): boolean {
  const { zone } = context;
  // The names above decide it: whoever asks hears of their changes.
  for (let at = name; at !== zone.apex && at > 0; at = zone.names.parent(at)) context.kinds(at);
  const standing = standingOf(zone, name);
  return standing === 'own' || standing === 'cut';
}

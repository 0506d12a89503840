import { mailTextKind, ownerProblem } from '../../../mail/owners/owner-problems.ts';
import type { OwnerProblem } from '../../../mail/owners/owner-problems.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Fix } from '../../../findings/fix.ts';
import type { Relayed } from '../../engine/check.ts';
import { above, apexLabels, below, labelsFrom } from './mail-owner-check.ts';
import { renameOwner } from './rename-owner.ts';

/** What is wrong with the name at which a mail record's text stands, as a finding at the owner name. */
export function ownerReport(record: RecordView, text: string, context: RuleContext): Relayed | undefined {
  const { zone } = context;
  if (!zone.apexKnown || !zone.inZone(record.owner)) return undefined;
  const problem = ownerProblem(labelsFrom(zone, record.owner), text, apexLabels(zone));
  if (problem === undefined) return undefined;
  const kind = mailTextKind(text);
  return ownerReportOf(record, problem, context, (other) => mailTextKind(other.text.joined) === kind);
}

/** @param isSame whether a record at the right name would stand in the way. */
export function ownerReportOf(
  record: RecordView,
  problem: OwnerProblem,
  context: RuleContext,
  isSame: (other: RecordView) => boolean,
): Relayed {
  const { code, message, args } = problem,
    policy = code === 'dkim/policy-record';
  const fix = policy ? undefined : renaming(record, problem, context, isSame);
  return {
    said: { code, message, args },
    at: policy ? record.rdataSpan : (record.ownerSpan ?? record.rdataSpan),
    ...(fix === undefined ? {} : { fixes: [fix] }),
  };
}

function renaming(
  record: RecordView,
  { count, expected, message }: OwnerProblem,
  context: RuleContext,
  isSame: (other: RecordView) => boolean,
): Fix | undefined {
  const { zone, owner, type } = record;
  if (expected === undefined || record.generated) return undefined;
  const name = below(context, above(zone, owner, count), expected);
  if (
    name < 0 ||
    !zone.inZone(name) ||
    (context.kinds(name) & HAS_CNAME) !== 0 ||
    context.records(name, type).some((other) => !other.broken && isSame(other))
  )
    return undefined;
  const alone = zone.records.next[zone.records.first(owner)]! < 0;
  const title =
    message === 'typo' ? `Rename the owner to ${context.show(name)}` : `Move the record to ${context.show(name)}`;
  return { title, safe: message === 'typo' && alone, edits: () => renameOwner(record, name) };
}

import type { RecordView } from '../../../zone/model/record-view.ts';
import { deprecatedAlgorithms, deprecatedDigests, isAssignedAlgorithm, isAssignedDigest } from '../../../zone/format/dnssec.ts';
import { numbers, rdataNumbers } from '../../kit/rdata-numbers.ts';
import { removeRecord } from '../../kit/edits.ts';
import type { RuleContext } from '../../engine/context.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';
import type { Zone } from '../../../zone/model/zone.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'ds/digest-deprecated', severity: 'information', source: 'RFC 8624 §3.3, RFC 9904', bind: 'warning', summary: 'Only deprecated digests in DS or CDS records',
    messages: { old: 'Digest type {type} ({name}) must no longer be used, but {owner} has only that: validators may treat it as unsigned.' },
  },
  {
    code: 'ds/digest-superfluous', severity: 'information', profile: 'strict', source: 'RFC 8624 §3.3, RFC 9904', bind: 'warning', summary: 'Deprecated DS or CDS digest next to a better one',
    messages: { old: 'Digest type {type} ({name}) must no longer be used, and validators have a better one here.' }, fix: 'unsafe',
  },
  {
    code: 'ds/digest-unassigned', severity: 'warning', source: 'RFC 4034 §5.1.3', summary: 'DS or CDS with an unassigned digest type',
    messages: { unknown: `Digest type {type} isn't assigned, so validators ignore this record.` },
  },
  {
    code: 'ds/algorithm-deprecated', severity: 'warning', profile: 'strict', source: 'RFC 9905 §2', bind: 'warning', summary: 'DS or CDS for a key with a deprecated algorithm',
    messages: { old: 'Algorithm {algorithm} ({name}) must no longer be used: many validators treat {owner} as unsigned.' },
  },
  {
    code: 'ds/algorithm-unassigned', severity: 'warning', source: 'RFC 4034 §5.1.2', summary: 'DS or CDS with an unassigned algorithm',
    messages: { unknown: `Algorithm {algorithm} isn't assigned, so validators ignore this record.` },
  },
];

const mnemonics = [Uint8Array.of(100, 115), Uint8Array.of(99, 100, 115)] as const, CDS = 59;

/** Asked for every DS and CDS: whether its numbers are other than the usual ones. */
function isOdd(zone: Zone, record: number): boolean {
  if (!rdataNumbers(zone, record, mnemonics[zone.records.type[record] === CDS ? 1 : 0], 3)) return true;
  const algorithm = numbers[1]!, digest = numbers[2]!;
  return !(algorithm === 8 || algorithm === 10 || (algorithm >= 13 && algorithm <= 16)) || !(digest === 2 || digest === 4);
}

/** What one DS or CDS record shows: RFC 4034 §5, RFC 9904, RFC 9905. */
export default defineFamily(metas, eachRecord(['DS', 'CDS'], { when: isOdd }), function* (record, context) {
  if (record.broken) return;
  const algorithm = record.number('algorithm'), type = record.number('digest-type'), owner = context.show(record.owner);
  if (record.type === CDS && (algorithm === 0 || type === 0)) return;
  yield* digestProblems(record, type, owner, context);
  const name = deprecatedAlgorithms[algorithm], at = record.span('algorithm');
  if (name !== undefined) yield { code: 'ds/algorithm-deprecated', message: 'old', at, args: { algorithm, name, owner } };
  else if (!isAssignedAlgorithm(algorithm)) yield { code: 'ds/algorithm-unassigned', message: 'unknown', at, args: { algorithm } };
});

function* digestProblems(record: RecordView, type: number, owner: string, context: RuleContext): Iterable<Draft> {
  const name = deprecatedDigests[type], at = record.span('digest-type');
  if (name === undefined) { if (!isAssignedDigest(type)) yield { code: 'ds/digest-unassigned', message: 'unknown', at, args: { type } }; return; }
  const better = context.records(record.owner, record.type).find(other => !other.broken && isAssignedDigest(other.number('digest-type')) && deprecatedDigests[other.number('digest-type')] === undefined);
  if (better === undefined) yield { code: 'ds/digest-deprecated', message: 'old', at, args: { type, name, owner, record: record.mnemonic } };
  else yield {
    code: 'ds/digest-superfluous', message: 'old', at, args: { type, name }, related: [{ at: better.span('digest-type'), message: 'A record with a better digest' }],
    ...(record.generated ? {} : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] }),
  };
}

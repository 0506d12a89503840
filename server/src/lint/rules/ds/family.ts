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
    code: 'ds/digest-deprecated', severity: 'information', source: 'RFC 8624 §3.3, RFC 9904', bind: 'warning', summary: 'DS or CDS records with no other digest than one that must not be used any more.',
    messages: { old: 'Digest type {type} ({name}) must not be used any more, and no {record} record of {owner} has another: validators that ignore it take {owner} for unsigned. Publish one with digest type 2 (SHA-256).' },
  },
  {
    code: 'ds/digest-superfluous', severity: 'information', profile: 'strict', source: 'RFC 8624 §3.3, RFC 9904', bind: 'warning', summary: 'A DS or CDS record with a digest that must not be used any more beside one with another.',
    messages: { old: 'Digest type {type} ({name}) must not be used any more, and validators have a better one here: this record helps nobody. Remove it.' }, fix: 'unsafe',
  },
  {
    code: 'ds/digest-unassigned', severity: 'warning', source: 'RFC 4034 §5.1.3', summary: 'A DS or CDS record with a digest type that does not exist.',
    messages: { unknown: 'Digest type {type} is not assigned: validators ignore this record. Use 2 (SHA-256) or 4 (SHA-384).' },
  },
  {
    code: 'ds/algorithm-deprecated', severity: 'warning', profile: 'strict', source: 'RFC 9905 §2', bind: 'warning', summary: 'A DS or CDS record for a key with an algorithm that must not be used any more.',
    messages: { old: 'The key of this record has the algorithm {algorithm} ({name}), which must not be used any more: many validators take {owner} for unsigned. The keeper of {owner} should change to algorithm 13.' },
  },
  {
    code: 'ds/algorithm-unassigned', severity: 'warning', source: 'RFC 4034 §5.1.2', summary: 'A DS or CDS record for a key with an algorithm that does not exist.',
    messages: { unknown: 'Algorithm {algorithm} is not assigned: validators ignore this record. Take the numbers from the key itself.' },
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
    code: 'ds/digest-superfluous', message: 'old', at, args: { type, name }, related: [{ at: better.span('digest-type'), message: 'A record with a better digest.' }],
    ...(record.generated ? {} : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] }),
  };
}

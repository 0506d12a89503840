import type { RecordView } from '../../../zone/model/record-view.ts';
import {
  deprecatedAlgorithms,
  deprecatedDigests,
  isAssignedAlgorithm,
  isAssignedDigest,
} from '../../../zone/format/dnssec.ts';
import { numbers, rdataNumbers } from '../../kit/rdata-numbers.ts';
import { removeRecord } from '../../kit/edits.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { CDS } from '../../../zone/rrtypes/codes.ts';

type Said = Report<
  | 'ds/digest-deprecated'
  | 'ds/digest-superfluous'
  | 'ds/digest-unassigned'
  | 'ds/algorithm-deprecated'
  | 'ds/algorithm-unassigned'
>;
const mnemonics = [Uint8Array.of(100, 115), Uint8Array.of(99, 100, 115)] as const;

/** Asked for every DS and CDS: whether its numbers are other than the usual ones. */
function isOdd(zone: Zone, record: number): boolean {
  if (!rdataNumbers(zone, record, mnemonics[zone.records.type[record] === CDS ? 1 : 0], 3)) return true;
  const algorithm = numbers[1]!,
    digest = numbers[2]!;
  return (
    !(algorithm === 8 || algorithm === 10 || (algorithm >= 13 && algorithm <= 16)) || !(digest === 2 || digest === 4)
  );
}

/** What one DS or CDS record shows: RFC 4034 §5, RFC 9904, RFC 9905. */
export default check({
  on: eachRecord(['DS', 'CDS'], { when: isOdd }),
  reports: [
    'ds/digest-deprecated',
    'ds/digest-superfluous',
    'ds/digest-unassigned',
    'ds/algorithm-deprecated',
    'ds/algorithm-unassigned',
  ],
  *run(record, context) {
    if (record.broken) return;
    const algorithm = record.number('algorithm'),
      type = record.number('digest-type'),
      owner = context.show(record.owner);
    if (record.type === CDS && (algorithm === 0 || type === 0)) return;
    yield* digestProblems(record, type, owner, context);
    const name = deprecatedAlgorithms[algorithm],
      at = record.span('algorithm');
    if (name !== undefined)
      yield { code: 'ds/algorithm-deprecated', message: 'old', at, args: { algorithm, name, owner } };
    else if (!isAssignedAlgorithm(algorithm))
      yield { code: 'ds/algorithm-unassigned', message: 'unknown', at, args: { algorithm } };
  },
});

/** Whether a record's digest is one that validators use. */
const hasCurrentDigest = (record: RecordView): boolean =>
  !record.broken &&
  isAssignedDigest(record.number('digest-type')) &&
  deprecatedDigests[record.number('digest-type')] === undefined;

function* digestProblems(record: RecordView, type: number, owner: string, context: RuleContext): Iterable<Said> {
  const name = deprecatedDigests[type],
    at = record.span('digest-type');
  if (name === undefined) {
    if (!isAssignedDigest(type)) yield { code: 'ds/digest-unassigned', message: 'unknown', at, args: { type } };
    return;
  }
  const better = context.fact(`better digest of ${record.owner} ${record.type}`, () =>
    context.records(record.owner, record.type).find(hasCurrentDigest),
  );
  if (better === undefined)
    yield { code: 'ds/digest-deprecated', message: 'old', at, args: { type, name, owner, record: record.mnemonic } };
  else
    yield {
      code: 'ds/digest-superfluous',
      message: 'old',
      at,
      args: { type, name },
      related: [{ at: better.span('digest-type'), message: 'A record with a better digest' }],
      fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }],
    };
}

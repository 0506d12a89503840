import type { RecordView } from '../../../zone/model/record-view.ts';
import { typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { MOST_SIGNATURES } from '../../../zone/format/dnssec.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { hasManySignatures } from '../../kit/tried-signatures.ts';

export default check({
  on: eachRrset(['RRSIG'], { several: true, when: (zone, _record, name) => hasManySignatures(zone, name) }),
  reports: 'rrsig/too-many',
  *run({ owner, records }, context) {
    const byType = new Map<number, RecordView[]>();
    for (const record of records) {
      if (record.broken) continue;
      const type = record.number('type-covered'),
        same = byType.get(type);
      if (same === undefined) byType.set(type, [record]);
      else same.push(record);
    }
    for (const [type, same] of byType) {
      const next = same[MOST_SIGNATURES];
      if (next !== undefined)
        yield {
          message: 'many',
          at: next.typeSpan,
          args: { count: same.length, type: typeName(type), name: context.show(owner), most: MOST_SIGNATURES },
        };
    }
  },
});

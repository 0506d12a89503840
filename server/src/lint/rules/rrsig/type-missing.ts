import { recordAt } from '../../../zone/model/lookup.ts';
import { coveredType } from '../../kit/signature-text.ts';
import { removeRecord } from '../../kit/edits.ts';
import { typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { SOA } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['RRSIG'], {
    when: (zone, record, name) => {
      const type = coveredType(zone, record);
      return type < 0 || recordAt(zone, name, type) < 0;
    },
  }),
  reports: 'rrsig/type-missing',
  *run(record, context) {
    if (record.broken || !context.zone.inZone(record.owner)) return;
    const type = record.number('type-covered');
    if (context.has(record.owner, type) || (context.zone.apexKnown && !context.has(context.zone.apex, SOA))) return;
    yield {
      message: 'none',
      at: record.span('type-covered'),
      args: { type: typeName(type), name: context.show(record.owner) },
      fixes: [{ title: 'Remove the signature', safe: false, edits: () => removeRecord(record) }],
    };
  },
});

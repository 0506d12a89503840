import { recordAt } from '../../../zone/model/lookup.ts';
import { coveredType } from '../../kit/signature-text.ts';
import { removeRecord } from '../../kit/edits.ts';
import { typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const SOA = 6;

export default defineRule({
  meta: {
    code: 'rrsig/type-missing',
    severity: 'warning',
    source: 'RFC 4035 §2.2',
    summary: 'Signature without its records',
    messages: { none: `This signature covers {type} records, which {name} doesn't have: the zone changed after signing.` },
    fix: 'unsafe',
  },
  on: eachRecord(['RRSIG'], { when: (zone, record, name) => { const type = coveredType(zone, record); return type < 0 || recordAt(zone, name, type) < 0; } }),
  *check(record, context) {
    if (record.broken || !context.zone.inZone(record.owner)) return;
    const type = record.number('type-covered');
    if (context.has(record.owner, type) || (context.zone.apexKnown && !context.has(context.zone.apex, SOA))) return;
    yield {
      message: 'none', at: record.span('type-covered'), args: { type: typeName(type), name: context.show(record.owner) },
      ...(record.generated ? {} : { fixes: [{ title: 'Remove the signature', safe: false, edits: () => removeRecord(record) }] }),
    };
  },
});

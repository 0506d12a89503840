import { cutAbove } from '../../../zone/model/lookup.ts';
import { removeRecord } from '../../kit/edits.ts';
import { typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'rrsig/not-authoritative',
    severity: 'warning',
    source: 'RFC 4035 §2.2',
    summary: 'Signature over records of a delegation',
    messages: { delegated: 'The {type} records of {name} belong to the delegation of {cut}: Knot DNS reports their signature as an error.' },
    fix: 'unsafe',
  },
  on: eachRecord(['RRSIG'], { when: (zone, _record, name) => zone.apexKnown && cutAbove(zone, name) >= 0 }),
  *check(rrsig, context) {
    if (rrsig.broken) return;
    const type = rrsig.number('type-covered'), { status, at } = context.lookup(rrsig.owner, type);
    if (status !== 'delegated') return;
    yield {
      message: 'delegated', at: rrsig.span('type-covered'), args: { type: typeName(type), name: context.show(rrsig.owner), cut: context.show(at) },
      ...(rrsig.generated ? {} : { fixes: [{ title: 'Remove the signature', safe: false, edits: () => removeRecord(rrsig) }] }),
    };
  },
});

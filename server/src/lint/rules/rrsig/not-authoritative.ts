import { cutAbove } from '../../../zone/model/lookup.ts';
import { removeRecord } from '../../kit/edits.ts';
import { typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['RRSIG'], { when: (zone, _record, name) => zone.apexKnown && cutAbove(zone, name) >= 0 }),
  reports: 'rrsig/not-authoritative',
  *run(rrsig, context) {
    if (rrsig.broken) return;
    const type = rrsig.number('type-covered'),
      { status, at } = context.lookup(rrsig.owner, type);
    if (status !== 'delegated') return;
    yield {
      message: 'delegated',
      at: rrsig.span('type-covered'),
      args: { type: typeName(type), name: context.show(rrsig.owner), cut: context.show(at) },
      fixes: [{ title: 'Remove the signature', safe: false, edits: () => removeRecord(rrsig) }],
    };
  },
});

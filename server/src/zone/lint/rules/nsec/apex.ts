import { removeRecord } from '../../fix.ts';
import { defineFamily, defineRule, eachName, eachRrset } from '../../rule.ts';
import type { RuleMeta } from '../../rule.ts';

const RRSIG = 46, NSEC = 47, SOA = 6;

const metas: readonly RuleMeta[] = [
  {
    code: 'rrsig/missing', severity: 'warning', source: 'RFC 4035 §2.2', summary: 'Records at the apex of a signed zone have no signature.',
    messages: { unsigned: 'The {type} records of {name} have no signature, while its SOA has one: validators take them for forged. The zone was changed after it was signed; sign it anew.' },
  },
];

/** Whether a signed zone was changed by hand, as its apex shows: it is signed with the rest, and has most types. */
const apex = defineFamily(metas, eachName(['RRSIG', 'NSEC'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex }), function* ({ name, records }, context) {
  const types = new Set(records.map(record => record.type)), owner = context.show(name);
  const signatures = records.filter(record => record.type === RRSIG);
  if (records.some(record => (record.type === RRSIG || record.type === NSEC) && record.broken)) return;
  const covered = new Set(signatures.map(record => record.number('type-covered')));
  if (!covered.has(SOA)) return;
  for (const type of types) {
    const first = records.find(record => record.type === type);
    if (type !== RRSIG && !covered.has(type) && first !== undefined) yield { code: 'rrsig/missing', message: 'unsigned', at: first.typeSpan, args: { type: first.mnemonic, name: owner } };
  }
});

const multiple = defineRule({
  meta: {
    code: 'nsec/multiple', severity: 'warning', source: 'RFC 4034 §4.1.1', fix: 'unsafe', summary: 'A name has more than one NSEC record.',
    messages: { second: '{name} already has an NSEC record: with two, validators cannot tell which name comes next. Sign the zone anew.' },
  },
  on: eachRrset(['NSEC'], { several: true }),
  *check({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.broken || record.key === first.key) continue;
      yield {
        message: 'second', at: record.typeSpan, args: { name: context.show(owner) }, related: [{ at: first.typeSpan, message: 'The first NSEC record.' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this NSEC record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});

export default [...apex, multiple];

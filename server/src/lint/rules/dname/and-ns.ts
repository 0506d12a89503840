import { HAS_DNAME, HAS_NS } from '../../../zone/records/record-table.ts';
import { removeRecord } from '../../kit/edits.ts';
import { check, eachName } from '../../engine/check.ts';
import { DNAME, NS } from '../../../zone/rrtypes/codes.ts';

const BOTH = HAS_DNAME | HAS_NS;

export default check({
  on: eachName(['DNAME'], {
    several: true,
    when: (zone, _record, name) => name !== zone.apex && (zone.records.kinds(name) & BOTH) === BOTH,
  }),
  reports: 'dname/and-ns',
  *run({ name, records }, context) {
    const dname = records.find((record) => record.type === DNAME),
      ns = records.find((record) => record.type === NS);
    if (dname === undefined || ns === undefined || !context.zone.apexKnown) return;
    yield {
      message: 'both',
      at: dname.typeSpan,
      args: { name: context.show(name) },
      related: [{ at: ns.typeSpan, message: 'The NS record' }],
      fixes: [{ title: 'Remove the DNAME record', safe: false, edits: () => removeRecord(dname) }],
    };
  },
});

import { HAS_NS, HAS_SOA } from '../../../zone/records/record-table.ts';
import { addRecord } from '../../kit/add-record.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['SOA'], {
    when: (zone, _record, name) => name === zone.apex && (zone.records.kinds(name) & (HAS_NS | HAS_SOA)) === HAS_SOA,
  }),
  reports: 'zone/no-apex-ns',
  *run(soa, context) {
    yield {
      message: 'none',
      at: soa.typeSpan,
      args: { apex: context.show(soa.owner) },
      fixes: [
        {
          title: 'Add an NS record',
          safe: false,
          edits: () => [addRecord(context.zone, soa.owner, 'NS', '${1:name server}', { after: soa, snippet: true })],
        },
      ],
    };
  },
});

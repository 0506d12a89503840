import { HAS_SOA } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { relativeName } from '../../kit/add-record.ts';
import type { Fix } from '../../../findings/fix.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['SOA'], { when: (zone, _record, name) => zone.apexKnown && name !== zone.apex }),
  reports: 'zone/soa-not-apex',
  *run(soa, context) {
    const { zone } = context,
      isOnly = (context.kinds(zone.apex) & HAS_SOA) === 0;
    yield {
      message: 'elsewhere',
      at: soa.ownerSpan ?? soa.typeSpan,
      args: { name: context.show(soa.owner), apex: context.show(zone.apex) },
      fixes: isOnly ? atApex(soa) : [],
    };
  },
});

/** Records behind it that inherit its owner name go with it to the apex: mostly they are the zone's name servers. */
function atApex(soa: RecordView): readonly Fix[] {
  const { zone, ownerSpan } = soa;
  if (ownerSpan === undefined || soa.generated) return [];
  const written = relativeName(zone, zone.apex, soa.origin);
  return [replacement(zone, ownerSpan, written, `Write ${written}, the zone's own name`, false)];
}
